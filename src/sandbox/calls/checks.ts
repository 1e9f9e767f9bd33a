import type { JsonObject } from '../../core/index.js';
import { readBody } from '../bodies.js';
import { agentError } from '../errors.js';
import type { StoredCheck } from '../state.js';
import type { World } from '../world.js';
import { allow, type CallFamily } from './callContext.js';
import { connectorOf } from './connectorStore.js';
import { readNewConnector } from './connectors.js';
import { isRefusedByService, requireSettings } from './credentials.js';
import { entryOf, readId } from './definitions.js';
import { readSecret } from './secretIds.js';

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

  app.get('/api/v1/integrations/sources/check/:id/status', (context) => {
    allow(context, 'application');
    const known = world.state.checks.get(readId(context.req.param('id')));
    if (!known) throw agentError(404, 'Check not found');
    return context.json({ ...checkAnswer(world, known), enhanced_error_message: known.message });
  });
};

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
