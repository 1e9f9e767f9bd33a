import { Validator } from '@cfworker/json-schema';
import { isJsonObject, type JsonObject, type JsonSchema } from '../core/index.js';
import { asOneVerdict } from './pattern/verdictRun.js';
import { LONGEST_MATCHED } from './patternSafety.js';
import type { FieldPath, FormError, FormField, FormVerdict } from './types.js';
import { checkedSchema } from './verdict/checkedSchema.js';
import { cutLoops } from './verdict/cutLoops.js';
import { errorsOfValue } from './verdict/errorsOfValue.js';
import { NOT_JSON, plainValue, textsIn } from './verdict/plainValue.js';

const INVALID: FormError = { path: [], code: 'invalid', params: {} };

/**
 * A function that judges exactly the value it gets, by the whole schema; its errors stand at fields, in their order, one for each. A no for
 * which no field can be named has one error with an empty path.
 *
 * Parameters of the codes: `minimum` and `maximum` (with `exclusive: 1`) of numbers, lengths and counts, `multipleOf`, `pattern`, `format`,
 * `type` (`string | null`), `key` of an unknown key.
 * @param warnings Gets what of the schema is left unchecked.
 */
export function createValidate(schema: JsonSchema, fields: readonly FormField[], warnings: string[] = []): (value: unknown) => FormVerdict {
  const judge = createJudge(schema, warnings, schema);
  const leaves = new Map<unknown, (value: unknown) => boolean>();

  const judgeLeaf = (field: FormField, value: unknown): boolean => {
    const judgeIt = leaves.get(field.schema) ?? createJudge({ allOf: [field.schema] }, [], schema);
    leaves.set(field.schema, judgeIt);
    return judgeIt(value);
  };

  const root = { ...schema };
  const verdictOn = (plain: unknown): FormVerdict => {
    if (judge(plain)) return { valid: true, errors: [] };
    const found = errorsOfValue(fields, root, plain, null);
    const errors = found.length > 0 ? found : errorsOfValue(fields, root, plain, judgeLeaf);
    return { valid: false, errors: errors.length > 0 ? errors : [INVALID] };
  };

  return (value) => {
    const plain = plainValue(value);
    if (plain === NOT_JSON) return { valid: false, errors: [INVALID] };
    return asOneVerdict((givenUp) => {
      const verdict = verdictOn(plain);
      const unchecked = uncheckedIn(fields, root, plain, givenUp);
      return unchecked.length === 0 ? verdict : { ...verdict, unchecked };
    });
  };
}

/** Fields whose text was not matched against their pattern, or against the items' pattern of tags: it is too long, or was given up. */
function uncheckedIn(fields: readonly FormField[], schema: JsonObject, plain: unknown, givenUp: ReadonlySet<string>): readonly FieldPath[] {
  const isUnchecked = (value: unknown): boolean => typeof value === 'string' && (value.length > LONGEST_MATCHED || givenUp.has(value));
  if (givenUp.size === 0 && ![...textsIn(plain)].some(isUnchecked)) return [];
  const found: FieldPath[] = [];
  errorsOfValue(fields, schema, plain, ({ path, schema: { pattern, items } }, value) => {
    const inItems = Array.isArray(value) && isJsonObject(items) && items.pattern !== undefined && value.some(isUnchecked);
    if ((pattern !== undefined && isUnchecked(value)) || inItems) found.push(path);
    return true;
  });
  return found;
}

/** The validator's verdict on a plain value. Patterns that only our own matcher may match are asked about the texts at their own places. */
function createJudge(schema: unknown, warnings: string[], whole: JsonSchema): (plain: unknown) => boolean {
  const { schema: checked, rules } = checkedSchema(schema, warnings, whole);
  cutLoops(checked, warnings);
  let validator: Validator | null = null;
  return (plain) => {
    validator ??= new Validator(checked, '7');
    const texts = rules.length === 0 ? NO_TEXTS : textsIn(plain);
    for (const rule of rules) rule.fitting.texts = texts;
    try {
      return validator.validate(plain).valid;
    } finally {
      for (const rule of rules) rule.fitting.texts = NO_TEXTS;
    }
  };
}

const NO_TEXTS: ReadonlySet<string> = new Set();
