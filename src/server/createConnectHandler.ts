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
 * @example
 * const handler = createConnectHandler({
 *   clientId: env.AIRBYTE_CLIENT_ID, clientSecret: env.AIRBYTE_CLIENT_SECRET,
 *   authorize: async (request) => (await session(request))?.userId ?? null,
 *   callbackUrl: 'https://app.example.com/connected',
 * });
 */
export function createConnectHandler(options: ConnectHandlerOptions): ConnectHandler {
  const report = createReport(options.onEvent);
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
  return Object.assign(async (request: Request) => router(request), { api: createApi(parts) });
}
