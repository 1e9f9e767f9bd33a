import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import type { ConnectHandlerOptions } from '../../src/server/index.js';
import { createBrowser, makeHandler, printed } from './harness.js';
import { HOSTS } from './world.js';

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
let consoleError: ReturnType<typeof silence>;
beforeEach(() => {
  consoleError = silence();
});
afterEach(() => consoleError.mockRestore());

/** A host that listens to no event. */
const browserOf = (options: Partial<ConnectHandlerOptions>) =>
  createBrowser(makeHandler({ fetch: createSandbox().fetch, hosts: HOSTS, onEvent: undefined, ...options }).handler, 'ada');
const lines = () => consoleError.mock.calls.map((call) => call.join(' '));

describe('a failure that only the host can mend, where it listens to no event', () => {
  it.each([
    ['an id that names nobody', { authorize: () => '' }, '/connectors', 'The answer of `authorize`'],
    ['a wrong secret', { clientSecret: 'wrong' }, '/connectors', 'upstream_refused, GET /api/airbyte/connectors, request id r-1'],
    ['a path that is no route', {}, '/connektors', 'set `basePath`'],
    ['a missing option', { clientId: undefined }, '/connectors', '`clientId` is missing'],
  ])('is in the log once: %s', async (_, options, path, says) => {
    const ada = browserOf(options);
    for (let count = 0; count < 3; count += 1) await ada.call('GET', path, { headers: { 'x-request-id': 'r-1' } });
    expect(lines()).toEqual([expect.stringContaining(says)]);
  });

  it('is in the log with what the host’s own function threw and where, and nothing else of it', async () => {
    const thrown = Object.assign(new TypeError('no session table'), { config: { headers: { cookie: 'cookie-of-ada' } } });
    const ada = browserOf({
      authorize: () => {
        throw thrown;
      },
    });
    await ada.call('GET', '/connectors');
    expect(lines()).toEqual([expect.stringMatching(/TypeError: no session table\n +at .*unheard\.test\.ts[\s\S]*\(internal, GET \/api\/airbyte\/connectors/)]);
    expect(printed(consoleError.mock.calls)).not.toContain('cookie-of-ada');
  });

  it('tells of a thrown value that is no error only its type', async () => {
    const ada = browserOf({ authorize: () => Promise.reject('token-of-ada') });
    await ada.call('GET', '/connectors');
    expect(lines()).toEqual([expect.stringContaining('Thrown was a string.')]);
    expect(lines().join()).not.toContain('token-of-ada');
  });

  it('fills no log, and silences no other failure', async () => {
    const ada = browserOf({ clientSecret: 'wrong' });
    for (let count = 0; count < 50; count += 1) await ada.call('GET', `/nothing-${count}`);
    expect(lines()).toHaveLength(5);
    expect(lines()[4]).toContain('pass `onEvent`');
    await ada.call('GET', '/connectors');
    expect(lines()).toHaveLength(6);
  });

  it('is one where the words alone are of each request: it silences no other of the host’s functions', async () => {
    let request = 0;
    const ada = browserOf({
      authorize: () => {
        request += 1;
        if (request > 10) throw new TypeError('no session table');
        throw new Error(`session ${request} expired`);
      },
    });
    for (let count = 0; count < 12; count += 1) await ada.call('GET', '/connectors');
    expect(lines()).toEqual([expect.stringContaining('session 1 expired'), expect.stringContaining('no session table')]);
  });

  it('is said again after an hour', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z');
    const ada = browserOf({ now: () => now });
    const scan = async () => {
      for (let count = 0; count < 9; count += 1) await ada.call('GET', `/nothing-${count}`);
    };
    await scan();
    now += 3_599_999;
    await scan();
    expect(lines()).toHaveLength(5);
    now += 1;
    await scan();
    expect(lines()).toHaveLength(10);
  });

  it('names no more of a path than any route has', async () => {
    const ada = browserOf({});
    await ada.call('GET', `/${'x'.repeat(9000)}`);
    expect(lines()[0]).toContain('/xxx');
    expect(lines()[0]?.length).toBeLessThan(800);
  });

  it('is nothing that a user has done', async () => {
    const ada = browserOf({});
    await ada.call('GET', '/connectors/none');
    await ada.call('POST', '/connectors', { body: { definition: 'none', method: 'x', values: {} } });
    ada.user = null;
    await ada.call('GET', '/connectors');
    expect(lines()).toEqual([]);
  });
});

it('says nothing to the log that a listener hears', async () => {
  const { handler, events } = makeHandler({ authorize: () => '' });
  await createBrowser(handler, 'ada').call('GET', '/connectors');
  expect(events).toHaveLength(1);
  expect(lines()).toEqual([]);
});
