import { addConnector } from '../calls/connectorStore.js';
import { isRefusedByService } from '../calls/credentials.js';
import { grantedCredentials, issueSecret } from '../calls/secretIds.js';
import type { ConsentSession } from '../state.js';
import type { World } from '../world.js';

/** What the person answers on the consent page. */
export type ConsentDecision = 'approve' | 'deny';

/** Where Airbyte sends the browser after the consent page: the redirect URL, its own query kept, with what came of it. */
export function decide(world: World, session: ConsentSession, decision: ConsentDecision): string {
  const url = new URL(session.redirectUrl);
  for (const [name, value] of Object.entries(outcome(world, session, decision))) url.searchParams.set(name, value);
  session.decided = true;
  return url.href;
}

function outcome(world: World, session: ConsentSession, decision: ConsentDecision): Record<string, string> {
  if (session.decided || world.now() >= session.expiresAt) return { error: 'creation_failed', error_description: 'The sign-in session has expired.' };
  if (decision === 'deny') return { error: 'access_denied', error_description: `Access to ${session.definition.name} was denied.` };
  const ownApp = world.state.oauthApps.get(session.definition.id)?.configuration;
  if (ownApp && isRefusedByService(ownApp)) return { error: 'creation_failed', error_description: 'The OAuth app was refused.' };
  if (session.generation === 'seed') return { secret_id: issueSecret(world, session) };
  return { connector_id: addConnector(world, { ...session, credentials: grantedCredentials() }).id };
}
