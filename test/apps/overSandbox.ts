import { fileURLToPath } from 'node:url';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';

const AIRBYTE_HERE = fileURLToPath(new URL('../adapters/airbyteHere.mjs', import.meta.url));

/** The environment of a backend whose requests to Airbyte end in the sandbox at `url`. */
export const overSandbox = (url: string): Record<string, string> => ({
  AIRBYTE_CLIENT_ID: SANDBOX_CLIENT_ID,
  AIRBYTE_CLIENT_SECRET: SANDBOX_CLIENT_SECRET,
  SANDBOX_URL: url,
  NODE_OPTIONS: `--import ${AIRBYTE_HERE}`,
});
