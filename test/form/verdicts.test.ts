import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileForm, errorKey } from '../../src/form/index.js';

interface Case {
  kind: string;
  valid: boolean;
  value: unknown;
  at?: string;
  formatOnly?: boolean;
}

const shared = process.env.ACK_SHARED;
const read = (name: string): unknown => JSON.parse(readFileSync(`${shared}/corpus/${name}`, 'utf8'));

/** `/credentials/0/key` as the key of an error. */
const keyOf = (pointer: string): string => pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~').replaceAll('/', '.');

/** The place itself, one inside it (a choice's own fields), the box that holds it (tags), or beside it (a choice whose branches share no constant). */
function isNear(found: string, at: string): boolean {
  const around = at.split('.').slice(0, -1).join('.');
  return found === at || found.startsWith(`${at}.`) || at.startsWith(`${found}.`) || (around !== '' && found.startsWith(`${around}.`));
}

describe.skipIf(shared === undefined)('verdicts on real schemas (needs ACK_SHARED)', () => {
  const schemas = Object.entries(shared === undefined ? {} : (read('source-specs.json') as Record<string, Record<string, unknown>>));
  const instances = shared === undefined ? {} : (read('instances.json') as Record<string, { cases: Case[] }>);
  const judged = schemas.flatMap(([name, schema]) => {
    const form = compileForm(schema);
    return (instances[name]?.cases ?? []).map((one) => ({ name, ...one, verdict: form.validate(one.value) }));
  });

  it('are those of the reference, each one', () => {
    const wrong = judged.filter(({ valid, verdict }) => valid !== verdict.valid);
    console.info(
      `verdicts: ${judged.length - wrong.length} of ${judged.length}, of ${schemas.length} schemas; ${judged.filter(({ formatOnly }) => formatOnly).length} by format alone`,
    );
    expect(wrong.map(({ kind, formatOnly }) => ({ kind, formatOnly }))).toEqual([]);
    expect(judged.length).toBeGreaterThan(2_000);
  });

  it('name a place at, in or around the changed value, that of a constant which tells branches apart at its choice', () => {
    const refused = judged.filter(({ valid }) => !valid);
    const placed = refused.filter(({ at, verdict }) => verdict.errors.some(({ path }) => isNear(errorKey(path), keyOf(at ?? '/'))));
    const exact = refused.filter(({ at, verdict }) => verdict.errors.some(({ path }) => errorKey(path) === keyOf(at ?? '/')));
    console.info(`places: ${exact.length} of ${refused.length} exactly at the changed value, ${placed.length} near it`);
    expect(refused.filter(({ verdict }) => verdict.errors.length === 0 || verdict.errors.some(({ code }) => code === 'invalid'))).toEqual([]);
    expect(refused.length - placed.length).toBe(0);
    expect(exact.length / refused.length).toBeGreaterThan(0.94);
  });
});
