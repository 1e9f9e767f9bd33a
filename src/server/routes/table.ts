import { completeAttempt } from '../attempts/complete.js';
import { getAttempt } from '../attempts/get.js';
import { startAttempt } from '../attempts/start.js';
import type { Call } from '../call.js';
import { answerCallback, answerFailure } from '../callback/callback.js';
import { checkConnector, createConnector, deleteConnector, getConnector, listConnectors, renameConnector, replaceCredentials } from './connectors.js';
import { getDefinition, listDefinitions } from './definitions.js';
import { execute, listOperations } from './operations.js';
import { mintToken } from './token.js';

export type Route = { method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; path: string } & (
  | { session: 'required'; run: (call: Call) => Promise<Response> }
  | { session: 'optional'; run: (call: Call<string | null>) => Promise<Response> }
) & {
    /** Answers what is thrown, also before `run` is asked, where the reader is a person. @default the error as JSON */
    failed?: (call: Call<string | null>, thrown: unknown) => Promise<Response>;
  };

const route = (method: Route['method'], path: string, run: (call: Call) => Promise<Response>): Route => ({ method, path, session: 'required', run });

/** Every route of the wire protocol. */
export const ROUTES: readonly Route[] = [
  route('GET', '/definitions', listDefinitions),
  route('GET', '/definitions/:id', getDefinition),
  route('GET', '/connectors', listConnectors),
  route('POST', '/connectors', createConnector),
  route('GET', '/connectors/:id', getConnector),
  route('PATCH', '/connectors/:id', renameConnector),
  route('DELETE', '/connectors/:id', deleteConnector),
  route('POST', '/connectors/:id/check', checkConnector),
  route('POST', '/connectors/:id/credentials', replaceCredentials),
  route('POST', '/connectors/:id/execute', execute),
  route('GET', '/connectors/:id/operations', listOperations),
  route('POST', '/attempts', (call) => call.limitedStarts(call.userId, () => startAttempt(call))),
  { method: 'POST', path: '/attempts/complete', session: 'optional', run: completeAttempt },
  route('GET', '/attempts/:attemptId', getAttempt),
  { method: 'GET', path: '/callback', session: 'optional', run: answerCallback, failed: answerFailure },
  route('POST', '/token', mintToken),
];
