export { abortable, wait } from './abort.js';
export type { AttemptOutcome, CallbackParams, CompleteAttemptInput, StartAttemptInput, StartedAttempt } from './attempt.js';
export { blameForSilence } from './blameForSilence.js';
export { CALLBACK_PARAMETERS, type CallbackAddress, callbackUrlWithState, publicAttemptId, readCallbackAddress } from './callback.js';
export type { CallOptions, CheckConnectorOptions, ConnectApi, CreateConnectorInput, ReplaceCredentialsInput, ReplacedConnector } from './connectApi.js';
export {
  ConnectError,
  type ConnectErrorBody,
  type ConnectErrorOptions,
  type FieldErrors,
  type FieldProblem,
} from './connectError.js';
export { type CheckResult, type Connector, type ConnectorFilter, MAX_NAME } from './connector.js';
export type { AuthMethod, ConnectorDefinition, ConnectorDefinitionDetail, ConnectorValues, ValuePlace } from './definition.js';
export { endUserReason } from './endUserReason.js';
export { type ConnectErrorCode, ERROR_CODES, isConnectErrorCode } from './errorCodes.js';
export { filenameOf } from './filename.js';
export { type ConnectFlowAction, type ConnectFlowState, type ConsentWindow, initialFlow, isStored, mayAuthorise, maySubmit, reduceFlow } from './flow.js';
export { createHttp, type Http, type HttpAnswer, type HttpOptions, type HttpRequest, readJson } from './http.js';
export { isOffline } from './isOffline.js';
export { isJsonObject, type JsonObject, type JsonSchema } from './json.js';
export { type OAuthFacts, readOAuthFacts } from './oauthFacts.js';
export type { ExecuteFileResult, ExecuteInput, ExecuteJsonResult, ExecuteResult, Operation, PagingStop } from './operation.js';
export { parseRetryAfter } from './retry.js';
export { alternativesOf, constantOf, propertiesOf, propertyOf, requiredOf, type SchemaPath, schemaAt, withSchemaAt } from './schemaParts.js';
export { Sealed } from './sealed.js';
export { tellDeveloper } from './tellDeveloper.js';
export { isConnectError, toConnectError } from './toConnectError.js';
export { hideFilled, type OAuthBranch, oauthBranchIn, oauthBranchOf, withoutOAuthOutput } from './withoutOAuthOutput.js';
