import { badGateway, brokenJson, cut, type Fault, type FaultScope, rateLimit, status } from '../../src/sandbox/index.js';

/** Which upstream call goes wrong, as the contract names it, and how it is recognised on the way. */
export interface UpstreamCall {
  operationId: string;
  method: string;
  path: RegExp;
}

/** What the sandbox plays. */
export const ANSWERS: Readonly<Record<string, (scope: FaultScope) => Fault>> = {
  '401': (scope) => status(401, scope),
  '403': (scope) => status(403, scope),
  '404': (scope) => status(404, scope),
  '409': (scope) => status(409, scope),
  '422': (scope) => status(422, scope),
  '429 with Retry-After': (scope) => rateLimit({ retryAfter: 2, ...scope }),
  '429 with a long Retry-After': (scope) => rateLimit({ retryAfter: 90, ...scope }),
  '429 without': (scope) => rateLimit(scope),
  '500': (scope) => status(500, scope),
  '502 with HTML': (scope) => badGateway(scope),
  'broken JSON': (scope) => brokenJson(scope),
  'a connection cut in the answer': (scope) => cut(scope),
};

type Play = (init: RequestInit | undefined) => Promise<Response>;

/** What happens to the connection, before an answer of Airbyte. */
export const CONNECTIONS: Readonly<Record<string, Play>> = {
  'no answer': async (init) => {
    while (init?.signal?.aborted !== true) await wait(2_000);
    throw init.signal.reason;
  },
  reset: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
  'a slow drip': async (init) =>
    new Response(new ReadableStream({ pull: (controller) => drip(controller, init) }), { headers: { 'content-type': 'application/json' } }),
};

/** One byte in two seconds, for as long as somebody listens. */
async function drip(controller: ReadableStreamDefaultController<Uint8Array>, init: RequestInit | undefined): Promise<void> {
  await wait(2_000);
  if (init?.signal?.aborted === true) controller.close();
  else controller.enqueue(new TextEncoder().encode(' '));
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A network of which one call goes wrong; counts how often that is asked. */
export function createNetwork(fetch: typeof globalThis.fetch) {
  let wrong: { call: UpstreamCall; play: Play | null } | null = null;
  let asked = 0;
  return {
    fail(call: UpstreamCall, play: Play | null): void {
      wrong = { call, play };
    },
    asked: () => asked,
    fetch: (async (input, init) => {
      const isWrong = wrong !== null && init?.method === wrong.call.method && wrong.call.path.test(new URL(String(input)).pathname);
      if (isWrong) asked += 1;
      return isWrong && wrong?.play ? wrong.play(init) : fetch(input, init);
    }) satisfies typeof globalThis.fetch,
  };
}
