import { createInstancesClient } from './instancesClient.js';
import type { AirbytePattern } from './pattern.js';

/**
 * The guides' pattern A: instances, made with the tenant's scoped token from pasted keys. There is no sign-in by consent, no renaming and
 * no removal. Instances are not in Airbyte's web app and may be recycled when idle: such a connector has the status `recycled`, and running
 * something on it rejects with `connector_recycled`.
 * @example createConnectHandler({ ...options, pattern: instances() });
 */
export function instances(): AirbytePattern {
  return { name: 'instances', generation: 'seed', callback: [], client: createInstancesClient };
}
