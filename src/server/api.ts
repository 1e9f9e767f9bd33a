import type { TypedExecuteInput, TypedExecuteResult } from '../catalog/index.js';
import { type CallOptions, ConnectError, type Connector, type ConnectorFilter, type ExecuteInput, type ExecuteResult } from '../core/index.js';
import type { Parts } from './parts.js';
import { runOperation } from './routes/operations.js';
import { userIdProblem } from './userId.js';

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
    options?: CallOptions,
  ): Promise<TypedExecuteResult<Definition>>;
  /**
   * The user's connectors; none for a user never seen.
   * @throws {ConnectError} `handler_misconfigured`, `upstream_unavailable`
   */
  listConnectors(input: ConnectorFilter & { userId: string }, options?: CallOptions): Promise<Connector[]>;
}

export function createApi(parts: () => Parts): ConnectHandlerApi {
  async function execute({ userId, ...input }: ExecuteInput & { userId: string }, { signal }: CallOptions = {}): Promise<ExecuteResult> {
    return runOperation(parts(), { userId: requireUser(userId), requestId: null, input, signal });
  }
  return {
    // SAFETY: typed inputs are `ExecuteInput`s with known names, and typed results the same values; only the compiler sees a difference.
    execute: execute as ConnectHandlerApi['execute'],
    async listConnectors({ userId, definition }, options) {
      return parts().client.listConnectors(requireUser(userId), { definition }, options);
    },
  };
}

function requireUser(userId: string): string {
  const problem = userIdProblem(userId);
  if (problem === null) return userId;
  throw new ConnectError('invalid_input', `\`userId\` ${problem}.`);
}
