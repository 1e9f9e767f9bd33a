import { beforeEach, describe, expect, it } from 'vitest';
import { dropReturn, passReturn, type ReturnPoint, saveReturn, takeReturn } from '../../src/oauth/returnPoint.js';

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

beforeEach(() => sessionStorage.clear());

describe('a return point', () => {
  it('leads over the callback page to the page it was left on, once', () => {
    saveReturn(point);
    expect(passReturn('a1')).toBe(point.returnUrl);
    expect(passReturn('a1')).toBeNull();
    expect(takeReturn({ path })).toEqual(point);
    expect(takeReturn({ path })).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is not taken on another page, nor for another surface', () => {
    saveReturn(point);
    passReturn('a1');
    expect(takeReturn({ path: '/connected' })).toBeNull();
    expect(takeReturn({ path, surface: 'inline' })).toBeNull();
    expect(takeReturn({ path, surface: 'dialog' })).toEqual(point);
  });

  it('is forgotten after 15 minutes', () => {
    saveReturn(point, { now: () => 0 });
    expect(passReturn('a1', { now: () => 15 * MINUTE + 1 })).toBeNull();
    saveReturn(point, { now: () => 0 });
    expect(passReturn('a1', { now: () => 15 * MINUTE })).toBe(point.returnUrl);
  });

  it('is not there for another attempt, nor after it was dropped', () => {
    saveReturn(point);
    expect(passReturn('a2')).toBeNull();
    dropReturn('a1');
    expect(passReturn('a1')).toBeNull();
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'settings', 'javascript:alert(1)', ''])(
    'never leads to %j',
    (returnUrl) => {
      saveReturn({ ...point, returnUrl });
      expect(passReturn('a1')).toBeNull();
    },
  );

  it.each(['no json', 'null', '[]', '{"attemptId":"a1"}', '{"attemptId":1}'])('counts %j in storage as nothing', (text) => {
    sessionStorage.setItem('ack:a1', text);
    expect(passReturn('a1')).toBeNull();
    sessionStorage.setItem('ack:returned', text);
    expect(takeReturn({ path })).toBeNull();
  });

  it('does nothing where a browser offers no storage', () => {
    saveReturn(point, { storage: null });
    expect(passReturn('a1', { storage: null })).toBeNull();
    expect(takeReturn({ path, storage: null })).toBeNull();
  });
});
