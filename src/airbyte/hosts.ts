import type { AirbyteHosts } from './patterns/pattern.js';

/** Airbyte Cloud. */
export const AIRBYTE_CLOUD: AirbyteHosts = { agent: 'https://api.airbyte.ai', public: 'https://api.airbyte.com' };
