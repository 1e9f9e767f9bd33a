import { readFileSync } from 'node:fs';

export const shared = process.env.ACK_SHARED;

const readFact = (path: string): unknown => JSON.parse(readFileSync(`${shared}/facts/${path}`, 'utf8'));

export interface FieldFact {
  name: string;
  type: string;
  required: boolean;
  secret?: boolean;
  source_spec_secret?: boolean;
  constant?: unknown;
  format?: string;
  pattern?: string;
  enum?: string[];
  default?: unknown;
  default_is_placeholder?: boolean;
  from_oauth_token?: boolean;
}

export interface ParamFact {
  name: string;
  in: string;
  required: boolean;
  type: string | string[];
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  injected_from_config?: string;
}

export interface ConnectorFact {
  slug: string;
  name: string;
  definition_id: string;
  version: string;
  auth: { key: string; kind: 'oauth2' | 'bearer' | 'basic' | 'api_key'; fields: FieldFact[] }[];
  config: FieldFact[];
  replication_config: { fields: FieldFact[] } | null;
  scoping: { param: string }[];
  oauth: Record<'oauth2_scheme' | 'documented_hosted_flow' | 'public_api_source_type', boolean | null>;
  entities: {
    name: string;
    actions: { action: string; download: boolean; params: ParamFact[]; paging?: Record<string, unknown> }[];
  }[];
}

export interface CheckFact {
  entity: string;
  action: string;
  params?: Record<string, unknown>;
  needs?: string[];
  instead?: { entity: string; action: string };
}

// SAFETY: files of the shared facts, whose README names these keys; a wrong one fails the comparison.
export const readConnector = (slug: string) => readFact(`connectors/${slug}.json`) as ConnectorFact;
// SAFETY: as above.
export const readIndex = () => (readFact('index.json') as { connectors: { slug: string; check: CheckFact | null }[] }).connectors;
// SAFETY: as above.
export const readSeedNames = () => (readFact('seed-auth-config.json') as { connectors: { slug: string; fields: { name: string }[] }[] }).connectors;
