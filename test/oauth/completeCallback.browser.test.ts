import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelName, completeCallback, type ReturnPoint, runCallbackPage, saveReturn, takeReturn } from '../../src/oauth/index.js';

let count = 0;
let attemptId = '';
let state = '';
const connected = { status: 'connected', connector: { id: 'c1', name: 'Acme', definition: { id: 'd1', slug: null, name: 'HubSpot' } } };
const returnPoint = (): ReturnPoint => ({ attemptId, definition: 'd1', method: 'oauth2', returnUrl: '/settings?x=1', surface: 'dialog', values: {} });

beforeEach(() => {
  count += 1;
  attemptId = `attempt-${String(count).padStart(12, '0')}`;
  state = `${attemptId}.${'r'.repeat(43)}`;
});
afterEach(() => sessionStorage.clear());

/** Until a message on the attempt's channel has come through: those said before it have too. */
async function roundTrip(attempt: string): Promise<void> {
  const from = new BroadcastChannel(channelName(attempt));
  const to = new BroadcastChannel(channelName(attempt));
  const came = new Promise((resolve) => to.addEventListener('message', ({ data }) => data === 'mark' && resolve(data)));
  from.postMessage('mark');
  await came;
  from.close();
  to.close();
}

/** A page at an address, with what it does written down. */
function pageAt(query: string, answer: unknown = connected, { status = 200, opener = true } = {}) {
  return pageThatHears(query, () => (answer instanceof Error ? answer : new Response(textOf(answer), { status })), opener);
}

const textOf = (answer: unknown) => (typeof answer === 'string' ? answer : JSON.stringify(answer));

/** The same, with an answer for each request by its number. */
function pageThatHears(query: string, answer: (asked: number) => Response | Error, opener = true) {
  const done: string[] = [];
  const sent: { url: string; init: RequestInit }[] = [];
  const told: { data: unknown; target: string }[] = [];
  const href = `${location.origin}/connected?tab=2${query === '' ? '' : `&${query}`}`;
  const page = {
    location: { href, origin: location.origin, replace: (url: string) => done.push(`go ${url}`) },
    history: { state: null, replaceState: (_state: unknown, _title: string, url: string) => done.push(`clean ${url}`) },
    opener: opener ? { postMessage: (data: unknown, target: string) => told.push({ data, target }) } : null,
    close: () => done.push('close'),
  };
  const send: typeof fetch = async (url, init = {}) => {
    done.push('fetch');
    sent.push({ url: String(url), init });
    const heard = answer(sent.length);
    if (heard instanceof Error) throw heard;
    return heard;
  };
  // SAFETY: the parts of a window that a callback page touches; a real one cannot be told its address.
  const options = { endpoint: '/api/airbyte', page: page as unknown as Window, fetch: send };
  return { options, done, sent, told, cleanHref: `${location.origin}/connected?tab=2` };
}

describe('the callback page', () => {
  it('cleans the address bar before anything else', async () => {
    const { options, done, cleanHref } = pageAt(`ack_state=${state}&secret_id=s1`);
    await completeCallback(options);
    expect(done[0]).toBe(`clean ${cleanHref}`);
    expect(done[1]).toBe('fetch');
  });

  it('completes with the whole state in the body of a POST, and nowhere else', async () => {
    const { options, sent } = pageAt(`ack_state=${state}&secret_id=s1`);
    expect(await completeCallback(options)).toMatchObject({ status: 'connected', connectorName: 'Acme', serviceName: 'HubSpot' });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe('/api/airbyte/attempts/complete');
    expect(sent[0]?.init).toMatchObject({ method: 'POST', credentials: 'include', headers: { 'ack-wire': '1', 'content-type': 'application/json' } });
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ state, params: { secret_id: 's1' } });
  });

  it('tells the opener of its own origin and the attempt’s channel, without a parameter', async () => {
    const channel = new BroadcastChannel(channelName(attemptId));
    const heard = new Promise((resolve) => channel.addEventListener('message', ({ data }) => resolve(data)));
    const { options, told } = pageAt(`ack_state=${state}&secret_id=s1`);
    await completeCallback(options);
    const message = { type: 'ack:outcome', attemptId, outcome: 'connected' };
    expect(told).toEqual([{ data: message, target: location.origin }]);
    expect(await heard).toEqual(message);
    channel.close();
  });

  it('runs once however often it is called, also with the cleaned address', async () => {
    const { options, sent, cleanHref } = pageAt(`ack_state=${state}&secret_id=s1`);
    const results = await Promise.all([completeCallback(options), completeCallback(options), completeCallback({ ...options, href: cleanHref })]);
    expect(sent).toHaveLength(1);
    expect(results.map(({ status }) => status)).toEqual(['connected', 'connected', 'connected']);
  });

  it('works with the opener cut off', async () => {
    const { options } = pageAt(`ack_state=${state}&connector_id=c1`, connected, { opener: false });
    expect(await completeCallback(options)).toMatchObject({ status: 'connected' });
  });

  it.each<[string, unknown, number, object]>([
    [
      'a failed outcome',
      { status: 'failed', error: { code: 'oauth_denied', requestId: 'r1' } },
      200,
      { status: 'failed', code: 'oauth_denied', requestId: 'r1' },
    ],
    ['a refusal', { error: { code: 'attempt_unknown', requestId: 'r2' } }, 404, { status: 'failed', code: 'attempt_unknown', requestId: 'r2' }],
    ['an attempt that runs elsewhere', { status: 'pending' }, 200, { status: 'relayed' }],
    ['HTML', '<h1>Sign in</h1>', 200, { status: 'failed', code: 'backend_unavailable' }],
    ['something else', { hello: 1 }, 200, { status: 'failed', code: 'backend_unavailable' }],
  ])('reads %s', async (_, answer, status, expected) => {
    const { options, sent } = pageAt(`ack_state=${state}&error=access_denied`, answer, { status });
    expect(await completeCallback(options)).toMatchObject(expected);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, string | null, unknown]>([
    ['there is no backend', null, connected],
    ['the backend holds no such attempt', '/api/airbyte', { error: { code: 'attempt_foreign' } }],
  ])('relays the parameters to its own origin, and hears that the holder has finished, when %s', async (_, endpoint, answer) => {
    const { options, told, sent } = pageAt(`ack_state=${state}&secret_id=s1`, answer);
    const holder = new BroadcastChannel(channelName(attemptId));
    holder.onmessage = () => holder.postMessage({ type: 'ack:outcome', attemptId, outcome: 'connected' });
    expect(await completeCallback({ ...options, endpoint })).toEqual({ status: 'relayed' });
    holder.close();
    expect(told).toEqual([{ data: { type: 'ack:params', attemptId, state, params: { secret_id: 's1' } }, target: location.origin }]);
    expect(sent).toHaveLength(endpoint === null ? 0 : 1);
  });

  it('says that the sign-in was started elsewhere when nobody here holds the attempt', async () => {
    vi.useFakeTimers();
    try {
      const { options } = pageAt(`ack_state=${state}&secret_id=s1`);
      const result = completeCallback({ ...options, endpoint: null });
      await vi.advanceTimersByTimeAsync(8_000);
      expect(await result).toEqual({ status: 'failed', code: 'attempt_foreign' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('says nothing is to be done without parameters, and failed with parameters that carry no state', async () => {
    const empty = pageAt('');
    expect(await completeCallback({ ...empty.options, href: `${location.origin}/elsewhere-${count}` })).toEqual({ status: 'nothing' });
    const stateless = pageAt('connector_id=c1');
    expect(await completeCallback({ ...stateless.options, href: `${location.origin}/stateless-${count}?connector_id=c1` })).toEqual({
      status: 'failed',
      code: 'attempt_unknown',
    });
    expect([...empty.sent, ...stateless.sent]).toEqual([]);
  });

  it('closes itself on success, and stays open on failure', async () => {
    const good = pageAt(`ack_state=${state}&secret_id=s1`);
    await runCallbackPage(good.options);
    expect(good.done.at(-1)).toBe('close');
    attemptId = attemptId.replace('attempt', 'another');
    const bad = pageAt(`ack_state=${attemptId}.${'r'.repeat(43)}&error=access_denied`, { status: 'failed', error: { code: 'oauth_denied' } });
    await runCallbackPage(bad.options);
    expect(bad.done).not.toContain('close');
  });

  it('leads the tab back to where it came from, connected or not', async () => {
    saveReturn(returnPoint());
    const { options, done } = pageAt(`ack_state=${state}&secret_id=s1`, { status: 'failed', error: { code: 'oauth_denied' } });
    expect(await runCallbackPage(options)).toMatchObject({ status: 'failed', returnTo: '/settings?x=1' });
    expect(done.at(-1)).toBe(`go ${location.origin}/settings?x=1`);
    expect(done).not.toContain('close');
  });

  it('fails in the same tab when nobody is left who could finish', async () => {
    saveReturn(returnPoint());
    const { options } = pageAt(`ack_state=${state}&secret_id=s1`, { error: { code: 'attempt_foreign' } });
    expect(await completeCallback(options)).toMatchObject({ status: 'failed', code: 'attempt_foreign', returnTo: '/settings?x=1' });
  });

  it('leaves what it read to the page that holds the ticket, and asks nobody', async () => {
    saveReturn({ ...returnPoint(), ticket: 'sealed' });
    const { options, sent, told, done } = pageAt(`ack_state=${state}&secret_id=s1`);
    expect(await runCallbackPage(options)).toEqual({ status: 'relayed', returnTo: '/settings?x=1' });
    expect([sent, told]).toEqual([[], []]);
    expect(done.at(-1)).toBe(`go ${location.origin}/settings?x=1`);
    expect(takeReturn({ path: '/settings' })).toMatchObject({ ticket: 'sealed', callback: { state, params: { secret_id: 's1' } } });
    expect(JSON.stringify({ ...sessionStorage })).toBe('{}');
  });

  it('waits longer for somebody who has taken the parameters, and not for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { options } = pageAt(`ack_state=${state}&secret_id=s1`);
      const holder = new BroadcastChannel(channelName(attemptId));
      const heard = new Promise((resolve) => holder.addEventListener('message', resolve, { once: true }));
      const ended: string[] = [];
      const result = completeCallback({ ...options, endpoint: null });
      void result.then(({ status }) => ended.push(status));
      await heard;
      await vi.advanceTimersByTimeAsync(7_000);
      holder.postMessage({ type: 'ack:taken', attemptId });
      // A message takes its own time, which no clock of ours drives: another one on the same channel comes after it.
      await roundTrip(attemptId);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(ended).toEqual([]);
      await vi.advanceTimersByTimeAsync(30_001);
      expect(await result).toEqual({ status: 'failed', code: 'attempt_foreign' });
      holder.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('completes where the browser has no channel', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    try {
      const { options, told } = pageAt(`ack_state=${state}&secret_id=s1`);
      expect(await completeCallback(options)).toMatchObject({ status: 'connected' });
      expect(told).toMatchObject([{ data: { type: 'ack:outcome' } }]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('leaves neither state nor parameters in storage', async () => {
    saveReturn(returnPoint());
    const { options } = pageAt(`ack_state=${state}&secret_id=marked-secret-id`);
    await completeCallback(options);
    const stored = JSON.stringify({ ...sessionStorage, ...localStorage });
    expect(stored).toContain(attemptId);
    expect(stored).not.toContain('r'.repeat(43));
    expect(stored).not.toContain('marked-secret-id');
  });
});

describe('while the backend is down', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers().restoreAllMocks());
  const offline = () => new TypeError('Failed to fetch');
  const bodiesOf = (sent: { init: RequestInit }[]) => new Set(sent.map(({ init }) => String(init.body)));

  it.each<[string, () => Response | Error]>([
    ['does not answer', offline],
    ['has a proxy before it that answers 502 with HTML', () => new Response('<h1>Bad Gateway</h1>', { status: 502 })],
    ['can not reach Airbyte', () => new Response(JSON.stringify({ error: { code: 'upstream_unavailable' } }), { status: 502 })],
    ['is asked too often', () => new Response(JSON.stringify({ error: { code: 'rate_limited' } }), { status: 429 })],
  ])('the callback page asks again, with the same state, when it %s, and connects when it is back', async (_, down) => {
    const { options, sent, done } = pageThatHears(`ack_state=${state}&secret_id=s1`, (asked) =>
      asked <= 2 ? down() : new Response(JSON.stringify(connected)),
    );
    const result = runCallbackPage(options);
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toMatchObject({ status: 'connected', serviceName: 'HubSpot' });
    expect(sent).toHaveLength(3);
    expect(bodiesOf(sent)).toEqual(new Set([JSON.stringify({ state, params: { secret_id: 's1' } })]));
    expect(done.at(-1)).toBe('close');
  });

  it.each([
    [true, 'backend_unavailable'],
    [false, 'network_unavailable'],
  ])('it gives up after half a minute, six questions in all, and tells whoever waits: online %s', async (isOnline, code) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
    const { options, sent, told, done } = pageThatHears(`ack_state=${state}&secret_id=s1`, offline);
    const asked: number[] = [];
    const result = runCallbackPage(options);
    for (let second = 0; second <= 60; second += 1) {
      await vi.advanceTimersByTimeAsync(second === 0 ? 0 : 1_000);
      if (sent.length > asked.length) asked.push(second);
    }
    expect(asked).toEqual([0, 1, 3, 7, 15, 31]);
    expect(await result).toEqual({ status: 'failed', code });
    expect(told).toMatchObject([{ data: { type: 'ack:outcome', attemptId, outcome: 'failed' } }]);
    expect(done).not.toContain('close');
  });

  it.each([
    [502, { error: { code: 'upstream_unavailable', requestId: 'r1' } }, { code: 'upstream_unavailable', requestId: 'r1' }],
    [503, '<h1>Down for maintenance</h1>', { code: 'backend_unavailable' }],
  ])('a last answer of %i says why', async (status, body, expected) => {
    const { options } = pageThatHears(`ack_state=${state}&secret_id=s1`, () => new Response(textOf(body), { status }));
    const result = completeCallback(options);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await result).toMatchObject({ status: 'failed', ...expected });
  });

  it('a page that asks twice has one run, and nothing of the callback is kept but in memory', async () => {
    const { options, sent } = pageThatHears(`ack_state=${state}&secret_id=marked-secret-id`, (asked) =>
      asked === 1 ? offline() : new Response(JSON.stringify(connected)),
    );
    const first = completeCallback(options);
    const again = completeCallback({ ...options, href: `${location.origin}/connected?tab=2` });
    await vi.advanceTimersByTimeAsync(500);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage, at: location.href })).not.toMatch(/marked-secret-id|rrrrr/);
    await vi.advanceTimersByTimeAsync(500);
    expect(await first).toBe(await again);
    expect(sent).toHaveLength(2);
  });
});
