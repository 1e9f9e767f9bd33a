import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addItem,
  chooseBranch,
  chosenBranch,
  drawnFields,
  type FormField,
  type FormValues,
  itemCount,
  layOutForm,
  removeItem,
  valueAt,
} from '../../src/form/index.js';
import { foreignSample, objectSample, type Sample } from './schemaArbitrary.js';

const RUNS = { numRuns: 200 };

/** A schema and one valid value of it. */
const withValue = ({ schema, value }: Sample) => fc.record({ schema: fc.constant(schema), value: value as fc.Arbitrary<Record<string, unknown>> });
const saved = objectSample.chain(withValue);
const foreign = foreignSample.chain(withValue);

describe('any schema', () => {
  it('is compiled, defaulted and sent without throwing, even when it is no schema', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 5 }),
      fc.object({
        maxDepth: 5,
        key: fc.constantFrom('type', 'properties', 'required', 'oneOf', 'anyOf', 'allOf', 'items', 'enum', 'const', '$ref', 'groups', 'title', '__proto__'),
      }),
    );
    fc.assert(
      fc.property(anything, anything, (schema, value) => {
        const form = layOutForm(schema);
        form.toSubmit(form.defaults());
        form.toSubmit(form.fromSaved(value as Record<string, unknown>));
        const drawn = form.groups.flatMap(({ fields }) => fields);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.length).toBeGreaterThanOrEqual(form.fields.filter(({ inline }) => !inline).length);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', saved],
    [' with constants of another version', foreign],
  ])('gives a saved configuration%s back as it was', (_, samples) => {
    fc.assert(
      fc.property(samples, ({ schema, value }) => {
        const form = layOutForm(schema);
        expect(form.toSubmit(form.fromSaved(value))).toEqual(value);
      }),
      RUNS,
    );
  });

  it.each([
    ['', saved],
    [' with constants of another version', foreign],
  ])('loses nothing of a configuration%s when every branch is chosen and the first one again', (_, samples) => {
    fc.assert(
      fc.property(samples, ({ schema, value }) => {
        const form = layOutForm(schema);
        const draft = form.fromSaved(value);
        for (const choice of inPlay(form.fields, draft).filter(({ kind }) => kind === 'choice')) {
          const chosen = chosenBranch(choice, draft);
          if (chosen === null) continue;
          const there = choice.branches.reduce((values, { index }) => chooseBranch(choice, values, index), draft);
          expect(form.toSubmit(chooseBranch(choice, there, chosen.index))).toEqual(value);
        }
      }),
      RUNS,
    );
  });

  it('loses nothing when an item is added and removed', () => {
    fc.assert(
      fc.property(saved, ({ schema, value }) => {
        const form = layOutForm(schema);
        const draft = form.fromSaved(value);
        for (const list of inPlay(form.fields, draft).filter(({ kind, draftPath }) => kind === 'list' && Array.isArray(valueAt(draft, draftPath)))) {
          const added = addItem(list, draft);
          expect(itemCount(list, added)).toBe(itemCount(list, draft) + 1);
          expect(form.toSubmit(removeItem(list, added, itemCount(list, draft)))).toEqual(value);
        }
      }),
      RUNS,
    );
  });

  it('shows no saved secret to whoever prints or serialises the draft', () => {
    const secret = 'held-back-secret';
    fc.assert(
      fc.property(saved, ({ schema }) => {
        const form = layOutForm({ ...schema, properties: { ...(schema.properties as object), token: { type: 'string', airbyte_secret: true } } });
        const draft = form.fromSaved({ token: secret });
        expect(JSON.stringify(draft)).not.toContain(secret);
        expect(form.toSubmit(draft).token).toBe(secret);
      }),
      RUNS,
    );
  });
});

/** Every field that is drawn, at every depth. */
const inPlay = (fields: readonly FormField[], values: FormValues): FormField[] =>
  fields.flatMap((field) => [field, ...inPlay(drawnFields(field, values), values)]);
