import { createConnectorsClient } from './connectorsClient.js';
import type { AirbytePattern } from './pattern.js';

/** Options of `connectors`. */
export interface ConnectorsPatternOptions {
  /**
   * `current`: `workspace_name`, `definition_id`, `.../integrations/connectors/{id}/execute`; a consent brings `connector_id`.
   * `seed`: `external_user_id`, `connector_type`, `.../connectors/sources/{id}/execute`; a consent brings `secret_id`. @default 'current'
   */
  generation?: AirbytePattern['generation'] | undefined;
}

/**
 * The default pattern: connectors of a workspace on the agent engine.
 * @example createConnectHandler({ ...options, pattern: connectors({ generation: 'seed' }) });
 */
export function connectors({ generation = 'current' }: ConnectorsPatternOptions = {}): AirbytePattern {
  return {
    name: 'connectors',
    generation,
    callback: generation === 'current' ? ['connector_id', 'secret_id'] : ['secret_id', 'connector_id'],
    client: (context) => createConnectorsClient(context, generation),
  };
}
