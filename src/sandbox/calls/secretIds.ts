import { agentError } from '../errors.js';
import { randomToken } from '../seeded.js';
import type { ConsentSession, OAuthSecret } from '../state.js';
import { SECRET_ID_LIFE, type World } from '../world.js';

/** What a consent gives: tokens that work. */
export const grantedCredentials = () => ({ access_token: `granted-${randomToken(8)}`, refresh_token: `granted-${randomToken(8)}` });

/** Keeps what a consent gave under a secret id. */
export function issueSecret(world: World, session: ConsentSession): string {
  const secretId = randomToken();
  world.state.secrets.set(secretId, {
    workspaceId: session.workspace.id,
    definitionId: session.definition.id,
    credentials: grantedCredentials(),
    environment: session.environment,
    expiresAt: world.now() + SECRET_ID_LIFE,
  });
  return secretId;
}

type Use = Pick<OAuthSecret, 'workspaceId' | 'definitionId'>;

/** What a secret id stands for, or undefined when it does not serve. */
export function findSecret(world: World, secretId: string, use: Use): OAuthSecret | undefined {
  const secret = world.state.secrets.get(secretId);
  const holds = secret && secret.workspaceId === use.workspaceId && secret.definitionId === use.definitionId && world.now() < secret.expiresAt;
  return holds ? secret : undefined;
}

/**
 * What a secret id stands for. It serves once, for a short time, in the workspace and for the definition of its consent.
 * @throws 400 `Invalid secret_id`
 */
export function readSecret(world: World, secretId: string, use: Use): OAuthSecret {
  const secret = findSecret(world, secretId, use);
  if (!secret) throw agentError(400, 'Invalid secret_id');
  return secret;
}

/** Reads a secret id and uses it up. */
export const redeemSecret: typeof readSecret = (world, secretId, use) => {
  const secret = readSecret(world, secretId, use);
  world.state.secrets.delete(secretId);
  return secret;
};
