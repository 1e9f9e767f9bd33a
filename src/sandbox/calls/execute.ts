import type { CatalogEntry, CatalogOperation } from '../../catalog/index.js';
import type { JsonObject } from '../../core/index.js';
import { isUuid, readBody } from '../bodies.js';
import { agentError, invalid } from '../errors.js';
import { readParams } from '../execute/params.js';
import { runOperation } from '../execute/runOperation.js';
import { hash } from '../seeded.js';
import type { DownloadedFile } from '../services/index.js';
import type { StoredConnector } from '../state.js';
import type { Bearer } from '../tokens.js';
import type { World } from '../world.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { connectorOf, findConnector } from './connectorStore.js';
import { isRefusedByService } from './credentials.js';
import { entryOf, readId } from './definitions.js';
import { isRecycled } from './instances.js';

/** Running operations, by both paths. */
export const executeCalls: CallFamily = (app, world) => {
  app.post('/api/v1/integrations/connectors/:id/execute', (context) => {
    const bearer = allow(context, 'application', 'scoped');
    return execute(context, world, connectorOf(world, context.req.param('id')), { bearer });
  });
  app.post('/api/v1/connectors/sources/:id/execute', (context) => {
    const id = context.req.param('id');
    if (!isUuid(id)) throw invalid([{ field: 'source_id', message: 'Input should be a valid UUID', error_code: 'uuid_parsing' }]);
    return execute(context, world, connectorOf(world, id), { bearer: allow(context, 'application', 'scoped'), dialect: seedCursor });
  });
  app.post('/api/v1/connectors/instances/:id/execute', (context) => {
    // Not the scoped token that made it: the guide stresses that.
    const bearer = allow(context, 'application');
    const instance = findConnector(world, readId(context.req.param('id')), 'instance');
    if (!instance || isRecycled(world, instance)) throw agentError(404, 'Connector not found');
    return execute(context, world, instance, { bearer });
  });
};

type Dialect = {
  params(operation: CatalogOperation, params: JsonObject): JsonObject;
  metadata(operation: CatalogOperation, metadata: JsonObject | null): JsonObject | null;
};

const asTheyAre: Dialect = { params: (_operation, params) => params, metadata: (_operation, metadata) => metadata };

/** The guides show `pagination.cursor` on the path of sources; it goes back as `cursor`. The connector's own keys stay beside it. */
const seedCursor: Dialect = {
  params: ({ paging }, { cursor, ...params }) => ({
    ...params,
    ...(cursor === undefined ? {} : { [(paging?.style === 'cursor' && paging.requestParam) || 'cursor']: cursor }),
  }),
  metadata: ({ paging }, metadata) => (metadata && paging?.cursor ? { ...metadata, pagination: { cursor: metadata[paging.cursor.key] ?? null } } : metadata),
};

interface Caller {
  bearer: Bearer;
  /** @default the connector's own names */
  dialect?: Dialect;
}

async function execute(context: SandboxContext, world: World, connector: StoredConnector, { bearer, dialect = asTheyAre }: Caller): Promise<Response> {
  const body = await readBody(context.req, { entity: 'string', action: 'string', params: 'object' }, ['entity', 'action']);
  // To somebody else's scoped token a connector does not exist.
  if (bearer.kind === 'scoped' && connector.workspace.id !== bearer.workspace.id) throw agentError(404, 'Connector not found');
  if (connector.workspace.status === 'inactive') throw agentError(403, 'The workspace is inactive.');
  const entry = await entryOf(world, connector.definition.id);
  const operation = operationOf(entry, body.entity ?? '', body.action ?? '');
  if (isRefusedByService(connector.credentials, connector.environment))
    throw agentError(401, `${connector.definition.name} refused the credentials of this connector.`);
  const params = readParams(operation, dialect.params(operation, body.params ?? {}));
  const done = runOperation({ connector, entry, operation, params, seed: world.seed, pagingFault: context.get('pagingFault') });
  connector.usedAt = world.now();
  if ('file' in done) return fileAnswer(done.file);
  return context.json({
    status: 'success',
    result: done.result,
    connector_metadata: dialect.metadata(operation, done.metadata),
    execution_metadata: { connector_instance_id: `source_id:${connector.id}`, execution_time_ms: 40 + (hash(`${operation.entity}.${operation.action}`) % 400) },
  });
}

function operationOf({ name, operations }: CatalogEntry, entity: string, action: string): CatalogOperation {
  const ofEntity = operations.filter((candidate) => candidate.entity === entity);
  const problem = (field: string, message: string) => invalid([{ field, message, error_code: 'value_error' }]);
  if (ofEntity.length === 0) throw problem('entity', `${name} has no entity '${entity}'`);
  const operation = ofEntity.find((candidate) => candidate.action === action);
  if (!operation) throw problem('action', `'${entity}' has no action '${action}'. Available: ${ofEntity.map((candidate) => candidate.action).join(', ')}`);
  return operation;
}

/** The bytes of a file; for a file that is not there, none. */
function fileAnswer(file: DownloadedFile | null): Response {
  const { bytes, contentType, filename } = file ?? { bytes: new Uint8Array(), contentType: 'application/octet-stream', filename: 'download' };
  const half = Math.ceil(bytes.length / 2);
  const parts = [bytes.slice(0, half), bytes.slice(half)].filter((part) => part.length > 0);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  return new Response(stream, { headers: { 'content-type': contentType, 'content-disposition': `attachment; filename="${filename}"` } });
}
