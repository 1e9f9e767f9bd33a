import { ConnectError } from '../core/index.js';
import { type ConnectHandlerApi, createApi } from './api.js';
import type { ConnectHandlerOptions } from './options.js';
import { createParts, type Parts } from './parts.js';
import { createReport } from './report.js';
import { createRouter } from './router.js';
import { basePathOf, resolveSettings } from './settings.js';

/** A request handler with the server's own functions beside it. */
export interface ConnectHandler {
  (request: Request): Promise<Response>;
  readonly api: ConnectHandlerApi;
}

/**
 * The handler that your backend mounts, for any runtime with `Request` and `Response`. It holds the Airbyte credentials, knows the end
 * user by `authorize`, and answers the browser client. It reads no environment and makes no call before the first request. A missing
 * option is said at the first request: in the log, as an `error` event, and to the browser as `handler_misconfigured`.
 * @throws {ConnectError} `handler_misconfigured` in a browser, whose bundle would hold the secret; its answers reject with it where they are given no `Request`
 * @example
 * const handler = createConnectHandler({
 *   clientId: env.AIRBYTE_CLIENT_ID, clientSecret: env.AIRBYTE_CLIENT_SECRET,
 *   authorize: async (request) => (await session(request))?.userId ?? null,
 *   callbackUrl: 'https://app.example.com/connected',
 * });
 */
export function createConnectHandler(options: ConnectHandlerOptions): ConnectHandler {
  if (isInBrowser()) throw new ConnectError('handler_misconfigured', IN_BROWSER);
  const report = createReport(options.onEvent, options.now ?? Date.now);
  let made: Parts | null = null;
  const parts = (): Parts => {
    if (made !== null) return made;
    const settings = resolveSettings(options);
    if ('problem' in settings) {
      report.misconfigured(settings.problem);
      throw new ConnectError('handler_misconfigured', settings.problem);
    }
    made = createParts(settings, report);
    return made;
  };
  const router = createRouter({ basePath: basePathOf(options), parts, report });
  const answer = async (request: Request) => {
    if (!isRequest(request)) {
      report.misconfigured(NO_REQUEST);
      throw new ConnectError('handler_misconfigured', NO_REQUEST);
    }
    return router(request);
  };
  return Object.assign(answer, { api: createApi(parts) });
}

const NO_REQUEST =
  'The handler was called with something else than a `Request`. With Express, Connect or plain Node wrap it: `toNodeListener(handler)` from "airbyte-connect-kit/node".';
const IN_BROWSER =
  'createConnectHandler was called in a browser. Keep it in a file that only your backend imports; if the client secret is in the page’s bundle, make another one at Airbyte.';

/** By what the handler needs of it, since a runtime, a polyfill or a test environment may have another class. */
const isRequest = (request: unknown): boolean =>
  typeof request === 'object' &&
  request !== null &&
  'url' in request &&
  'headers' in request &&
  typeof request.headers === 'object' &&
  request.headers !== null &&
  'get' in request.headers;

/** A test environment in Node has a document too. */
const isInBrowser = (): boolean => 'document' in globalThis && globalThis.process?.versions?.node === undefined;
