import { Validator } from '@cfworker/json-schema';
import { isJsonObject, type JsonObject, type JsonSchema } from '../core/index.js';
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
  const judge = createJudge(schema, warnings);
  const leaves = new Map<unknown, (value: unknown) => boolean>();

  const judgeLeaf = (field: FormField, value: unknown): boolean => {
    const judgeIt = leaves.get(field.schema) ?? createJudge(field.schema, []);
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
    const verdict = verdictOn(plain);
    const unchecked = uncheckedIn(fields, root, plain);
    return unchecked.length === 0 ? verdict : { ...verdict, unchecked };
  };
}

/** Fields whose text is too long for their pattern, and for the items' pattern of tags. */
function uncheckedIn(fields: readonly FormField[], schema: JsonObject, plain: unknown): readonly FieldPath[] {
  if (![...textsIn(plain)].some(isTooLong)) return [];
  const found: FieldPath[] = [];
  errorsOfValue(fields, schema, plain, ({ path, schema: { pattern, items } }, value) => {
    const inItems = Array.isArray(value) && isJsonObject(items) && items.pattern !== undefined && value.some(isTooLong);
    if ((pattern !== undefined && isTooLong(value)) || inItems) found.push(path);
    return true;
  });
  return found;
}

const isTooLong = (value: unknown): boolean => typeof value === 'string' && value.length > LONGEST_MATCHED;

/** The validator's verdict on a plain value. Texts that only our own matcher may match are matched before, and forgotten after. */
function createJudge(schema: unknown, warnings: string[]): (plain: unknown) => boolean {
  const { schema: checked, rules } = checkedSchema(schema, warnings);
  cutLoops(checked, warnings);
  let validator: Validator | null = null;
  return (plain) => {
    validator ??= new Validator(checked, '7');
    const texts = rules.length === 0 ? [] : [...textsIn(plain)];
    for (const { pattern, fitting } of rules) fitting.push(...texts.filter((text) => pattern.test(text)));
    try {
      return validator.validate(plain).valid;
    } finally {
      for (const { fitting } of rules) fitting.length = 0;
    }
  };
}
