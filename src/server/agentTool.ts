import * as z from 'zod/mini';
import { type CallOptions, ConnectError, type Connector, type ExecuteResult, type JsonSchema, type Operation } from '../core/index.js';
import type { ApiCallOptions } from './api.js';
import { isAllowed } from './offers.js';
import type { Parts } from './parts.js';
import { idForLogs } from './requestId.js';
import { runOperation } from './routes/operations.js';

/** What a tool's name may have for every model's maker. */
const MAX_NAME = 64;
/** Characters of a connector's name in a description: a person has written it. */
const MAX_SAID = 80;

/** A connector as a tool of a language model. */
export interface AgentTool {
  /** Letters, digits, `_` and `-`; at most 64. */
  name: string;
  description: string;
  /** An object schema without alternatives at its top, as all makers take it. */
  inputSchema: JsonSchema;
  /**
   * Runs what the model asked for. `allow` holds.
   * @throws {ConnectError} `invalid_input` for another shape, `operation_not_found` for what the schema does not offer, and as `execute`
   */
  run(input: unknown, options?: ApiCallOptions): Promise<ExecuteResult>;
}

/** Whose connector becomes a tool, and what of it. */
export interface AgentToolOptions extends CallOptions {
  userId: string;
  connector: Connector;
  /** Which operations are offered. @default all that `allow` permits */
  kinds?: readonly Operation['kind'][] | undefined;
}

const inputSchema = z.object({ operation: z.string(), params: z.optional(z.record(z.string(), z.unknown())) });

const nameOf = ({ entity, action }: Pick<Operation, 'entity' | 'action'>) => `${entity}.${action}`;

/** The connector's allowed operations as one tool: the operation's name, and the parameters that it takes. */
export async function createAgentTool(parts: Parts, { userId, connector, kinds, signal }: AgentToolOptions): Promise<AgentTool> {
  const offered = (operation: Operation) => isAllowed(parts.settings, connector.definition, operation) && (kinds?.includes(operation.kind) ?? true);
  const operations = (await parts.client.listOperations(userId, connector.id, { signal })).filter(offered);
  const { definition } = connector;
  return {
    name: `${(definition.slug ?? definition.name).replace(/[^A-Za-z0-9_-]/g, '_')}_${connector.id.replace(/[^A-Za-z0-9_-]/g, '_')}`.slice(0, MAX_NAME),
    description: `Runs an operation on the ${definition.name} account that its owner calls ${JSON.stringify([...connector.name].slice(0, MAX_SAID).join(''))}.`,
    inputSchema: schemaOf(operations),
    async run(input, { signal: stop, requestId } = {}) {
      const parsed = z.safeParse(inputSchema, input);
      if (!parsed.success) throw new ConnectError('invalid_input', 'A call of the tool is `{ operation, params }`.');
      const wanted = operations.find((operation) => nameOf(operation) === parsed.data.operation);
      if (wanted === undefined) throw new ConnectError('operation_not_found', 'The tool offers no operation of this name.');
      const { entity, action } = wanted;
      const execute = { connectorId: connector.id, entity, action, params: parsed.data.params };
      return runOperation(parts, { userId, requestId: idForLogs(requestId), input: execute, signal: stop });
    },
  };
}

function schemaOf(operations: readonly Operation[]): JsonSchema {
  return {
    type: 'object',
    properties: {
      operation: { type: 'string', enum: operations.map(nameOf) },
      params: {
        description: 'The parameters of the operation: the alternative whose title is its name.',
        anyOf: operations.map((operation) => ({ ...operation.schema, title: nameOf(operation), description: operation.kind })),
      },
    },
    required: ['operation'],
    additionalProperties: false,
  };
}
