import { listOf, mapOf, object, oneOf, orNull, type Rule, scalar, shape, text, truth } from './rules.js';
import type { CatalogEntry } from './types.js';

const field = shape(
  {
    name: text(),
    place: oneOf('credentials', 'environment', 'replication_config'),
    type: oneOf('string', 'integer', 'number', 'boolean', 'array'),
    required: truth,
    secret: truth,
  },
  {
    authConfigName: text(),
    format: text(),
    pattern: text(),
    enum: listOf(scalar),
    items: oneOf('string', 'integer', 'number', 'object'),
    default: scalar,
    placeholder: text(),
    filledByConsent: truth,
  },
);

const fields = listOf(field, 'name');

const paging = shape(
  {
    style: oneOf('cursor', 'next_url', 'page_number', 'offset', 'last_record_id', 'has_more_only', 'unknown'),
    more: orNull(shape({ key: text(), when: oneOf('true', 'false', 'non_null') }, { rel: text() })),
    cursor: orNull(shape({ key: text(), take: oneOf('value', 'query_param') }, { paramInUrl: text(), rel: text() })),
    requestParam: orNull(text()),
    pageSizeParam: orNull(text()),
  },
  { metaAt: oneOf('result', 'result.meta'), recordsAt: text(), first: scalar, recordKey: text() },
);

const words = shape(
  {},
  {
    category: text(),
    methods: mapOf(shape({}, { label: text(), description: text() })),
    fields: mapOf(shape({}, { label: text(), help: text(), options: mapOf(text()) })),
  },
);

const needed = {
  id: text('a UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  name: text(),
  methods: listOf(shape({ key: text(), kind: oneOf('oauth', 'key'), fields }, { consentFields: fields }), 'key'),
};

const others = {
  version: text(),
  iconUrl: text('an https address', /^https:\/\/\S+$/),
  oauth: truth,
  settings: fields,
  operations: listOf(shape({ entity: text(), action: text(), kind: oneOf('read', 'write', 'download'), schema: object }, { paging })),
  check: orNull(shape({ entity: text(), action: text() }, { params: object })),
  words,
};

/** What a host may say of a connector that the base knows. */
export const changeRule: Rule = shape({}, { ...needed, ...others });

/** What a host must say of a connector that the base does not know. */
export const additionRule: Rule = shape(needed, others);

/** What is wrong between the parts of a whole entry, named by its path; null when nothing is. */
export function entryProblem(entry: CatalogEntry, path: string): string | null {
  const { check, operations, settings } = entry;
  if (entry.methods.length === 0) return `\`${path}.methods\` is empty: nobody could sign in.`;
  const names = (list: readonly { name: string }[]) => list.map((item) => item.name);
  const known = new Set(names([...settings, ...entry.methods.flatMap((method) => [...method.fields, ...(method.consentFields ?? [])])]));
  const twice = repeated(entry.methods.map(({ key }) => key));
  if (twice !== undefined) return `\`${path}.methods\` has the key ${JSON.stringify(twice)} twice.`;
  const strangerMethod = Object.keys(entry.words.methods).find((key) => !entry.methods.some((method) => method.key === key));
  if (strangerMethod !== undefined)
    return noSuch(
      `${path}.words.methods.${strangerMethod}`,
      entry.methods.map(({ key }) => key),
    );
  const strangerField = Object.keys(entry.words.fields).find((key) => !known.has(key));
  if (strangerField !== undefined) return noSuch(`${path}.words.fields.${strangerField}`, [...known]);
  const unlabelled = unlabelledOf(entry);
  if (unlabelled !== undefined) return `\`${path}.words.${unlabelled}.label\` is missing.`;
  if (check === null) return null;
  const called = operations.find(({ entity, action }) => entity === check.entity && action === check.action);
  if (called === undefined) return `\`${path}.check\` names ${check.entity}.${check.action}, which is not among the operations.`;
  return called.kind === 'read' ? null : `\`${path}.check\` names ${check.entity}.${check.action}, which is no read: trying credentials must change nothing.`;
}

const noSuch = (path: string, known: readonly string[]) => `\`${path}\` names what the connector does not have: it has ${known.join(', ') || 'none'}.`;

const repeated = (names: readonly string[]) => names.find((item, index) => names.indexOf(item) !== index);

function unlabelledOf({ words }: CatalogEntry): string | undefined {
  const parts = [
    ...Object.entries(words.methods).map(([key, item]) => [`methods.${key}`, item.label]),
    ...Object.entries(words.fields).map(([key, item]) => [`fields.${key}`, item.label]),
  ];
  return parts.find(([, label]) => label === undefined)?.[0];
}
