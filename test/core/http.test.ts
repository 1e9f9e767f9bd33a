import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttp, type HttpRequest, parseRetryAfter, readJson } from '../../src/core/index.js';

type Answer = Response | Error;
const URL_ = 'https://api.example.com/things?token=shown';
const get = (rest: Partial<HttpRequest> = {}): HttpRequest => ({ method: 'GET', url: URL_, safe: true, ...rest });

/** A network that gives these answers in turn, and a sleep that notes how long. */
function network(answers: Answer[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    sent.push({ url: String(url), init: init ?? {} });
    const answer = answers.shift() ?? new Error('nothing left to answer');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const sleep = async (ms: number) => {
    waits.push(ms);
  };
  return { http: createHttp({ fetch, sleep, now: () => Date.parse('2026-01-01T00:00:00Z'), random: () => 0 }), sent, waits };
}

const json = (status: number, body: unknown = {}, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });

/** Never answers, and does not listen to its signal. */
const deaf: typeof globalThis.fetch = () => new Promise(() => undefined);

afterEach(() => {
  vi.useRealTimers();
});

describe('http', () => {
  it('sends JSON with its content type and no credentials of its own accord', async () => {
    const { http, sent } = network([json(200)]);
    await http({ method: 'POST', url: URL_, json: { a: 1 }, headers: { accept: 'application/json' } });
    expect(sent[0]!.init).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    });
    expect(sent[0]!.init).not.toHaveProperty('credentials');
  });

  it.each([429, 500, 502, 503])('repeats a safe request after a %i, with growing pauses', async (status) => {
    const { http, sent, waits } = network([json(status), json(status), json(200, { ok: true })]);
    expect(readJson(await http(get()))).toEqual({ ok: true });
    expect(sent).toHaveLength(3);
    expect(waits).toEqual([300, 600]);
  });

  it('answers the last failure when the tries are used up', async () => {
    const { http, sent } = network([json(503), json(503), json(503), json(200)]);
    expect((await http(get())).status).toBe(503);
    expect(sent).toHaveLength(3);
  });

  it.each([400, 401, 404, 409, 422, 501])('does not repeat after a %i', async (status) => {
    const { http, sent } = network([json(status), json(200)]);
    expect((await http(get())).status).toBe(status);
    expect(sent).toHaveLength(1);
  });

  it('never repeats a request that is not safe', async () => {
    const { http, sent } = network([json(503), json(200)]);
    expect((await http({ method: 'POST', url: URL_, json: {} })).status).toBe(503);
    expect(sent).toHaveLength(1);
    const broken = network([new TypeError('down'), json(200)]);
    await expect(broken.http({ method: 'POST', url: URL_, json: {} })).rejects.toMatchObject({ code: 'network_unavailable' });
    expect(broken.sent).toHaveLength(1);
  });

  it('says that values can not be written as JSON, which is no failure of the network, and sends nothing', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    for (const value of [circular, deep, { amount: 1n }]) {
      const { http, sent, waits } = network([json(200)]);
      await expect(http({ method: 'POST', url: URL_, json: value, safe: true })).rejects.toMatchObject({ code: 'invalid_input' });
      expect([sent, waits]).toEqual([[], []]);
    }
  });

  it('repeats the body as it was at the start', async () => {
    const { http, sent } = network([json(503), json(200)]);
    const body = { a: 1 };
    const answer = http({ method: 'POST', url: URL_, json: body, safe: true });
    body.a = 2;
    await answer;
    expect(sent.map(({ init }) => init.body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('repeats after a network failure', async () => {
    const { http } = network([new TypeError('down'), json(200)]);
    expect((await http(get())).status).toBe(200);
  });

  it.each([
    ['seconds', '2'],
    ['a date', 'Thu, 01 Jan 2026 00:00:02 GMT'],
  ])('waits as long as Retry-After says in %s', async (_, header) => {
    const { http, waits } = network([json(429, {}, { 'retry-after': header }), json(200)]);
    await http(get());
    expect(waits).toEqual([2000]);
  });

  it('reports instead of waiting for minutes', async () => {
    const { http, sent } = network([json(429, {}, { 'retry-after': '120' }), json(200)]);
    expect((await http(get())).status).toBe(429);
    expect(sent).toHaveLength(1);
  });

  it('adds jitter, so that clients do not come back together', async () => {
    const waits: number[] = [];
    const answers = [json(500), json(200)];
    const http = createHttp({ fetch: async () => answers.shift()!, sleep: async (ms) => void waits.push(ms), random: () => 0.5 });
    await http(get());
    expect(waits).toEqual([450]);
  });

  it('reports a redirect and does not follow it', async () => {
    const { http, sent } = network([new Response(null, { status: 307, headers: { location: 'https://evil.example' } }), json(200)]);
    await expect(http(get({ headers: { authorization: 'Bearer b' } }))).rejects.toMatchObject({ code: 'backend_unavailable' });
    expect(sent).toHaveLength(1);
  });

  it('refuses an answer beyond the cap, counted while reading', async () => {
    const { http } = network([json(200, 'x'.repeat(100))]);
    await expect(http(get({ maxBytes: 50 }))).rejects.toMatchObject({ code: 'upstream_invalid' });
  });

  it('says upstream_invalid for what is not JSON, without quoting it', async () => {
    const { http } = network([new Response('<html>sk_live_secret', { status: 502 }), new Response('<html>sk_live_secret')]);
    const answer = await http(get());
    expect(() => readJson(answer)).toThrow(expect.objectContaining({ code: 'upstream_invalid', message: expect.not.stringContaining('sk_live') }));
  });

  it('times out, also where fetch does not listen to its signal', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const call = createHttp({ fetch: deaf })(get({ timeoutMs: 300_000 }));
    const failure = expect(call).rejects.toMatchObject({ code: 'timeout' });
    await vi.advanceTimersByTimeAsync(299_999);
    await vi.advanceTimersByTimeAsync(1);
    await failure;
  });

  it('gives up after 30 seconds unless told otherwise', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const settled = vi.fn();
    createHttp({ fetch: deaf })(get()).catch(settled);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith(expect.objectContaining({ code: 'timeout' }));
  });

  it('is aborted by its caller, before, during and between tries', async () => {
    await expect(network([json(200)]).http(get({ signal: AbortSignal.abort() }))).rejects.toMatchObject({ code: 'aborted' });
    const during = new AbortController();
    const call = createHttp({ fetch: deaf })(get({ signal: during.signal }));
    during.abort('closed');
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
    const between = new AbortController();
    const sleep = () => {
      between.abort();
      return new Promise<void>(() => undefined);
    };
    await expect(createHttp({ fetch: async () => json(500), sleep })(get({ signal: between.signal }))).rejects.toMatchObject({ code: 'aborted' });
  });

  it('keeps the query out of its messages', async () => {
    const { http } = network([new TypeError('down'), new TypeError('down'), new TypeError('down')]);
    await expect(http(get())).rejects.toMatchObject({ message: expect.not.stringContaining('shown') });
  });
});

describe('parseRetryAfter', () => {
  it.each([
    ['9'.repeat(400), 86_400],
    ['1000000000', 86_400],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
    [null, null],
    ['', null],
    ['soon', null],
    ['0', 0],
    ['17', 17],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60],
  ])('reads %j as %j seconds', (header, seconds) => {
    expect(parseRetryAfter(header, Date.parse('2026-01-01T00:00:00Z'))).toBe(seconds);
  });
});
