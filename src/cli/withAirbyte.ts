import { createOperator, type Operator } from '../airbyte/index.js';
import { type AirbytePlace, type AirbyteValues, airbytePlace } from './airbyteOptions.js';
import type { CliWorld } from './cliWorld.js';
import { failed } from './failed.js';
import { type ClientCredentials, readCredentials } from './readCredentials.js';
import { refuse } from './refuse.js';

export interface AirbyteAccess {
  place: AirbytePlace;
  credentials: ClientCredentials;
  operator: Operator;
}

export const NO_CREDENTIALS = 'Set AIRBYTE_CLIENT_ID and AIRBYTE_CLIENT_SECRET in the environment, or run it at a terminal that can ask for them.';

export const operatorOf = ({ hosts, ...place }: AirbytePlace, credentials: ClientCredentials, { fetch, now }: Pick<CliWorld, 'fetch' | 'now'>): Operator =>
  createOperator({ ...place, ...credentials, hosts, fetch, now });

/** Runs a command that needs the credentials, and says how it failed. */
export async function withAirbyte(
  world: CliWorld,
  values: AirbyteValues & { json?: boolean | undefined },
  work: (access: AirbyteAccess) => Promise<number>,
): Promise<number> {
  const place = airbytePlace(values);
  if ('problem' in place) return refuse(world, place.problem);
  const credentials = await readCredentials(world);
  if (credentials === null) return refuse(world, NO_CREDENTIALS);
  try {
    return await work({ place, credentials, operator: operatorOf(place, credentials, world) });
  } catch (error) {
    return failed(world, error, values.json);
  }
}
