import type { CatalogChange } from './extendCatalog.js';
import type { CatalogEntry, CatalogMethod, CatalogOperation, CatalogWords } from './types.js';

/** Of the sign-in that a host turns on where the connector declares none. */
const HOSTED: CatalogMethod = { key: 'hosted_oauth', kind: 'oauth', fields: [] };

/** A copy of the entry with a host's changes: operations and words one by one, everything else as a whole. */
export function changeEntry(entry: CatalogEntry, { oauth, words, operations, check, ...parts }: CatalogChange): CatalogEntry {
  const changed: CatalogEntry = {
    ...entry,
    ...withoutUndefined(parts),
    ...(check === undefined ? {} : { check: check && { ...check, params: check.params ?? {} } }),
    operations: operations === undefined ? entry.operations : mergeOperations(entry.operations, operations),
    words: mergeWords(entry.words, words),
  };
  if (oauth === undefined) return changed;
  return oauth ? withOAuth(changed) : withoutOAuth(changed);
}

function mergeOperations(known: readonly CatalogOperation[], own: readonly CatalogOperation[]): CatalogOperation[] {
  const same = (left: CatalogOperation) => (right: CatalogOperation) => left.entity === right.entity && left.action === right.action;
  const corrected = known.map((operation) => own.find(same(operation)) ?? operation);
  return [...corrected, ...own.filter((operation) => !known.some(same(operation)))];
}

function mergeWords(known: CatalogWords, own: CatalogChange['words'] = {}): CatalogWords {
  return {
    category: own.category ?? known.category,
    methods: mergeEach(known.methods, own.methods),
    fields: mergeEach(known.fields, own.fields),
  };
}

/** What is not said keeps its words. */
function mergeEach<Words extends { label?: string }>(
  known: Readonly<Record<string, Words>>,
  own: Readonly<Record<string, Partial<Words> | undefined>> = {},
): Record<string, Words> {
  const changes = Object.entries(own).flatMap(([key, words]): [string, Words][] => {
    const before = known[key];
    // SAFETY: only `label` is not optional in `Words`, and words without one are refused by `entryProblem`.
    return words === undefined ? [] : [[key, { ...before, ...words } as Words]];
  });
  return { ...known, ...Object.fromEntries(changes) };
}

function withOAuth(entry: CatalogEntry): CatalogEntry {
  if (entry.methods.some(({ kind }) => kind === 'oauth')) return entry;
  const words = { [HOSTED.key]: { label: `Sign in with ${entry.name}` }, ...entry.words.methods };
  return { ...entry, methods: [HOSTED, ...entry.methods], words: { ...entry.words, methods: words } };
}

/** The values that a consent would have filled are asked for; a sign-in without such values is gone. */
function withoutOAuth(entry: CatalogEntry): CatalogEntry {
  const methods = entry.methods.flatMap(({ key, kind, fields, consentFields }): CatalogMethod[] => {
    if (kind === 'key') return [{ key, kind, fields }];
    return consentFields === undefined ? [] : [{ key, kind: 'key', fields: consentFields }];
  });
  const labels = methods.map(({ key }): [string, CatalogWords['methods'][string]] => {
    const words = entry.words.methods[key];
    const wasOAuth = entry.methods.some((method) => method.key === key && method.kind === 'oauth');
    return [key, wasOAuth || words === undefined ? { label: `Tokens of your own ${entry.name} app` } : words];
  });
  return { ...entry, methods, words: { ...entry.words, methods: Object.fromEntries(labels) } };
}

const withoutUndefined = <Parts extends object>(parts: Parts): Parts =>
  // SAFETY: a part that is undefined is the same as one that is absent: every part of a change is optional.
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
