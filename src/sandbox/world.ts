import type { Catalog } from '../catalog/index.js';
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
  /** Whether a definition must be enabled, by cloning its template, before a sign-in can be started. */
  strict: boolean;
  /** Milliseconds without an execute after which an instance is recycled. */
  instanceIdle: number;
  /** The address of the consent page, without the session. */
  consentPage: string;
}

/** Milliseconds. */
export const CONSENT_LIFE = 10 * 60_000;
/** Milliseconds. */
export const SECRET_ID_LIFE = 5 * 60_000;

export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
