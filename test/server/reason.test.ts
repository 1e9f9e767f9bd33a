import { describe, expect, it } from 'vitest';
import { connectors, instances, sources, templates } from '../../src/airbyte/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { workspaceStore } from '../airbyte/workspaceStore.js';
import { createBrowser, makeHandler } from './harness.js';
import { HOSTS, HUBSPOT, STRIPE } from './world.js';

const MARK = 'upstream-words';
/** Every place where Airbyte may say something, and what it says is for nobody. */
const SAYING = {
  message: `${MARK} 1`,
  detail: `${MARK} 2`,
  error: `${MARK} 3`,
  title: `${MARK} 4`,
  reason: `${MARK} 5`,
  enhanced_error_message: `${MARK} 6`,
  error_message: `${MARK} 7`,
  failure_reason: { external_message: `${MARK} 8`, internal_message: `${MARK} 9`, stacktrace: `${MARK} 10` },
  errors: [{ field: MARK, message: `${MARK} 11`, error_code: `${MARK} 12` }],
  data: { message: `${MARK} 13` },
};
const PATTERNS = {
  'connectors, current': () => connectors(),
  'connectors, seed': () => connectors({ generation: 'seed' }),
  instances: () => instances(),
  sources: () => sources({ workspaces: workspaceStore() }),
  templates: () => templates(),
};
const ID = '00000000-0000-4000-8000-00000000000b';

/** A handler before an Airbyte that is in order until it is told otherwise. */
function openWorld(pattern: keyof typeof PATTERNS) {
  const sandbox = createSandbox();
  let says: { status: number; body: object } | null = null;
  let own: string | null = null;
  const made = makeHandler({
    hosts: HOSTS,
    pattern: PATTERNS[pattern](),
    fetch: async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input));
      if (says === null || /token$/.test(pathname) || (own !== null && init?.method !== 'POST' && init?.method !== 'DELETE')) return sandbox.fetch(input, init);
      return Response.json(says.body, { status: says.status });
    },
  });
  return {
    ...made,
    ada: createBrowser(made.handler, 'ada'),
    /** From now on; with the id of a connector of the user, only after Airbyte has shown that it is theirs. */
    speak: (status: number, body: object, id: string | null = null) => {
      says = { status, body };
      own = id;
    },
  };
}

describe.each(Object.keys(PATTERNS) as (keyof typeof PATTERNS)[])('Airbyte’s words, by %s', (pattern) => {
  // Not those after which a call is repeated: their words go the same way.
  it.each([400, 401, 403, 404, 410, 422, 501])('of a %i reach no answer and no event', async (status) => {
    const { ada, speak, events, handler } = openWorld(pattern);
    const id = (await (await ada.call('POST', '/connectors', { body: STRIPE })).json()).connector.id;
    const calls: [method: string, path: string, body?: object][] = [
      ['GET', '/definitions'],
      ['GET', '/connectors'],
      ['GET', `/connectors/${ID}`],
      ['POST', '/connectors', STRIPE],
      ['POST', '/attempts', HUBSPOT],
      ['POST', `/connectors/${id}/check`, {}],
      ['POST', `/connectors/${id}/execute`, { entity: 'customers', action: 'create', params: {} }],
      ['PATCH', `/connectors/${id}`, { name: 'Other' }],
      ['DELETE', `/connectors/${id}`],
    ];
    let failures = 0;
    for (const held of [null, id]) {
      speak(status, SAYING, held);
      for (const [method, path, body] of calls.filter(([, path]) => held === null || path.includes(held))) {
        const answer = await ada.call(method, path, { body });
        const text = await answer.text();
        failures += Number(answer.status >= 400);
        expect(text).not.toContain(MARK);
        expect(text).not.toContain('"reason"');
      }
    }
    expect(failures).toBeGreaterThanOrEqual(5);
    await expect(handler.api.listConnectors({ userId: 'ben' }).then(JSON.stringify, String)).resolves.not.toContain(MARK);
    expect(JSON.stringify(events.map((event) => ('error' in event ? [event.error, event.error.message] : event)))).not.toContain(MARK);
  });
});
