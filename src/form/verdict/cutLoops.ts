import { isJsonObject, type JsonObject } from '../../core/index.js';
import { IN_PLACE_KEYWORDS, LIST_KEYWORDS } from './keywords.js';

/** How many schemas may judge one and the same value: references to references multiply. */
const MOST_IN_PLACE = 10_000;

/**
 * Cuts the references with which a checked schema would judge one value without end (`a` is `b`, `b` is `a`), or nearly so. A reference
 * from within a property or an item stays: there each step takes a piece of the value.
 */
export function cutLoops(schema: JsonObject, warnings: string[]): void {
  const definitions = isJsonObject(schema.$defs) ? schema.$defs : {};
  const costs = new Map<JsonObject, number | 'open'>();

  function costOf(node: unknown): number {
    if (!isJsonObject(node)) return 1;
    const known = costs.get(node);
    if (known !== undefined) return known === 'open' ? Number.POSITIVE_INFINITY : known;
    costs.set(node, 'open');
    const cost = typeof node.$ref === 'string' ? costOfReference(node) : 1 + inPlace(node).reduce((sum: number, inner) => sum + costOf(inner), 0);
    costs.set(node, cost);
    return cost;
  }

  function costOfReference(node: JsonObject): number {
    const cost = costOf(definitions[String(node.$ref).slice('#/$defs/'.length)]);
    if (cost <= MOST_IN_PLACE) return cost;
    delete node.$ref;
    warnings.push('A reference leads back to itself, or on to too many others; what it stands for is not checked.');
    return 1;
  }

  for (const node of allOf(schema)) costOf(node);
}

const inPlace = (node: JsonObject): unknown[] => [
  ...LIST_KEYWORDS.flatMap((keyword) => (Array.isArray(node[keyword]) ? node[keyword] : [])),
  ...IN_PLACE_KEYWORDS.map((keyword) => node[keyword]),
];

/** Every schema within, the root too. What a `const` or an `enum` holds is no schema. */
function* allOf(node: unknown): Generator<JsonObject> {
  if (isJsonObject(node)) yield node;
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) if (key !== 'const' && key !== 'enum') yield* allOf(inner);
}
