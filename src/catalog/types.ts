import type { JsonObject, JsonSchema, ValuePlace } from '../core/index.js';

/** One value to ask for. Facts from the connector's definition; words are ours. */
export interface CatalogField {
  /** The key at Airbyte, in the generation of `credentials`. */
  name: string;
  /** The key in `auth_config`, the generation of the pattern `instances`; `name` where it is the same. */
  authConfigName?: string;
  place: ValuePlace;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  required: boolean;
  secret: boolean;
  format?: string;
  pattern?: string;
  enum?: readonly (string | number)[];
  /** Of an `array`: what it holds. @default 'string' */
  items?: 'string' | 'integer' | 'number' | 'object';
  /** Filled in at first. */
  default?: string | number | boolean;
  /** Shown as an example of the form of the value; never sent. */
  placeholder?: string;
  /** The consent tells it: asked for by keys only. */
  filledByConsent?: boolean;
}

/** One way to sign in at a service. */
export interface CatalogMethod {
  /** The scheme's name at Airbyte. */
  key: string;
  kind: 'oauth' | 'key';
  /** Credential fields to ask for; empty for `oauth`, whose consent fills them. */
  fields: readonly CatalogField[];
  /** Of `oauth`: the values that the consent fills. Asked for where a host turns OAuth off. */
  consentFields?: readonly CatalogField[];
}

/** How the next page of an action is asked for. From `paging.json`; see its README for the meaning of each key. */
export interface CatalogPaging {
  style: 'cursor' | 'next_url' | 'page_number' | 'offset' | 'last_record_id' | 'has_more_only' | 'unknown';
  /** Where the metadata is: `connector_metadata` unless named. */
  metaAt?: 'result' | 'result.meta';
  recordsAt?: string;
  more: { key: string; when: 'true' | 'false' | 'non_null'; rel?: string } | null;
  cursor: { key: string; take: 'value' | 'query_param'; paramInUrl?: string; rel?: string } | null;
  requestParam: string | null;
  pageSizeParam: string | null;
  /** Page number or offset of the first page. */
  first?: number;
  /** With `last_record_id`: the field of the last record to send. */
  recordKey?: string;
}

/** Something that can be run on a connector. */
export interface CatalogOperation {
  entity: string;
  action: string;
  kind: 'read' | 'write' | 'download';
  /** Object schema of `params`. */
  schema: JsonSchema;
  /** Absent where the action is not paginated. */
  paging?: CatalogPaging;
}

/** What is known of a connector without asking, less the words. */
export interface CatalogFacts {
  id: string;
  slug: string;
  name: string;
  version: string;
  methods: readonly CatalogMethod[];
  /** Asked by every method: server variables (`environment`) and replication settings. */
  settings: readonly CatalogField[];
  operations: readonly CatalogOperation[];
  /** The cheapest call that proves the credentials; null where there is none. */
  check: { entity: string; action: string; params: JsonObject } | null;
}

/** The sentences of one field. */
export interface FieldWords {
  label: string;
  help?: string;
  /** Labels of an enum's values, by value. */
  options?: Readonly<Record<string, string>>;
}

/** The sentences of a connector, written by hand. */
export interface CatalogWords {
  category: string;
  /** By method key. */
  methods: Readonly<Record<string, { label: string; description?: string }>>;
  /** By field name. */
  fields: Readonly<Record<string, FieldWords>>;
}

/** Facts and words of one connector. */
export interface CatalogEntry extends CatalogFacts {
  words: CatalogWords;
  /** An absolute https URL of a logo. The kit brings none. */
  iconUrl?: string;
}

/** Parameters of `context_store_search`, the same at every connector. */
export interface SearchParams {
  query: { filter?: { [name: string]: unknown }; sort?: readonly unknown[] };
  limit?: number;
  cursor?: string;
  fields?: readonly unknown[];
}

/** What the list of definitions needs, without loading an entry. */
export interface CatalogListing {
  id: string;
  slug: string;
  name: string;
  category: string;
  iconUrl?: string;
}

/** Where entries come from. The kit's own is `builtInCatalog`; a host may wrap it to correct or add entries. */
export interface Catalog {
  list(): readonly CatalogListing[];
  /** By id or slug, in any case; null when unknown. */
  find(idOrSlug: string): CatalogListing | null;
  /** By id or slug; loads one chunk. Null when unknown. */
  load(idOrSlug: string): Promise<CatalogEntry | null>;
}
