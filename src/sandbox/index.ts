export type { UnknownCall } from './apiApp.js';
export type { ConsentMode } from './consent/consentApp.js';
export type { ConsentDecision } from './consent/decide.js';
export { createSandbox } from './createSandbox.js';
export type { ErrorStatus } from './errors.js';
export {
  approveConsent,
  badGateway,
  brokenJson,
  cut,
  definitionNotEnabled,
  denyConsent,
  expireConsent,
  type Fault,
  type FaultMatch,
  type FaultResponse,
  type FaultScope,
  latency,
  missingCursor,
  type PagingFault,
  rateLimit,
  recycledInstance,
  repeatCursor,
  status,
  unavailable,
} from './faults.js';
export type { SandboxDefinition } from './ownDefinitions.js';
export type { PageConnectApiOptions } from './pageConnectApi.js';
export type { RecordedRequest } from './record.js';
export type { Sandbox, SandboxConnector, SandboxOptions } from './sandboxTypes.js';
export { APPLICATION_TOKEN_LIFE, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, SCOPED_TOKEN_LIFE } from './tokens.js';
