import { describe, expect, it } from 'vitest';
import { definitionOfEntry } from '../../src/catalog/index.js';
import { compileForm, type FormField, type FormValues, withValueAt } from '../../src/form/index.js';
import { load, SLUGS } from './all.js';
import { leavesOf } from './leavesOf.js';
import { typedValue } from './typedValue.js';

const definitions = await Promise.all(SLUGS.map(async (slug) => definitionOfEntry(await load(slug))));
const METHODS = definitions.flatMap(({ slug, methods }) => methods.map((method) => ({ name: `${slug} ${method.key} (${method.kind})`, slug, method })));

const filled = (fields: readonly FormField[], start: FormValues) => fields.reduce((values, field) => withValueAt(values, field.path, typedValue(field)), start);

it('has 64 ways of signing in: the 63 of the facts, and a consent page beside TikTok’s token', () => {
  expect(METHODS).toHaveLength(64);
});

describe.each(METHODS)('$name', ({ slug, method }) => {
  const form = compileForm(method.schema);
  const leaves = form.fields.flatMap(leavesOf);

  it('compiles to fields that are understood', () => {
    expect(form.warnings.map((warning) => warning.split(':')[0])).toEqual(
      slug === 'google-drive' ? ['replication_config.streams.0 is an object whose keys are not described, so it is asked as JSON.'] : [],
    );
    expect(leaves.filter(({ label, path }) => label === path.at(-1))).toEqual([]);
  });

  it('asks first for what is missing, at its field', () => {
    const { valid, errors } = form.validate(form.toSubmit(form.defaults()));
    const missing = leaves.filter(({ required, schema }) => required && schema.default === undefined);
    const wanting = ({ kind, path }: FormField) =>
      kind === 'list' ? { path, code: 'min_items', params: { minimum: 1 } } : { path, code: 'required', params: {} };
    expect(errors).toEqual(missing.map(wanting));
    expect(valid).toBe(missing.length === 0);
  });

  it('takes what a person types, each value under its place', () => {
    const values = form.toSubmit(filled(leaves, form.defaults()));
    expect(form.validate(values)).toEqual({ valid: true, errors: [] });
    const sent = Object.entries(values).flatMap(([place, inner]) => Object.keys(inner ?? {}).map((name) => `${place}.${name}`));
    expect(sent.toSorted()).toEqual(leaves.map(({ path }) => path.join('.')).toSorted());
  });

  it('takes the required values alone', () => {
    const values = form.toSubmit(
      filled(
        leaves.filter(({ required }) => required),
        {},
      ),
    );
    expect(form.validate(values)).toEqual({ valid: true, errors: [] });
  });
});
