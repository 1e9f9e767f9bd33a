import { badGateway, brokenJson, createSandbox, cut, type Fault, rateLimit, status } from '../../../src/sandbox/index.js';

/** What an Airbyte answers that fails. */
const ANSWERS = {
  '401': status(401),
  '403': status(403),
  '404': status(404),
  '409': status(409),
  '422': status(422),
  '429 with Retry-After': rateLimit({ retryAfter: 2 }),
  '429 with a long Retry-After': rateLimit({ retryAfter: 90 }),
  '429 without': rateLimit(),
  '500': status(500),
  '502 with HTML': badGateway(),
  'broken JSON': brokenJson(),
  'a connection cut in the answer': cut(),
} satisfies Record<string, Fault>;

/** What happens to the connection, before an answer of Airbyte. */
const CONNECTIONS = {
  'no answer': async (_input, init) => {
    while (init?.signal?.aborted !== true) await wait(STEP_MS);
    throw init.signal.reason;
  },
  reset: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') })),
  'a slow drip': async (_input, init) =>
    new Response(new ReadableStream({ pull: (controller) => drip(controller, init) }), { headers: { 'content-type': 'application/json' } }),
} satisfies Record<string, typeof fetch>;

export type FaultName = keyof typeof ANSWERS | keyof typeof CONNECTIONS;
export const FAULTS = [...Object.keys(ANSWERS), ...Object.keys(CONNECTIONS)] as FaultName[]; // SAFETY: these are the keys that the type names.

const STEP_MS = 5_000;

/** By fault: an Airbyte that answers every call so, in the words of the call's host. */
export const PLAYED: Record<FaultName, typeof fetch> = { ...byName(ANSWERS), ...CONNECTIONS };

function byName<Name extends string>(answers: Record<Name, Fault>): Record<Name, typeof fetch> {
  const played = Object.entries<Fault>(answers).map(([name, fault]) => [name, createSandbox({ faults: [fault] }).fetch]);
  return Object.fromEntries(played); // What it has is made of the same names.
}

/** One byte in a step, for as long as somebody listens. */
async function drip(controller: ReadableStreamDefaultController<Uint8Array>, init: RequestInit | undefined): Promise<void> {
  await wait(STEP_MS);
  if (init?.signal?.aborted === true) controller.close();
  else controller.enqueue(new TextEncoder().encode(' '));
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
