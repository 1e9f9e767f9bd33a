import { AIRBYTE_CLOUD, type AirbyteHosts, type AirbytePattern, isSecureUrl } from '../airbyte/index.js';

/** What says which Airbyte a command speaks to: of `readArguments`. */
export const AIRBYTE_OPTIONS = {
  'airbyte-url': { type: 'string' },
  organization: { type: 'string' },
  generation: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export interface AirbytePlace {
  hosts: AirbyteHosts;
  organizationId: string | undefined;
  generation: AirbytePattern['generation'];
}

export type AirbyteValues = { [Name in 'airbyte-url' | 'organization' | 'generation']?: string | undefined };

/** Which Airbyte the arguments mean, or what is wrong with them in one sentence. */
export function airbytePlace({ 'airbyte-url': url, organization, generation = 'current' }: AirbyteValues): AirbytePlace | { problem: string } {
  if (generation !== 'current' && generation !== 'seed') return { problem: `--generation takes "current" or "seed", not "${generation}".` };
  if (url !== undefined && !isSecureUrl(url)) return { problem: `--airbyte-url takes an https address (or http on this machine), not "${url}".` };
  const address = url?.replace(/\/+$/, '');
  return { hosts: address === undefined ? AIRBYTE_CLOUD : { agent: address, public: address }, organizationId: organization, generation };
}
