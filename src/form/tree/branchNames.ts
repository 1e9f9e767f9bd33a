import { isJsonObject } from '../../core/index.js';
import { constantOf } from '../constants.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FieldBranch } from '../types.js';
import type { Alternative } from './compileChoice.js';
import { oneValue } from './tellingKey.js';

/** Alternatives with names by which people can tell them apart: the title, the constant, what is asked. */
export function namedBranches(branches: readonly FieldBranch[], alternatives: readonly Alternative[], telling: string | null): FieldBranch[] {
  const constants = branches.map(({ index }) => constantIn(alternatives, index, telling));
  const tells = new Set(constants).size === constants.length;
  const named = branches.map((branch, place) => withLabel(branch, tells ? telling : null, place));
  for (const [place, branch] of sameNamed(named)) branch.label += ` (${(tells ? constants[place] : null) ?? place + 1})`;
  return named;
}

/** A branch without a title is named by its constant, else by what it asks first. */
function withLabel(branch: FieldBranch, telling: string | null, place: number): FieldBranch {
  if (branch.label === '') branch.label = nameOfBranch(branch, telling, place);
  return branch;
}

function constantIn(alternatives: readonly Alternative[], branch: number, telling: string | null): string | null {
  const { properties } = alternatives.find(({ index }) => index === branch)?.schema ?? {};
  return telling !== null && isJsonObject(properties) ? (oneValue(properties, telling)?.replace(/^"|"$/g, '') ?? null) : null;
}

/** Those whose name another has too, with their places. */
function sameNamed(branches: readonly FieldBranch[]): (readonly [number, FieldBranch])[] {
  const count = (name: string) => branches.filter(({ label, valueType }) => valueType === null && label === name).length;
  return [...branches.entries()].filter(([, { label, valueType }]) => valueType === null && count(label) > 1);
}

function nameOfBranch(branch: FieldBranch, telling: string | null, place: number): string {
  const constant = branch.fields.find((field) => String(field.path.at(-1)) === telling && constantOf(field) !== null);
  const value = constant === undefined ? undefined : constantOf(constant)?.value;
  if (typeof value === 'string') return /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/i.test(value) ? nameFromKey(value) : value;
  if (value !== undefined) return `${nameFromKey(String(telling))}: ${String(value)}`;
  const asked = branch.fields.filter(({ hidden, path }) => !hidden && typeof path.at(-1) === 'string').map(({ label }) => label);
  return asked.slice(0, 2).join(', ') || String(place + 1);
}
