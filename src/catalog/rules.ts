/** Answers what is wrong with a value, named by its path, or null. */
export type Rule = (value: unknown, path: string) => string | null;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const firstOf = (problems: Iterable<string | null>): string | null => {
  for (const problem of problems) if (problem !== null) return problem;
  return null;
};

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** A string that is not blank and fits `pattern`. */
export const text =
  (what = 'a text', pattern = /\S/): Rule =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? null : `\`${path}\` must be ${what}, and is ${shown(value)}.`;

export const truth: Rule = (value, path) => (typeof value === 'boolean' ? null : `\`${path}\` must be true or false, and is ${shown(value)}.`);

/** A string, a number or a truth value. */
export const scalar: Rule = (value, path) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? null : `\`${path}\` must be a text, a number or true or false, and is ${shown(value)}.`;

export const oneOf =
  (...values: readonly unknown[]): Rule =>
  (value, path) =>
    values.includes(value) ? null : `\`${path}\` must be one of ${values.map(shown).join(', ')}, and is ${shown(value)}.`;

export const orNull =
  (rule: Rule): Rule =>
  (value, path) =>
    value === null ? null : rule(value, path);

/** An array; its items are named by `named`, else by their number. */
export const listOf =
  (rule: Rule, named?: string): Rule =>
  (value, path) => {
    if (!Array.isArray(value)) return `\`${path}\` must be a list, and is ${shown(value)}.`;
    return firstOf(
      value.map((item: unknown, index) => {
        const name = named !== undefined && isObject(item) && typeof item[named] === 'string' ? item[named] : index;
        return rule(item, `${path}[${name}]`);
      }),
    );
  };

/** An object with keys of the host's choice. */
export const mapOf =
  (rule: Rule): Rule =>
  (value, path) =>
    isObject(value)
      ? firstOf(Object.entries(value).map(([key, item]) => rule(item, `${path}.${key}`)))
      : `\`${path}\` must be an object, and is ${shown(value)}.`;

/** Any object. */
export const object: Rule = mapOf(() => null);

/** An object with these keys and no others; an optional one may be undefined. */
export const shape =
  (required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule =>
  (value, path) => {
    if (!isObject(value)) return `\`${path}\` must be an object, and is ${shown(value)}.`;
    const rules: Readonly<Record<string, Rule>> = { ...required, ...optional };
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(rules, key));
    if (unknown !== undefined) return `\`${path}.${unknown}\` is no key that is known here: those are ${Object.keys(rules).join(', ')}.`;
    const missing = Object.keys(required).find((key) => value[key] === undefined);
    if (missing !== undefined) return `\`${path}.${missing}\` is missing.`;
    return firstOf(Object.entries(value).map(([key, item]) => (item === undefined ? null : (rules[key]?.(item, `${path}.${key}`) ?? null))));
  };
