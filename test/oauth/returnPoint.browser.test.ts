import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropReturn, dropStale, notedReturn, passReturn, type ReturnPoint, saveReturn, takeReturn } from '../../src/oauth/returnPoint.js';

const MINUTE = 60_000;
const point: ReturnPoint = {
  attemptId: 'a1',
  definition: 'd1',
  method: 'oauth2',
  returnUrl: '/settings?tab=2#data',
  surface: 'dialog',
  values: { environment: { subdomain: 'acme' } },
};
const path = '/settings';
const callback = { state: `a1.${'r'.repeat(43)}`, params: { secret_id: 'marked-secret-id' } };
/** Neither leads to another page nor leaves it to another to complete. */
const endsHere = ({ returnTo, holds = false }: ReturnType<typeof passReturn>): boolean => returnTo === undefined && !holds;
const pass = (attemptId: string) => passReturn(attemptId, callback);

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('a return point', () => {
  it('leads over the callback page to the page it was left on, once', () => {
    saveReturn(point);
    expect(pass('a1')).toEqual({ returnTo: point.returnUrl, holds: false });
    expect(endsHere(pass('a1'))).toBe(true);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('marked');
    expect(takeReturn({ path })).toEqual(point);
    expect(takeReturn({ path })).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is not taken on another page, nor for another surface', () => {
    saveReturn(point);
    pass('a1');
    expect(takeReturn({ path: '/connected' })).toBeNull();
    expect(takeReturn({ path, surface: 'inline' })).toBeNull();
    expect(takeReturn({ path, surface: 'dialog' })).toEqual(point);
  });

  it('that no callback page has passed on is noted: on its own page, without a ticket, the latest', () => {
    expect(notedReturn({ path })).toBeNull();
    saveReturn({ ...point, attemptId: 'a0' }, { now: () => Date.now() - MINUTE });
    saveReturn(point);
    saveReturn({ ...point, attemptId: 'a3', ticket: 'marked-ticket' });
    expect(notedReturn({ path })).toEqual(point);
    expect(notedReturn({ path: '/connected' })).toBeNull();
    expect(notedReturn({ path, surface: 'inline' })).toBeNull();
    expect(notedReturn({ path, now: () => Date.now() + 15 * MINUTE + 1 })).toBeNull();
    pass('a1');
    expect(notedReturn({ path })?.attemptId).toBe('a0');
  });

  it('is forgotten after 15 minutes', () => {
    saveReturn(point, { now: () => Date.now() - 15 * MINUTE - 1 });
    expect(pass('a1').returnTo).toBeUndefined();
    saveReturn(point, { now: () => Date.now() - 14 * MINUTE });
    expect(pass('a1').returnTo).toBe(point.returnUrl);
    expect(takeReturn({ path, now: () => Date.now() + MINUTE + 1 })).toBeNull();
  });

  it('is not there for another attempt, nor after it was dropped', () => {
    saveReturn(point);
    expect(pass('a2').returnTo).toBeUndefined();
    dropReturn('a1');
    expect(pass('a1').returnTo).toBeUndefined();
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'settings', 'javascript:alert(1)', ''])(
    'never leads to %j',
    (returnUrl) => {
      saveReturn({ ...point, returnUrl });
      expect(pass('a1').returnTo).toBeUndefined();
    },
  );

  it.each(['no json', 'null', '[]', '{"attemptId":"a1"}', '{"attemptId":1}'])('counts %j in storage as nothing', (text) => {
    sessionStorage.setItem('ack:a1', text);
    expect(endsHere(pass('a1'))).toBe(true);
    sessionStorage.setItem('ack:returned', text);
    expect(takeReturn({ path })).toBeNull();
  });

  it('is taken with the callback where the page that it leads to completes, and nothing of either stays', () => {
    const held = { ...point, hasPicker: false, ticket: 'sealed', reconnects: { id: 'c1', name: 'Acme' } };
    saveReturn(held);
    expect(pass('a1')).toEqual({ returnTo: point.returnUrl, holds: true });
    expect(takeReturn({ path })).toEqual({ ...held, callback });
    expect(sessionStorage).toHaveLength(0);
  });

  it('is forgotten by a page that was reached another way when it is too old or holds a ticket, and otherwise kept', () => {
    saveReturn({ ...point, ticket: 'sealed' });
    saveReturn({ ...point, attemptId: 'a2' }, { now: () => 0 });
    saveReturn({ ...point, attemptId: 'a3' });
    saveReturn({ ...point, attemptId: 'a4', ticket: 'sealed' });
    pass('a4');
    sessionStorage.setItem('of-the-host', '1');
    dropStale({ path });
    expect(Object.keys(sessionStorage).sort()).toEqual(['ack:a3', 'ack:returned', 'of-the-host']);
    expect(sessionStorage.getItem('ack:returned')).toContain('sealed');
  });

  it('keeps nothing that completes an attempt once another page was shown than the one it leads to, and nothing at all when it is too old', () => {
    saveReturn({ ...point, ticket: 'sealed' });
    passReturn('a1', { state: 'marked-state', params: { secret_id: 'marked-secret' } });
    dropStale({ path: '/elsewhere' });
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/sealed|marked/);
    expect(takeReturn({ path })).toEqual(point);
    saveReturn(point);
    pass('a1');
    dropStale({ path, now: () => Date.now() + 16 * MINUTE });
    expect(sessionStorage).toHaveLength(0);
  });

  it('takes only texts out of storage', () => {
    saveReturn({ ...point, ticket: 'sealed' });
    pass('a1');
    const noted = JSON.parse(sessionStorage.getItem('ack:returned') ?? '');
    sessionStorage.setItem(
      'ack:returned',
      JSON.stringify({ ...noted, ticket: 1, hasPicker: 'no', reconnects: { id: 1, name: {} }, callback: { state: [], params: {} } }),
    );
    expect(takeReturn({ path })).toEqual(point);
  });

  it('says that nothing was noted where a browser offers no storage, or none is left', () => {
    expect(saveReturn(point, { storage: null })).toBe(false);
    expect(takeReturn({ path, storage: null })).toBeNull();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    expect(saveReturn(point)).toBe(false);
  });

  it('ends the sign-in on the callback page where storage is forbidden', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('Forbidden.', 'SecurityError');
    });
    expect(endsHere(pass('a1'))).toBe(true);
  });
});
