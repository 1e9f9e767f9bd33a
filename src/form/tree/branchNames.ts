import { isJsonObject } from '../../core/index.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldBranch } from '../types.js';
import { ownValue } from '../values.js';
import type { Alternative } from './compileChoice.js';

/** A constant of more characters says less than a place. */
const LONGEST_CONSTANT = 40;

type Constant = string | number | boolean | null;

/** Alternatives with names by which people can tell them apart: the title, the constant, what is asked; behind the same title the constant or a number. */
export function namedBranches(branches: readonly FieldBranch[], alternatives: readonly Alternative[], telling: string | null): FieldBranch[] {
  const constants = branches.map(({ index }) => constantOfAlternative(alternatives, index, telling));
  const tells = new Set(constants).size === constants.length;
  const constantAt = (place: number) => (tells ? (constants[place] ?? null) : null);
  const names = branches.map((branch, place) => branch.label || nameOfBranch(branch, telling, constantAt(place), place));
  const used = new Set<string>();
  return branches.map((branch, place) => {
    const name = names[place] ?? '';
    const isShared = names.indexOf(name) !== names.lastIndexOf(name);
    if (branch.valueType !== null) return branch; // Named by its type, in words for people.
    branch.label = isShared ? `${name} (${constantAt(place) ?? place + 1})` : name;
    while (used.has(branch.label)) branch.label += ` (${place + 1})`;
    used.add(branch.label);
    return branch;
  });
}

/** The constant by which an alternative is told, where it says something to people: no object, no empty text, no long one. */
function constantOfAlternative(alternatives: readonly Alternative[], branch: number, telling: string | null): Constant {
  const { properties } = alternatives.find(({ index }) => index === branch)?.schema ?? {};
  const property = telling === null ? null : ownValue(properties, telling);
  if (!isJsonObject(property)) return null;
  const value = Object.hasOwn(property, 'const') ? property.const : ownValue(property.enum, 0);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_CONSTANT ? value : null;
}

function nameOfBranch({ fields }: FieldBranch, telling: string | null, constant: Constant, place: number): string {
  if (typeof constant === 'string') return /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/i.test(constant) ? nameFromKey(constant) : constant;
  if (constant !== null) return `${nameFromKey(String(telling))}: ${constant}`;
  const asked = fields.filter(({ hidden, path }) => !hidden && typeof path.at(-1) === 'string').map(({ label }) => label);
  return asked.slice(0, 2).join(', ') || String(place + 1);
}
