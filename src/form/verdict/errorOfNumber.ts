import type { JsonObject } from '../../core/index.js';
import type { FormError } from '../types.js';

/** What is wrong with a number by the well-typed keywords of its schema; null where nothing is. */
export function errorOfNumber(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonObject,
  value: number,
): Pick<FormError, 'code' | 'params'> | null {
  if (value < bound(minimum, Number.NEGATIVE_INFINITY)) return { code: 'minimum', params: { minimum: Number(minimum) } };
  if (value <= bound(exclusiveMinimum, Number.NEGATIVE_INFINITY)) return { code: 'minimum', params: { minimum: Number(exclusiveMinimum), exclusive: 1 } };
  if (value > bound(maximum)) return { code: 'maximum', params: { maximum: Number(maximum) } };
  if (value >= bound(exclusiveMaximum)) return { code: 'maximum', params: { maximum: Number(exclusiveMaximum), exclusive: 1 } };
  return typeof multipleOf === 'number' && multipleOf > 0 && !isMultiple(value, multipleOf) ? { code: 'multiple_of', params: { multipleOf } } : null;
}

/** A bound of a schema, or one that nothing exceeds. */
export const bound = (given: unknown, otherwise = Number.POSITIVE_INFINITY): number => (typeof given === 'number' ? given : otherwise);

/** As decimals people write them: 0.3 is three times 0.1. */
const isMultiple = (value: number, divisor: number): boolean => Math.abs(value / divisor - Math.round(value / divisor)) < 1e-9;
