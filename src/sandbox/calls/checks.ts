import type { JsonObject } from '../../core/index.js';
import { readBody } from '../bodies.js';
import { agentError } from '../errors.js';
import type { StoredCheck } from '../state.js';
import type { World } from '../world.js';
import { allow, type CallFamily, type SandboxContext } from './callContext.js';
import { connectorOf } from './connectorStore.js';
import { readNewConnector } from './connectors.js';
import { isRefusedByService, requireSettings } from './credentials.js';
import { entryOf, readId } from './definitions.js';
import { readSecret } from './secretIds.js';
import { ownSource, readNewSource, readSourceUpdate } from './templateSources.js';

/** Configuration checks. They are done at once; the status path gives the same verdict again. */
export const checkCalls: CallFamily = (app, world) => {
  app.post('/api/v1/integrations/connectors/check', async (context) => {
    allow(context, 'application');
    const { definition, credentials, environment } = await readNewConnector(context, world, readSecret);
    return context.json(checkAnswer(world, check(world, definition.name, credentials, environment)));
  });

  app.post('/api/v1/integrations/connectors/:id/check', async (context) => {
    allow(context, 'application');
    const { definition, credentials, environment } = connectorOf(world, readId(context.req.param('id')));
    const { replication_config: replicationConfig } = await readBody(context.req, { name: 'string', replication_config: 'object' });
    if (replicationConfig) requireSettings(await entryOf(world, definition.id), { replication_config: replicationConfig });
    return context.json(checkAnswer(world, check(world, definition.name, credentials, environment)));
  });

  for (const { base, kind } of SOURCE_TWINS) {
    app.post(`${base}/check`, async (context) => {
      const { definition, credentials, environment } = await readNewSource(context, world, [kind]);
      return context.json({ id: check(world, definition.name, credentials, environment).id });
    });

    app.post(`${base}/:id/check`, async (context) => {
      const source = ownSource(context, world, [kind]);
      const { credentials, environment } = { ...source, ...(await readSourceUpdate(context, world, source)).parts };
      return context.json({ id: check(world, source.definition.name, credentials, environment).id });
    });
  }

  const status = (kind: 'application' | 'scoped') => (context: SandboxContext) => {
    allow(context, kind);
    const known = world.state.checks.get(readId(context.req.param('id') ?? ''));
    if (!known) throw agentError(404, 'Check not found');
    return context.json({ ...checkAnswer(world, known), enhanced_error_message: known.message });
  };
  for (const { base, kind } of SOURCE_TWINS) app.get(`${base}/check/:id/status`, status(kind));
};

const SOURCE_TWINS = [
  { base: '/api/v1/integrations/sources', kind: 'application' },
  { base: '/api/v1/embedded/sources', kind: 'scoped' },
] as const;

function check(world: World, service: string, credentials: JsonObject, environment: JsonObject): StoredCheck {
  const succeeded = !isRefusedByService(credentials, environment);
  const done = { id: world.state.nextId('check'), succeeded, message: succeeded ? null : `${service} refused these credentials.` };
  world.state.checks.set(done.id, done);
  return done;
}

const checkAnswer = (world: World, { id, succeeded, message }: StoredCheck): JsonObject => ({
  id,
  status: succeeded ? 'succeeded' : 'failed',
  error_message: message,
  failure_reason: succeeded
    ? null
    : {
        timestamp: world.now(),
        failure_origin: 'source',
        failure_type: 'config_error',
        external_message: message,
        internal_message: 'HTTP 401 from the service',
        retryable: false,
      },
});
