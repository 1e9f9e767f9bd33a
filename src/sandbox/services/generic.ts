import { isJsonObject, type JsonObject } from '../../core/index.js';
import type { Draw } from '../seeded.js';
import { company, person, timeOf, topic } from './people.js';
import type { DownloadedFile, RecordRequest, ServiceModel } from './service.js';

/** Fields by what an entity is called; the first that fits. */
const KINDS: readonly (readonly [name: RegExp, fields: (draw: Draw, title: string) => JsonObject])[] = [
  [
    /file|attachment|image|video|recording|document|page|article/,
    (draw, title) => ({ name: `${title}.txt`, title: topic(draw), size: draw.number(120, 90_000) }),
  ],
  [
    /user|contact|customer|member|person|people|profile|lead|candidate|agent|employee|interviewer|guest/,
    (draw) => {
      const { name, email, phone } = person(draw);
      return { name, email, phone };
    },
  ],
  [/compan|organi[sz]ation|account|workspace|team|department|brand|shop|client/, (draw) => ({ ...company(draw) })],
  [
    /invoice|charge|payment|order|transaction|deal|subscription|refund|payout|quote|budget/,
    (draw, title) => ({ name: title, amount: draw.number(1, 90) * 100, currency: draw.pick(['eur', 'usd']), status: draw.pick(['open', 'paid', 'draft']) }),
  ],
  [
    /ticket|issue|task|conversation|message|note|comment|call|incident|thread|email|event/,
    (draw) => ({ title: topic(draw), status: draw.pick(['open', 'pending', 'closed']), author: person(draw).name }),
  ],
];

/** A record of an entity that nothing more is known of: an id, a name, the fields of its kind, two dates. */
function record({ entity, index, draw, parents, idType }: RecordRequest): JsonObject {
  const changed = new Date(timeOf(index)).toISOString();
  const title = `${singular(entity)} ${index + 1}`;
  const fields = KINDS.find(([name]) => name.test(entity.toLowerCase()))?.[1] ?? (() => ({ name: title }));
  const given = Object.fromEntries(Object.entries(parents).filter(([, value]) => !isJsonObject(value) && !Array.isArray(value)));
  const id = idType === 'integer' ? draw.number(1_000, 90_000) * 1_000 + index : `${draw.token(10)}${index}`;
  return { ...given, id, name: title, ...fields(draw, title), created_at: changed, updated_at: changed };
}

function singular(entity: string): string {
  const words = entity.replaceAll('_', ' ').replace(/ies$/, 'y').replace(/s$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MISSING = /missing|unknown|none/i;

/** A text file for every id but those that say that they are missing. */
function file(id: string): DownloadedFile | null {
  if (MISSING.test(id)) return null;
  const name = id.replace(/[^\w.-]/g, '-').slice(0, 40);
  return { bytes: new TextEncoder().encode(`File ${id} of the sandbox.\n`), contentType: 'text/plain; charset=utf-8', filename: `${name}.txt` };
}

/** A service that nothing more is known of. */
export const generic: ServiceModel = {
  newestFirst: false,
  pageSize: 20,
  count: () => 45,
  record,
  written: (params) => params,
  metadata: () => ({}),
  deleted: (removed) => removed,
  isThere: (id) => !MISSING.test(id),
  file,
};
