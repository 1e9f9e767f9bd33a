import { agentError, type ErrorStatus, hostError } from './errors.js';

/** Which requests a fault is for; all of them when it is left out. */
export interface FaultMatch {
  method?: string | undefined;
  /** A part of the path, or a pattern for it. */
  path?: string | RegExp | undefined;
  /** `createConnector`, `executeConnector`, ...: as the contract names the call. */
  operationId?: string | undefined;
}

/** What an answer's paging gets wrong while it says that there is more. */
export type PagingFault = 'cursor_repeated' | 'cursor_missing';

/** How a call goes wrong. */
export type FaultResponse =
  /** Answers as usual, after this many milliseconds. */
  | { kind: 'latency'; ms: number }
  /** Answers with this status in the error shape of the host. `retryAfter` is in seconds. */
  | { kind: 'status'; status: ErrorStatus; retryAfter?: number | undefined; message?: string | undefined }
  /** A gateway's page. */
  | { kind: 'html502' }
  | { kind: 'brokenJson' }
  /** The connection breaks in the middle of the answer. */
  | { kind: 'cut' }
  /** A list says that there is more, and lets nobody ask for it. */
  | { kind: 'paging'; paging: PagingFault }
  /** The consent page decides by itself. */
  | { kind: 'consent'; decision: 'approve' | 'deny' | 'expire' };

/** What goes wrong: in which calls, how often, and how. */
export interface Fault {
  match?: FaultMatch | undefined;
  /** How often it happens. @default always */
  times?: number | undefined;
  respond: FaultResponse;
}

/** Where and how often a built fault happens. */
export type FaultScope = Pick<Fault, 'match' | 'times'>;

/** Answers late. */
export const latency = (ms: number, scope: FaultScope = {}): Fault => ({ ...scope, respond: { kind: 'latency', ms } });

/**
 * Answers with a status, in the error shape of the call's host. The contract does not declare all of them everywhere: 409 only for some of the
 * public API’s calls and none of the agent engine, 501 only for OAuth of the public API, 404 for no call that makes a token or lists definitions; the public
 * token call has no 404, 409 and 422. An undeclared one is still played, as a gateway before Airbyte might.
 * @example createSandbox({ faults: [status(409, { match: { operationId: 'updateConnector' }, times: 1 })] })
 */
export const status = (code: ErrorStatus, { message, ...scope }: FaultScope & { message?: string } = {}): Fault => ({
  ...scope,
  respond: { kind: 'status', status: code, message },
});

/** 429, with `Retry-After` in seconds when it is given. */
export const rateLimit = ({ retryAfter, ...scope }: FaultScope & { retryAfter?: number } = {}): Fault => ({
  ...scope,
  respond: { kind: 'status', status: 429, retryAfter, message: 'You are being rate limited.' },
});

/** 500. */
export const unavailable = (scope: FaultScope = {}): Fault => ({ ...scope, respond: { kind: 'status', status: 500 } });

/** 502 with an HTML page, as a gateway sends it. */
export const badGateway = (scope: FaultScope = {}): Fault => ({ ...scope, respond: { kind: 'html502' } });

/** 200 with half a JSON text. */
export const brokenJson = (scope: FaultScope = {}): Fault => ({ ...scope, respond: { kind: 'brokenJson' } });

/** A connection that breaks in the middle of the answer. */
export const cut = (scope: FaultScope = {}): Fault => ({ ...scope, respond: { kind: 'cut' } });

/** The organization has not enabled the connector: a sign-in cannot be started. */
export const definitionNotEnabled = (scope: Pick<FaultScope, 'times'> = {}): Fault => ({
  ...scope,
  match: { operationId: 'initiateConnectorOAuth' },
  respond: { kind: 'status', status: 400, message: 'No organization-specific source template configured for this connector type.' },
});

/** Airbyte has put an instance away because nobody used it: it is listed, and runs nothing. */
export const recycledInstance = (scope: Pick<FaultScope, 'times'> = {}): Fault => ({
  ...scope,
  match: { operationId: 'executeConnectorInstance' },
  respond: { kind: 'status', status: 404, message: 'Connector not found' },
});

const EXECUTE = { method: 'POST', path: /\/execute$/ };

/** A list says that there is more and sends the cursor back that it was asked with. A first page, asked for without one, is as usual. */
export const repeatCursor = (scope: FaultScope = {}): Fault => ({ match: EXECUTE, ...scope, respond: { kind: 'paging', paging: 'cursor_repeated' } });

/** A list says that there is more and sends no cursor. Where the cursor itself is what says so, the answer is as usual. */
export const missingCursor = (scope: FaultScope = {}): Fault => ({ match: EXECUTE, ...scope, respond: { kind: 'paging', paging: 'cursor_missing' } });

/** The person refuses at the consent page, without a click in the test. */
export const denyConsent = (scope: Pick<FaultScope, 'times'> = {}): Fault => ({ ...scope, respond: { kind: 'consent', decision: 'deny' } });

/** The person agrees at the consent page, without a click in the test. */
export const approveConsent = (scope: Pick<FaultScope, 'times'> = {}): Fault => ({ ...scope, respond: { kind: 'consent', decision: 'approve' } });

/** The consent session is over when the person arrives. */
export const expireConsent = (scope: Pick<FaultScope, 'times'> = {}): Fault => ({ ...scope, respond: { kind: 'consent', decision: 'expire' } });

/** The faults that are in force, counted down as they happen. */
export interface FaultRules {
  add(fault: Fault): void;
  /** The next fault for a request to the API. */
  take(request: { method: string; pathname: string; operationId: string | null }): Exclude<FaultResponse, { kind: 'consent' }> | null;
  /** How the consent page decides by itself, if it does. */
  takeConsent(): 'approve' | 'deny' | 'expire' | null;
  reset(): void;
}

export function createFaultRules(initial: readonly Fault[]): FaultRules {
  const armed = (faults: readonly Fault[]) => faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  let rules = armed(initial);
  const take = <R extends FaultResponse>(wanted: (fault: Fault) => fault is Fault & { respond: R }): R | null => {
    for (const rule of rules) {
      if (rule.left < 1 || !wanted(rule.fault)) continue;
      rule.left -= 1;
      return rule.fault.respond;
    }
    return null;
  };
  return {
    add: (fault) => rules.push(...armed([fault])),
    take: (request) =>
      take(
        (fault): fault is Fault & { respond: Exclude<FaultResponse, { kind: 'consent' }> } => fault.respond.kind !== 'consent' && matches(fault.match, request),
      ),
    takeConsent: () => take((fault): fault is Fault & { respond: FaultResponse & { kind: 'consent' } } => fault.respond.kind === 'consent')?.decision ?? null,
    reset: () => {
      rules = armed(initial);
    },
  };
}

function matches(match: FaultMatch | undefined, request: { method: string; pathname: string; operationId: string | null }): boolean {
  if (match?.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match?.operationId !== undefined && match.operationId !== request.operationId) return false;
  if (match?.path === undefined) return true;
  return typeof match.path === 'string'
    ? request.pathname.includes(match.path)
    : new RegExp(match.path.source, match.path.flags.replace('g', '')).test(request.pathname);
}

/** Plays a fault. `answer` gives the usual answer. */
export async function playFault(fault: Exclude<FaultResponse, { kind: 'consent' }>, pathname: string, answer: () => Promise<Response>): Promise<Response> {
  switch (fault.kind) {
    case 'latency':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return answer();
    case 'status': {
      const headers = fault.retryAfter === undefined ? undefined : { 'retry-after': String(fault.retryAfter) };
      // Only the agent engine is known to send Retry-After, and only it knows 422 with `errors`.
      const error =
        headers && fault.status === 429 ? agentError(429, fault.message ?? '', [], headers) : hostError(pathname, fault.status, fault.message, headers);
      return error.getResponse();
    }
    case 'html502':
      return new Response('<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
    case 'brokenJson':
      return new Response('{"data": [{"id": "1', { headers: { 'content-type': 'application/json' } });
    case 'paging':
      // The call itself plays it: only it knows which keys page.
      return answer();
    case 'cut':
      return new Response(brokenStream(), { headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } });
  }
}

function brokenStream(): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('The connection was cut.'));
      else controller.enqueue(new TextEncoder().encode('{"data": ['));
      sent = true;
    },
  });
}
