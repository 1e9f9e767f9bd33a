import { isJsonObject } from '../../core/index.js';
import { constantOf } from '../constants.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldBranch } from '../types.js';
import type { Alternative } from './compileChoice.js';
import { oneValue } from './tellingKey.js';

/** Alternatives with names by which people can tell them apart: the title, the constant, what is asked; behind the same title the constant or a number. */
export function namedBranches(branches: readonly FieldBranch[], alternatives: readonly Alternative[], telling: string | null): FieldBranch[] {
  const constants = branches.map(({ index }) => constantOfAlternative(alternatives, index, telling));
  const tells = new Set(constants).size === constants.length;
  const names = branches.map((branch, place) => branch.label || nameOfBranch(branch, tells ? telling : null, place));
  return branches.map((branch, place) => {
    const name = names[place] ?? '';
    const isShared = branch.valueType === null && names.indexOf(name) !== names.lastIndexOf(name);
    branch.label = isShared ? `${name} (${(tells ? constants[place] : null) ?? place + 1})` : name;
    return branch;
  });
}

function constantOfAlternative(alternatives: readonly Alternative[], branch: number, telling: string | null): string | null {
  const properties = alternatives.find(({ index }) => index === branch)?.schema.properties;
  return telling !== null && isJsonObject(properties) ? (oneValue(properties, telling)?.replace(/^"|"$/g, '') ?? null) : null;
}

function nameOfBranch(branch: FieldBranch, telling: string | null, place: number): string {
  const constant = branch.fields.find((field) => String(field.path.at(-1)) === telling && constantOf(field) !== null);
  const value = constant === undefined ? undefined : constantOf(constant)?.value;
  if (typeof value === 'string') return /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/i.test(value) ? nameFromKey(value) : value;
  if (value !== undefined) return `${nameFromKey(String(telling))}: ${String(value)}`;
  const asked = branch.fields.filter(({ hidden, path }) => !hidden && typeof path.at(-1) === 'string').map(({ label }) => label);
  return asked.slice(0, 2).join(', ') || String(place + 1);
}
