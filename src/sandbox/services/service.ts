import type { JsonObject } from '../../core/index.js';
import type { Draw } from '../seeded.js';

/** One record to make. */
export interface RecordRequest {
  /** The collection, `customers`. */
  entity: string;
  /** 0 is the newest. */
  index: number;
  draw: Draw;
  /** What the collection hangs under, `{ ticket_id: 7 }`. */
  parents: JsonObject;
  /** What the `get` of the entity takes. @default 'string' */
  idType?: 'string' | 'integer';
}

/** Where a page stands in its collection. */
export interface PagePlace {
  entity: string;
  action: string;
  /** Number of the first record. */
  start: number;
  size: number;
  total: number;
  /** The value that asks for the next page, or null at the end. */
  next: string | number | null;
  environment: JsonObject;
}

/** How a service's paging differs from what its facts tell. */
export interface PagingQuirks {
  /** Its next URLs have no host. */
  relativeUrls?: boolean;
  /** Its last page has a cursor too; an empty page follows. */
  cursorOnLastPage?: boolean;
}

export interface DownloadedFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  filename: string;
}

/** What a create of one entity does to a record of another. */
export interface Act {
  on: string;
  patch: (params: JsonObject) => JsonObject;
  /** A record that it adds elsewhere, `ticket_comments` of the ticket. */
  adds?: (params: JsonObject) => { entity: string; parents: JsonObject; written: JsonObject } | null;
}

/** How a service behaves behind its connector. */
export interface ServiceModel {
  /** Whether a new record comes first in a list. */
  newestFirst: boolean;
  /** Records of a page when no size is asked for and the schema has no default. */
  pageSize: number;
  /** Records that a collection has at first. */
  count(entity: string): number;
  /** A record as the service answers it. Its `id` is what `get` takes. */
  record(request: RecordRequest): JsonObject;
  /** What a create or update stores, taken out of its parameters. */
  written(params: JsonObject): JsonObject;
  /** `connector_metadata` of a page, beyond the keys that the catalogue's facts name. */
  metadata(place: PagePlace): JsonObject;
  /** What a delete answers, given the removed record. */
  deleted(record: JsonObject): JsonObject;
  /** The collection that an entity stands for. @default the entity itself */
  collection?(entity: string, parents: JsonObject): string;
  /** An entity whose create acts on a record of another: `invoice_finalizations`. */
  acts?: Readonly<Record<string, Act>>;
  /** The answer of a create that makes no record. */
  answers?: Readonly<Record<string, (params: JsonObject, draw: Draw) => JsonObject>>;
  /** Whether there is a record of an id that no list has shown. @default there is none */
  isThere?(id: string): boolean;
  quirks?: PagingQuirks;
  /** A file by its record, null when there is no such file. */
  file?(id: string): DownloadedFile | null;
}
