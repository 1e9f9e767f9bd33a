import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseBranch, type FormField, layOutForm } from '../../src/form/index.js';

// Real connectors' schemas are private test data: without their folder these tests are skipped by name.
const folder = process.env.ACK_SHARED === undefined ? null : join(process.env.ACK_SHARED, 'corpus');
const isThere = folder !== null && existsSync(join(folder, 'source-specs.json'));

type Json = Record<string, unknown>;
interface Case {
  kind: string;
  valid: boolean;
  value: Json;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'));

describe.skipIf(!isThere)('real connectors’ schemas (ACK_SHARED)', () => {
  const schemas = isThere ? Object.entries(read<Record<string, Json>>('source-specs.json')) : [];
  const instances = isThere ? read<Record<string, { cases: Case[] }>>('instances.json') : {};

  it('are all compiled, with JSON boxes only where no form is possible', () => {
    const reasons = new Map<string, number>();
    const unexplained: string[] = [];
    let fields = 0;
    let compiled = 0;
    for (const [name, schema] of schemas) {
      const found = layOutForm(schema).fields.flatMap(everyField);
      compiled += Number(found.length > 0 || Object.keys(schema.properties ?? {}).length === 0);
      for (const field of found) {
        fields += 1;
        if (field.kind !== 'json' || field.hidden) continue;
        const reason = whyJson(field.schema);
        if (reason === null) unexplained.push(`${name} ${field.path.join('.')} ${JSON.stringify(field.schema).slice(0, 200)}`);
        else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
    console.log(`${compiled} of ${schemas.length} schemas compiled: ${fields} fields; JSON boxes by reason:`, Object.fromEntries(reasons));
    expect(unexplained).toEqual([]);
    expect(compiled).toBe(schemas.length);
    expect(fields).toBeGreaterThan(schemas.length);
  });

  it('give every valid configuration back as it was', () => {
    const valid = schemas.flatMap(([name, schema]) => (instances[name]?.cases ?? []).filter((one) => one.valid).map((one) => ({ name, schema, ...one })));
    const changed = valid.filter(({ schema, value }) => {
      const form = layOutForm(schema);
      const sent = form.toSubmit(form.fromSaved(value));
      try {
        expect(sent).toStrictEqual(value);
        return false;
      } catch {
        return true;
      }
    });
    console.log(`${valid.length - changed.length} of ${valid.length} valid configurations come back as they were`);
    expect(changed.map(({ name, kind }) => `${name} ${kind}`)).toEqual([]);
  });

  it('pick the branch of a saved configuration: what is asked in it is filled', () => {
    const empty: string[] = [];
    for (const [name, schema] of schemas) {
      const form = layOutForm(schema);
      for (const { value, valid, kind } of instances[name]?.cases ?? []) {
        if (!valid) continue;
        const draft = form.fromSaved(value);
        for (const field of form.fields.filter((one) => one.kind === 'choice')) {
          const saved = JSON.stringify(draft[String(field.draftPath[0])] ?? null);
          if (saved.includes('"branch":null')) empty.push(`${name} ${kind} ${field.path.join('.')}`);
        }
      }
    }
    expect(empty).toEqual([]);
  });

  it('lose nothing when each branch is chosen and left again', () => {
    const changed: string[] = [];
    for (const [name, schema] of schemas) {
      const form = layOutForm(schema);
      for (const { value, valid, kind } of instances[name]?.cases ?? []) {
        if (!valid) continue;
        const draft = form.fromSaved(value);
        for (const field of form.fields.filter((one) => one.kind === 'choice' && draft[String(one.draftPath[0])] !== undefined)) {
          const chosen = (draft[String(field.draftPath[0])] as { branch: number }).branch;
          const there = field.branches.reduce((values, { index }) => chooseBranch(field, values, index), draft);
          if (JSON.stringify(form.toSubmit(chooseBranch(field, there, chosen))) !== JSON.stringify(form.toSubmit(draft))) changed.push(`${name} ${kind}`);
        }
      }
    }
    expect(changed).toEqual([]);
  });
});

const everyField = (field: FormField): FormField[] => [
  field,
  ...[...field.fields, ...field.branches.flatMap((branch) => branch.fields), ...(field.items === null ? [] : [field.items])].flatMap(everyField),
];

/** Why no form of a schema is possible, by its shape; null when one should be. */
function whyJson({ type, properties, oneOf, anyOf, additionalProperties }: Readonly<Json>): string | null {
  const types = Array.isArray(type) ? type : [type];
  const isBare = properties === undefined || Object.keys(properties as Json).length === 0;
  if (!types.includes('object') || !isBare || oneOf !== undefined || anyOf !== undefined) return null;
  return typeof additionalProperties === 'object' ? 'an object of any keys with values of one schema' : 'an object whose keys are not described';
}
