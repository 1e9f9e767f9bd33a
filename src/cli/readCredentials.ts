import type { CliWorld } from './cliWorld.js';

export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** The application's id and secret from the environment, else asked for at the terminal; null where neither gives them. */
export async function readCredentials({ env, askSecret }: Pick<CliWorld, 'env' | 'askSecret'>): Promise<ClientCredentials | null> {
  const clientId = env.AIRBYTE_CLIENT_ID?.trim() || (await askSecret('Client id of the Airbyte application'));
  if (!clientId) return null;
  const clientSecret = env.AIRBYTE_CLIENT_SECRET?.trim() || (await askSecret('Its client secret'));
  return clientSecret ? { clientId, clientSecret } : null;
}
