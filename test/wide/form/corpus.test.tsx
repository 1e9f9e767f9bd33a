import { corpus } from 'virtual:corpus';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { isJsonObject, type JsonObject, type JsonSchema } from '../../../src/core/index.js';
import { compileForm, loadValidate } from '../../../src/form/index.js';
import { violations } from '../../components/conformance.js';
import { alternativesOf, controlsOf, isNamed, openForm, textOfIds, unfold } from './formPage.js';
import { offeredAlternatives } from './offeredAlternatives.js';

const rows = Object.entries(corpus?.schemas ?? {});
const counts = { schemas: 0, alternatives: 0, controls: 0, presses: 0, errors: 0, instances: 0 };
const said: string[] = [];

beforeAll(async () => {
  await loadValidate();
});
beforeEach(() => {
  for (const method of ['error', 'warn'] as const) vi.spyOn(console, method).mockImplementation((...given) => void said.push(given.map(String).join(' ')));
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(said.splice(0), 'errors and warnings in the console').toEqual([]);
});
afterAll(() => console.info(`Real schemas: ${JSON.stringify(counts)}`));

it.skipIf(corpus === null)('are there, several hundred of them (needs ACK_SHARED)', () => {
  expect(rows.length).toBeGreaterThan(300);
});

describe.skipIf(corpus === null)('every real schema (needs ACK_SHARED)', () => {
  it.each(rows)('is drawn in every alternative without a violation: %s', async (_name, schema: JsonSchema) => {
    const { container, form } = openForm(schema);
    await unfold(form);
    expect(await violations(container)).toEqual([]);
    const seen = new Set<string>();
    // The last one that is new: a choice inside an alternative is gone through before that alternative is left.
    for (let next = newest(form, seen); next !== undefined; next = newest(form, seen)) {
      seen.add(next.key);
      await next.choose();
      await unfold(form);
      expect(await violations(next.choice), next.key).toEqual([]);
    }
    expect(seen.size).toBeGreaterThanOrEqual(offeredAlternatives(compileForm(schema).fields));
    counts.schemas += 1;
    counts.alternatives += seen.size;
  });

  it.each(rows)('has a name at each control, and Tab comes to all of them: %s', async (_name, schema: JsonSchema) => {
    const { form, before } = openForm(schema);
    await unfold(form);
    const controls = controlsOf(form);
    expect(controls.filter((control) => !isNamed(control)).map(({ outerHTML }) => outerHTML.slice(0, 200))).toEqual([]);
    const missed = new Set(controls);
    before.focus();
    // A date box takes a few presses: each of its parts is a stop.
    for (let press = 0; press < controls.length * 8 + 8 && missed.size > 0; press += 1) {
      await userEvent.keyboard('{Tab}');
      counts.presses += 1;
      const { activeElement } = document;
      if (!form.contains(activeElement)) break;
      if (activeElement instanceof HTMLElement) missed.delete(activeElement);
    }
    expect([...missed].map(({ outerHTML }) => outerHTML.slice(0, 200))).toEqual([]);
    counts.controls += controls.length;
  });

  it.each(rows)('ties each error of an empty submit to its control: %s', async (_name, schema: JsonSchema) => {
    const { form, onSubmit, submit } = openForm(schema);
    await submit();
    const compiled = compileForm(schema);
    const expected = compiled.validate(compiled.toSubmit(compiled.defaults())).errors.filter(({ path }) => path.length > 0);
    const errors = [...form.querySelectorAll('[data-ack-slot="field-error"]')];
    expect(errors.map(({ textContent }) => textContent)).toHaveLength(new Set(expected.map(({ path }) => path.join('.'))).size);
    const untied = errors.filter(({ id }) => id === '' || form.querySelector(`[aria-describedby~="${CSS.escape(id)}"]`) === null);
    expect(untied.map(({ outerHTML }) => outerHTML.slice(0, 200))).toEqual([]);
    const unsaid = [...form.querySelectorAll('[aria-invalid]')].filter((control) => textOfIds(control, 'aria-describedby').join('').trim() === '');
    expect(unsaid.map(({ outerHTML }) => outerHTML.slice(0, 200))).toEqual([]);
    if (expected.length > 0) {
      expect(onSubmit).not.toHaveBeenCalled();
      expect(form.contains(document.activeElement)).toBe(true);
    }
    counts.errors += errors.length;
  });

  it.each(rows)('sends a complete configuration back as it came: %s', async (name, schema: JsonSchema) => {
    for (const { value } of fullInstances(name)) {
      const { onSubmit, submit, form } = openForm(schema, compileForm(schema).fromSaved(value));
      await submit();
      expect([...form.querySelectorAll('[data-ack-slot="field-error"]')].map(({ textContent }) => textContent)).toEqual([]);
      expect(onSubmit.mock.calls).toEqual([[value]]);
      counts.instances += 1;
    }
  });
});

function newest(form: HTMLFormElement, seen: ReadonlySet<string>) {
  return alternativesOf(form).findLast(({ key }) => !seen.has(key));
}

function fullInstances(name: string): readonly { value: JsonObject }[] {
  const full = (corpus?.instances[name]?.cases ?? []).filter(({ kind }) => kind === 'valid-full');
  // A few schemas ask for one string and no object: a configuration is an object, so those have none.
  return full.flatMap(({ value }) => (isJsonObject(value) ? [{ value }] : []));
}
