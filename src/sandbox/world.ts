import type { Catalog } from '../catalog/index.js';
import { uuidFrom } from './seeded.js';
import type { SandboxState } from './state.js';
import type { TokenOffice } from './tokens.js';

/** What every call has at hand. */
export interface World {
  state: SandboxState;
  tokens: TokenOffice;
  catalog: Catalog;
  now(): number;
  seed: number;
  organizationId: string;
  /** Milliseconds for which a removed connector stays in the list. */
  deleteDelay: number;
  /** The address of the consent page, without the session. */
  consentPage: string;
}

/** Milliseconds. */
export const CONSENT_LIFE = 10 * 60_000;
/** Milliseconds. */
export const SECRET_ID_LIFE = 5 * 60_000;

/** The id of a definition's source template. */
export const templateIdOf = (world: World, definitionId: string): string => uuidFrom(`${world.seed}:template:${definitionId}`);

export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
