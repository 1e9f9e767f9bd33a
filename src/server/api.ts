import type { TypedExecuteInput, TypedExecuteResult } from '../catalog/index.js';
import type { CallOptions, Connector, ConnectorFilter, ExecuteInput, ExecuteResult, JsonObject, JsonSchema } from '../core/index.js';
import { type AgentTool, type AgentToolOptions, createAgentTool } from './agentTool.js';
import { type DeletedUser, deleteUser } from './deleteUser.js';
import { createForUser, type HostCreateInput } from './hostCreate.js';
import { createOAuthAppsApi } from './oauthAppsApi.js';
import type { Parts } from './parts.js';
import { idForLogs } from './requestId.js';
import { runOperation } from './routes/operations.js';
import { requireUser } from './userId.js';

/** How a call of the server's own functions is made. */
export interface ApiCallOptions extends CallOptions {
  /**
   * The id of its events, so that they are found beside what called it: at most 128 letters, digits, `_` and `-`; anything else is replaced,
   * since a log must hold it. All events of one call have the same. @default a new one
   */
  requestId?: string | undefined;
}

/** The server's own functions: for jobs, agents and pages rendered on the server. You say who the user is. */
export interface ConnectHandlerApi {
  /**
   * Runs an operation on one of the user's connectors. `allow` holds here too. With a slug of the catalogue, `execute<'stripe'>`, its
   * entities, actions and parameters are typed.
   * @throws {ConnectError} `connector_not_found`, `operation_not_found`, `operation_not_allowed`, `credentials_refused`, `handler_misconfigured`
   * @example const { records } = await handler.api.execute({ userId, connectorId, entity: 'customers', action: 'list' });
   */
  execute<Definition extends string = string>(
    input: TypedExecuteInput<Definition> & { userId: string },
    options?: ApiCallOptions,
  ): Promise<TypedExecuteResult<Definition>>;
  /**
   * The user's connectors; none for a user never seen.
   * @throws {ConnectError} `handler_misconfigured`, `upstream_unavailable`
   */
  listConnectors(input: ConnectorFilter & { userId: string }, options?: CallOptions): Promise<Connector[]>;
  /**
   * A connector from credentials that you already hold: tokens of your own OAuth app, keys of an older integration. They are stored
   * without being tried, and `onConnected` is not called.
   * @throws {ConnectError} `definition_not_found`, `invalid_input`, `credentials_mismatch`, `handler_misconfigured`
   * @example await handler.api.createConnector({ userId, definition: 'hubspot', credentials: { refresh_token, client_id, client_secret } });
   */
  createConnector(input: HostCreateInput, options?: ApiCallOptions): Promise<Connector>;
  /**
   * For off-boarding: ends the sign-ins and creates that the user has begun, removes every connector of the user and the OAuth apps that
   * `oauthOverrides` names, and tells which could not be. Safe to repeat. `authorize` must no longer answer the user by then.
   * @throws {ConnectError} `upstream_unavailable` when not even the list is answered
   */
  deleteUser(userId: string, options?: ApiCallOptions): Promise<DeletedUser>;
  /**
   * Lets people sign in through your own OAuth app of a service, for your whole organization. Give the credentials flat, as
   * `describeOAuthApp` names them. Airbyte never answers them again.
   *
   * With `userId` it is the app of that user's workspace alone. Sign-ins by consent end there for this definition: name it in
   * `oauthOverrides`, so that the user is offered the full form. Only the pattern `sources()` has such apps; a definition of its `specs`
   * takes the credentials in the shape of its specification.
   * @throws {ConnectError} `oauth_not_available` where the definition has no OAuth, `invalid_input` with the fields that are missing,
   *   `not_supported` for a `userId` where the pattern has no apps of one workspace
   * @example await handler.api.setOAuthApp({ definition: 'hubspot', credentials: { client_id, client_secret } });
   */
  setOAuthApp(input: { userId?: string | undefined; definition: string; credentials: JsonObject }, options?: ApiCallOptions): Promise<void>;
  /** The fields that your own OAuth app of a service needs, as a JSON Schema. @throws {ConnectError} as `setOAuthApp` */
  describeOAuthApp(definition: string, options?: CallOptions): Promise<JsonSchema>;
  /**
   * Back to Airbyte's own app; with `userId` of that user's workspace alone. Nothing to remove is no failure. Connectors made by the app
   * need new credentials.
   * @throws {ConnectError} as `setOAuthApp`
   */
  removeOAuthApp(definition: string, options?: ApiCallOptions & { userId?: string | undefined }): Promise<void>;
  /**
   * A connector of the user as a tool for a language model: name, description, JSON Schema of its allowed operations, and `run`.
   * @throws {ConnectError} `connector_not_found`
   * @example const tools = await Promise.all(connectors.map((connector) => handler.api.toAgentTool({ userId, connector, kinds: ['read'] })));
   */
  toAgentTool(input: AgentToolOptions): Promise<AgentTool>;
}

export function createApi(parts: () => Parts): ConnectHandlerApi {
  async function execute({ userId, ...input }: ExecuteInput & { userId: string }, { signal, requestId }: ApiCallOptions = {}): Promise<ExecuteResult> {
    return runOperation(parts(), { userId: requireUser(userId), requestId: idForLogs(requestId), input, signal });
  }
  return {
    // SAFETY: typed inputs are `ExecuteInput`s with known names, and typed results the same values; only the compiler sees a difference.
    execute: execute as ConnectHandlerApi['execute'],
    async listConnectors({ userId, definition }, options) {
      return parts().client.listConnectors(requireUser(userId), { definition }, options);
    },
    createConnector: async (input, options) => createForUser(parts(), { ...input, userId: requireUser(input.userId) }, options),
    deleteUser: async (userId, options) => deleteUser(parts(), requireUser(userId), options),
    ...createOAuthAppsApi(parts),
    toAgentTool: async (input) => createAgentTool(parts(), { ...input, userId: requireUser(input.userId) }),
  };
}
