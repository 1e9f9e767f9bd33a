import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { savedValues } from '../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { only, setup } from './CredentialForm/setup.js';
import { violations } from './conformance.js';

beforeAll(async () => {
  await loadValidate();
});

const text = (title: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', title, ...more });

const grouped: JsonSchema = {
  type: 'object',
  groups: [
    { id: 'account', title: 'Account' },
    { id: 'reading', title: 'What is read' },
    { id: 'advanced', title: 'Advanced' },
  ],
  required: ['key', 'batch', 'site'],
  properties: {
    key: text('Key', { group: 'account' }),
    region: text('Region', { group: 'account' }),
    batch: { type: 'integer', title: 'Batch size', default: 100, group: 'advanced' },
    since: text('Since', { group: 'reading' }),
    site: text('Site'),
  },
};
const fold = (summary: string) => screen.getByText(summary).closest('details')!;

describe('groups', () => {
  it('stand under their titles; what is only optional, and what is advanced, is folded under it', async () => {
    const { user } = setup({ schema: grouped });
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['Account']);
    expect(within(screen.getByRole('region', { name: 'Account' })).getByRole('textbox', { name: 'Key' })).toBeVisible();
    expect(fold('What is read').open).toBe(false);
    expect(screen.queryByLabelText(/Since/)).toBeNull();
    await user.click(screen.getByText('What is read'));
    expect(fold('What is read')).toContainElement(screen.getByLabelText(/Since/));
    expect(fold('Advanced').open).toBe(false);
    expect(screen.getByRole('textbox', { name: 'Site' }).closest('section, details')).toBeNull();
  });

  it('opens a folded group by itself where a value differs from its default', () => {
    setup({ schema: grouped, values: { batch: '7' } });
    expect(fold('Advanced').open).toBe(true);
    expect(fold('What is read').open).toBe(false);
  });
});

describe('a fold of optional fields', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['a', 'o'],
    properties: {
      a: text('A'),
      b: { type: 'integer', title: 'B', minimum: 5 },
      o: { type: 'object', title: 'Inner', required: ['c'], properties: { c: text('C'), d: text('D') } },
    },
  };

  it('stands in each container', () => {
    const { container } = setup({ schema });
    expect(container.querySelectorAll('details')).toHaveLength(2);
    expect(within(screen.getByRole('group', { name: 'Inner' })).getByText('Optional fields')).toBeVisible();
  });

  it('opens when an error appears inside, and shows it when it is closed again', async () => {
    const { user, submit, container } = setup({ schema, values: { a: 'x', b: '1', o: { c: 'y' } } });
    const details = container.querySelectorAll('details')[1]!;
    await user.click(details.querySelector('summary')!);
    expect(details.open).toBe(false);
    await submit();
    expect(details.open).toBe(true);
    expect(screen.getByRole('textbox', { name: /B/ })).toHaveFocus();
    await user.click(details.querySelector('summary')!);
    expect(screen.getByText('Has a problem')).toBeInTheDocument();
    expect(details.querySelector("[data-ack-slot='fold-mark']")).toBeVisible();
  });

  it('keeps what was typed while it is closed', async () => {
    const { user, submit, onSubmit, container } = setup({ schema, values: { a: 'x', o: { c: 'y' } } });
    const summary = container.querySelectorAll('summary')[1]!;
    await user.click(summary);
    await user.type(screen.getByRole('textbox', { name: /B/ }), '8');
    await user.click(summary);
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ a: 'x', b: 8, o: { c: 'y' } }]]);
  });
});

describe('editing a configuration', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['name', 'key'],
    properties: { name: text('Name'), key: text('Key', { airbyte_secret: true, pattern: '^key-[0-9]+$' }) },
  };
  const config = { name: 'Acme', key: '**********', kept: { by: 'us' } };

  it('sends a saved secret as it came, with keys that the form does not know, and does not judge its mask', async () => {
    const { user, submit, onSubmit } = setup({ schema, values: savedValues(schema, config) });
    await submit();
    expect(onSubmit.mock.calls).toEqual([[config]]);
    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    await submit();
    expect(screen.getByRole('status')).toHaveTextContent('1 value needs your attention.');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('never writes the mask into the page', () => {
    const { container } = setup({ schema, values: savedValues(schema, config) });
    expect(container.innerHTML).not.toContain('****');
    for (const input of container.querySelectorAll('input')) expect(input.value).not.toContain('*');
  });
});

it('fits in 320 px with everything in it', () => {
  const { container, form } = setup({ schema: grouped, values: { batch: '7' } });
  container.setAttribute('style', 'inline-size: 288px');
  expect(form().scrollWidth).toBeLessThanOrEqual(288);
});

it('has no accessibility fault that axe finds', async () => {
  const { container, submit } = setup({ schema: grouped });
  await submit();
  expect(await violations(container)).toEqual([]);
});

it('draws no hidden field, and sends its default', async () => {
  const { submit, onSubmit } = setup({
    schema: { ...only(text('Name')), properties: { f: text('Name'), h: text('Hidden', { airbyte_hidden: true, default: 'x' }) } },
    values: { f: 'a', h: 'x' },
  });
  expect(screen.queryByText('Hidden')).toBeNull();
  await submit();
  expect(onSubmit.mock.calls).toEqual([[{ f: 'a', h: 'x' }]]);
});

it('draws no heading over an object whose fields are all hidden', () => {
  const inner = {
    type: 'object',
    title: 'Inner',
    properties: { kind: { type: 'string', const: 'x' }, deep: { type: 'object', properties: { a: { const: 1 } } } },
  };
  const shown = { type: 'object', title: 'Shown', properties: { a: text('A') } };
  setup({ schema: { type: 'object', required: ['inner', 'shown'], properties: { inner, shown } } });
  expect(screen.getAllByRole('group').map((group) => group.querySelector('legend')?.textContent)).toEqual(['Shown']);
});
