import { format as formats } from '@cfworker/json-schema';
import type { JsonObject } from '../../core/index.js';
import { patternOf } from '../patternSafety.js';

/** Values of a format, of each common precision. A pattern that takes none of them was written for something else. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  date: ['2024-01-01', '1999-12-31', '2024-10-20'],
  'date-time': ['2024-01-01T00:00:00Z', '2024-10-20T10:20:30.123Z', '2024-10-20T10:20:30.123456Z', '2024-10-20T10:20:30+00:00', '2024-10-20 10:20:30Z'],
};

/** The format of a schema as it is checked: one that is known, and that its pattern does not rule out (then the pattern wins). */
export function checkedFormat({ format, pattern }: JsonObject): string | null {
  if (typeof format !== 'string') return null;
  // The expression behind `url` tries too many ways on a hostile text. An address is a `uri` as well.
  const name = format === 'url' ? 'uri' : format;
  if (!Object.hasOwn(formats, name)) return null;
  const samples = SAMPLES[name];
  const safe = patternOf(pattern);
  return safe === null || samples === undefined || samples.some((sample) => safe.test(sample)) ? name : null;
}

/** Whether a text has the format of its schema. */
export function fitsFormat(schema: JsonObject, text: string): boolean {
  const name = checkedFormat(schema);
  return name === null || formats[name]?.(text) !== false;
}
