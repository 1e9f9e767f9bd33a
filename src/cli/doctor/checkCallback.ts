import { isSecureUrl } from '../../airbyte/index.js';
import { error, type Finding, ok, skipped, warning } from './finding.js';
import { look } from './look.js';

export interface CallbackInput {
  callbackUrl: string | undefined;
  allowedOrigins: readonly string[];
  fetch: typeof fetch;
}

/** Whether the page that sign-ins come back to is allowed, is there and shows itself to whoever comes from another site. */
export async function checkCallback({ callbackUrl, allowedOrigins, fetch }: CallbackInput): Promise<Finding> {
  if (callbackUrl === undefined) return skipped('callback', 'Not looked at: pass --callback-url.');
  if (!isSecureUrl(callbackUrl)) {
    return error('callback', `${callbackUrl} is not an https address.`, 'Use https; plain http is taken on localhost only.');
  }
  const { origin } = new URL(callbackUrl);
  if (allowedOrigins.length > 0 && !allowedOrigins.some((allowed) => originOf(allowed) === origin)) {
    return error('callback', `${origin}, the callback’s origin, is not among the allowed origins.`, `Add ${origin} to \`allowedOrigins\`.`);
  }
  return reached(callbackUrl, await look(fetch, callbackUrl));
}

function reached(callbackUrl: string, answer: Awaited<ReturnType<typeof look>>): Finding {
  if (answer === null)
    return error('callback', `${callbackUrl} does not answer.`, 'Deploy the page that shows OAuthCallbackPage there, and check DNS and TLS.');
  const { status, headers } = answer;
  // The handler's own callback refuses to be opened by hand.
  if (headers.has('ack-wire')) return ok('callback', 'The handler’s own callback answers.');
  if (status >= 300 && status < 400) {
    const target = headers.get('location') ?? 'another address';
    return warning(
      'callback',
      `${callbackUrl} redirects to ${target}, which may lose what the sign-in brings.`,
      'Show the page itself there, also to whoever is not signed in.',
    );
  }
  if (status >= 400) return error('callback', `${callbackUrl} answers ${status}.`, 'Show OAuthCallbackPage there, also to whoever is not signed in.');
  return ok('callback', `${callbackUrl} answers.`);
}

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);
