import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { methodsOfSpec } from '../../src/airbyte/methodsOfSpec.js';
import { type AuthMethod, type JsonObject, type JsonSchema, readOAuthFacts, requiredOf, schemaAt } from '../../src/core/index.js';

/** Private schemas of real connectors; without the folder the test is skipped. */
const folder = process.env.ACK_SHARED;

interface Case {
  kind: string;
  valid: boolean;
  value: JsonObject;
}

/** A private file, in the shape that its description promises. */
function read<T>(name: string): Readonly<Record<string, T>> {
  return folder === undefined ? {} : JSON.parse(readFileSync(join(folder, 'corpus', name), 'utf8'));
}

// SAFETY: the library's type names keywords only; it takes any object as a schema.
const accepts = (schema: JsonSchema, value: unknown): boolean => new Validator(schema as Schema, '7').validate(value).valid;
const accepted = (methods: readonly AuthMethod[], value: JsonObject) => methods.filter(({ schema }) => accepts(schema, { replication_config: value }));

describe.skipIf(folder === undefined)('the methods of every private schema', () => {
  const specs = read<JsonSchema>('source-specs.json');
  const auth = read<JsonObject>('advanced-auth.json');
  const instances = read<{ mode?: unknown; cases: Case[] }>('instances.json');
  const all = Object.entries(specs).map(([name, spec]) => ({ name, methods: methodsOfSpec(spec, auth[name], 'Service'), cases: instances[name]?.cases ?? [] }));

  it('have keys of their own, labels, and at most one consent, which comes first', () => {
    expect(all.length).toBeGreaterThan(400);
    for (const { name, methods } of all) {
      expect(new Set(methods.map(({ key }) => key)).size, name).toBe(methods.length);
      expect(
        methods.every(({ key, label }) => key !== '' && label !== ''),
        name,
      ).toBe(true);
      expect(
        methods.slice(1).some(({ kind }) => kind === 'oauth'),
        name,
      ).toBe(false);
      expect(methods[0]?.kind === 'oauth', name).toBe(auth[name] !== undefined);
    }
  });

  it('accept what the schema accepts, each its own way', () => {
    const refused = all.flatMap(({ name, methods, cases }) =>
      cases.filter(({ valid, value }) => valid && accepted(methods, value).length === 0).map(({ kind }) => `${name}: ${kind}`),
    );
    expect(all.flatMap(({ cases }) => cases.filter(({ valid }) => valid)).length).toBeGreaterThan(800);
    expect(refused).toEqual([]);
  });

  it('of a key accept nothing that the schema does not', () => {
    const taken = all.flatMap(({ name, methods, cases }) =>
      cases
        .filter(
          ({ valid, value }) =>
            !valid &&
            accepted(
              methods.filter(({ kind }) => kind === 'key'),
              value,
            ).length > 0,
        )
        .map(({ kind }) => `${name}: ${kind}`),
    );
    expect(taken).toEqual([]);
  });

  it('neither ask for nor require what a consent fills', () => {
    const consents = all.flatMap(({ name, methods }) => methods.filter(({ kind }) => kind === 'oauth').map((method) => ({ name, method })));
    const asked = consents.flatMap(({ name, method }) =>
      (readOAuthFacts(auth[name])?.filled ?? []).filter((path) => {
        const inside = ['replication_config', ...path];
        const parent = schemaAt(method.schema, inside.slice(0, -1));
        const property = schemaAt(method.schema, inside);
        const isAsked = property !== null && property.airbyte_hidden !== true && property.always_show !== true;
        return isAsked || (property?.always_show !== true && parent !== null && requiredOf(parent).includes(path.at(-1) ?? ''));
      }),
    );
    console.info(`${all.length} schemas, ${all.filter(({ methods }) => methods.length > 1).length} with several methods, ${consents.length} with a consent`);
    expect(consents.length).toBeGreaterThan(10);
    expect(asked).toEqual([]);
  });
});
