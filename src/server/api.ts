import { type CallOptions, ConnectError, type Connector, type ConnectorFilter, type ExecuteInput, type ExecuteResult } from '../core/index.js';
import type { Parts } from './parts.js';
import { runOperation } from './routes/operations.js';
import { userIdProblem } from './userId.js';

/** The server's own functions: for jobs, agents and pages rendered on the server. You say who the user is. */
export interface ConnectHandlerApi {
  /**
   * Runs an operation on one of the user's connectors. `allow` holds here too.
   * @throws {ConnectError} `connector_not_found`, `operation_not_found`, `operation_not_allowed`, `credentials_refused`, `handler_misconfigured`
   * @example const { records } = await handler.api.execute({ userId, connectorId, entity: 'customers', action: 'list' });
   */
  execute(input: ExecuteInput & { userId: string }, options?: CallOptions): Promise<ExecuteResult>;
  /**
   * The user's connectors; none for a user never seen.
   * @throws {ConnectError} `handler_misconfigured`, `upstream_unavailable`
   */
  listConnectors(input: ConnectorFilter & { userId: string }, options?: CallOptions): Promise<Connector[]>;
}

export function createApi(parts: () => Parts): ConnectHandlerApi {
  return {
    async execute({ userId, ...input }, { signal } = {}) {
      return runOperation(parts(), { userId: requireUser(userId), requestId: null, input, signal });
    },
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
