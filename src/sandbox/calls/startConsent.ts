import type { CatalogEntry } from '../../catalog/index.js';
import { randomToken } from '../seeded.js';
import type { ConsentSession } from '../state.js';
import { CONSENT_LIFE, type World } from '../world.js';
import { OAUTH_ACTORS } from './oauthActors.js';

/** Starts a consent, and gives the address of its page. */
export function startConsent(world: World, given: Omit<ConsentSession, 'id' | 'expiresAt' | 'decided'>): string {
  const session = { ...given, id: randomToken(16), expiresAt: world.now() + CONSENT_LIFE, decided: false };
  world.state.sessions.set(session.id, session);
  const consentUrl = new URL(world.consentPage);
  consentUrl.searchParams.set('session', session.id);
  return consentUrl.href;
}

/** Whether Airbyte can start a sign-in: the definition has a method for it, or the public API lists its type. */
export const supportsOAuth = ({ slug, methods }: CatalogEntry): boolean => methods.some(({ kind }) => kind === 'oauth') || OAUTH_ACTORS.has(slug);
