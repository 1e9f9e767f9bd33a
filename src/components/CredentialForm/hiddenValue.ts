import type { RefCallback } from 'react';
import { textOf } from './textOf.js';

/**
 * Writes a value into a box without React's `value`, which React repeats as an attribute: markup that is copied, logged or recorded would
 * then hold the secret. The ref is new at each render, so that React calls it after each.
 */
export const hiddenValue =
  (value: unknown): RefCallback<HTMLInputElement | HTMLTextAreaElement> =>
  (node) => {
    const text = textOf(value);
    if (node !== null && node.value !== text) node.value = text;
  };
