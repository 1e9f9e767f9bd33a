import { errorKey, type FormField } from '../../form/index.js';

/** Where the fields of one form are found. */
export interface FieldPlaces {
  /** The field at which the form's own objection to this key is told: that at the key, or that holds what is named. */
  ownFieldFor: (key: string) => FormField | undefined;
  /** The field at which an error with this key is told, as a service names it: it may leave out the place, or name a parent. */
  fieldFor: (key: string) => FormField | undefined;
  /** The place of each in the order drawn. */
  order: () => ReadonlyMap<FormField, number>;
}

const known = new WeakMap<readonly FormField[], FieldPlaces>();

/** The places of the fields that are drawn. Worked out once for each array, and only the parts that are asked for. */
export function placesOf(drawn: readonly FormField[]): FieldPlaces {
  const found = known.get(drawn) ?? findPlaces(drawn);
  known.set(drawn, found);
  return found;
}

function findPlaces(drawn: readonly FormField[]): FieldPlaces {
  const exact = once(() => byKey(drawn));
  const endings = once(() => onlyOnes(drawn, ({ path }) => path.slice(1).map((_, start) => errorKey(path.slice(start + 1)))));
  const holders = once(() => byKey(drawn.filter(({ kind }) => kind !== 'object' && kind !== 'choice').toReversed()));
  const starts = once(() =>
    onlyOnes(
      drawn.filter(({ kind }) => kind !== 'object'),
      ({ path }) => startsOf(path).slice(1),
    ),
  );
  const ownFieldFor = (key: string) => (key === '' ? wholeIn(drawn) : (exact().get(key) ?? holderOf(key, holders())));
  return {
    order: once(() => new Map(drawn.map((field, place) => [field, place]))),
    ownFieldFor,
    fieldFor: (key) => (key !== '' && !exact().has(key) ? endings().get(key) : null) ?? ownFieldFor(key) ?? starts().get(key) ?? undefined,
  };
}

/** The field that is the whole configuration. */
const wholeIn = (drawn: readonly FormField[]): FormField | undefined => (drawn.length === 1 && drawn[0]?.path.length === 0 ? drawn[0] : undefined);

/** By the key of a field's path; of a choice and the value of its branch, which have one path, the value. */
const byKey = (fields: readonly FormField[]): ReadonlyMap<string, FormField> => new Map(fields.map((field) => [errorKey(field.path), field]));

/** The value that holds what is named: a text box of tags or of JSON, a list. Not an object: its own fields would show it. */
function holderOf(key: string, holders: ReadonlyMap<string, FormField>): FormField | undefined {
  const dots = [...key.matchAll(/\./g)].map(({ index }) => index);
  const found = dots.toReversed().find((dot) => holders.has(key.slice(0, dot)));
  return holders.get(found === undefined ? '' : key.slice(0, found));
}

/** The keys of what is above a path: of `a.b.c` the root, `a` and `a.b`. */
const startsOf = (path: FormField['path']): readonly string[] => path.map((_, end) => errorKey(path.slice(0, end)));

/** By each of the keys of a field; null where several fields have one. */
function onlyOnes(fields: readonly FormField[], keysOf: (field: FormField) => readonly string[]): ReadonlyMap<string, FormField | null> {
  const found = new Map<string, FormField | null>();
  for (const field of fields) for (const key of keysOf(field)) found.set(key, found.has(key) ? null : field);
  return found;
}

function once<Value>(work: () => Value): () => Value {
  let done: { value: Value } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
