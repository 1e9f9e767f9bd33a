import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeSchema } from './madeSchema.mjs';

/** How many things a schema asks for, in all its alternatives. */
export function fieldCount(schema) {
  if (schema === null || typeof schema !== 'object') return 0;
  const inside = [...Object.values(schema.properties ?? {}), ...(schema.oneOf ?? [])];
  if (schema.items && typeof schema.items === 'object') inside.push(schema.items);
  return inside.length === 0 ? 1 : inside.reduce((sum, part) => sum + fieldCount(part), 0);
}

/**
 * The median, the 95th percentile and the largest of the real schemas by fields; schemas of our own of a like size without ACK_SHARED.
 * @returns {{ name: string, fields: number, schema: object }[]}
 */
export function benchSchemas(shared = process.env.ACK_SHARED) {
  const all = shared
    ? Object.values(JSON.parse(readFileSync(join(shared, 'corpus/source-specs.json'), 'utf8'))).filter(
        ({ type, properties }) => type === 'object' && properties,
      )
    : [8, 30, 60].map(madeSchema);
  const sorted = all.toSorted((a, b) => fieldCount(a) - fieldCount(b));
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [
    { name: 'median', schema: at(0.5) },
    { name: 'p95', schema: at(0.95) },
    { name: 'largest', schema: at(1) },
  ].map((row) => ({ ...row, fields: fieldCount(row.schema) }));
}
