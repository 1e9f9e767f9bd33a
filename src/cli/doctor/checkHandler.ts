import { addressProblem } from './addressProblem.js';
import { error, type Finding, ok, skipped } from './finding.js';
import { look } from './look.js';

export interface HandlerInput {
  handler: string | undefined;
  /** Origins of pages that ask it. */
  origins: readonly string[];
  fetch: typeof fetch;
}

/** Whether the handler is mounted, refuses who is not signed in, and takes its pages from other origins. */
export async function checkHandler({ handler, origins, fetch }: HandlerInput): Promise<Finding[]> {
  if (handler === undefined) return [skipped('handler', 'Not looked at: pass --handler.')];
  const problem = addressProblem(handler);
  if (problem !== null) return [error('handler', `${handler} ${problem}.`, 'Give the whole address, such as https://app.example.com/api/airbyte.')];
  const base = handler.replace(/\/+$/, '');
  const mounted = mountedFinding(base, await look(fetch, `${base}/connectors`, { headers: { accept: 'application/json' } }));
  if (mounted.level === 'error') return [mounted];
  const others = [...new Set(origins)].filter((origin) => origin !== new URL(base).origin);
  return [mounted, ...(await Promise.all(others.map((origin) => foreignOrigin(fetch, base, origin))))];
}

function mountedFinding(base: string, answer: Awaited<ReturnType<typeof look>>): Finding {
  if (answer === null) return error('handler', `${base} does not answer.`, 'Start the backend, and check DNS and TLS.');
  const { status, headers, text } = answer;
  if (!headers.has('ack-wire')) {
    return error(
      'handler',
      `${base} answers ${status}, and not as the handler does.`,
      'Mount the handler there, or set its `basePath` and the provider’s `endpoint`.',
    );
  }
  if (status === 401) return ok('handler', 'The handler answers, and refuses who is not signed in.');
  if (status < 300) {
    return error('handler', 'The handler gives connectors to somebody who is not signed in.', 'Let `authorize` answer null where there is no session.');
  }
  const misconfigured = text.includes('"handler_misconfigured"');
  const cure = misconfigured ? 'Its log says which option is missing or wrong.' : 'Its log and its `onEvent` say why.';
  return error('handler', `The handler answers ${status}${misconfigured ? ': its options are wrong' : ''}.`, cure);
}

async function foreignOrigin(fetch: typeof globalThis.fetch, base: string, origin: string): Promise<Finding> {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, ack-wire' };
  const answer = await look(fetch, `${base}/connectors`, { method: 'OPTIONS', headers });
  if (answer?.headers.get('access-control-allow-origin') === origin) return ok('handler', `The handler takes pages of ${origin}.`);
  return error('handler', `The handler refuses pages of ${origin}.`, `Add ${origin} to \`allowedOrigins\`, and let no proxy answer OPTIONS.`);
}
