import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { savedValues } from '../../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../../src/core/index.js';
import { loadValidate } from '../../../src/form/index.js';
import { only, setup } from './setup.js';

beforeAll(async () => {
  await loadValidate();
});

const MASK = '**********';
const secret = { title: 'Vault', airbyte_secret: true };
const edit = (schema: JsonSchema, config: Record<string, unknown>) => setup({ schema, values: savedValues(schema, config) });
const button = (name: string) => screen.getByRole('button', { name });

describe.each<[string, JsonSchema]>([
  ['an object', { type: 'object', ...secret, required: ['a'], properties: { a: { type: 'string', title: 'A' } } }],
  ['a list of objects', { type: 'array', ...secret, items: { type: 'object', properties: { a: { type: 'string', title: 'A' } } } }],
  ['one of several values', { enum: ['a', 'b'], ...secret }],
  ['a switch', { type: 'boolean', ...secret }],
  ['a list of texts', { type: 'array', ...secret, items: { type: 'string' } }],
  ['a day', { type: 'string', format: 'date', ...secret }],
  ['JSON', { ...secret }],
])('a stored secret that is %s', (_, field) => {
  it('is a locked row, and goes back as it came beside an edit', async () => {
    const schema = { type: 'object', required: ['f'], properties: { f: field, name: { type: 'string', title: 'Name' } } };
    const { user, submit, onSubmit, container } = edit(schema, { f: MASK, name: 'old' });
    expect(screen.getByRole('textbox', { name: /^Vault/ })).toHaveValue('Saved');
    expect(container.innerHTML).not.toMatch(/\*{4}|\[saved\]|no longer offered/);
    await user.type(screen.getByLabelText(/^Name/), '!');
    await submit();
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: MASK, name: 'old!' });
  });

  it('makes room for another on Replace and comes back on Cancel, by keyboard', async () => {
    const { user, submit, onSubmit } = edit(only(field), { f: MASK });
    button('Replace Vault').focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByDisplayValue('Saved')).toBeNull();
    expect(document.activeElement?.tagName).toMatch(/INPUT|SELECT|TEXTAREA|BUTTON/);
    button('Cancel: keep the saved Vault').focus();
    await user.keyboard('{Enter}');
    expect(button('Replace Vault')).toHaveFocus();
    await submit();
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: MASK });
  });
});

it('keeps what is replaced while another alternative is chosen', async () => {
  const branch = (key: string, inner: JsonSchema) => ({ title: key, properties: { type: { const: key }, ...inner } });
  const key = { type: 'string', title: 'Key', airbyte_secret: true };
  const schema = only({ title: 'Method', oneOf: [branch('One', { key }), branch('Two', {})] });
  const { user, submit, onSubmit } = edit(schema, { f: { type: 'One', key: MASK } });
  await user.click(button('Replace Key'));
  await user.click(screen.getByRole('radio', { name: 'Two' }));
  await user.click(screen.getByRole('radio', { name: 'One' }));
  await user.click(button('Cancel: keep the saved Key'));
  await submit();
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: { type: 'One', key: MASK } });
});

it('keeps what is done in an item when an earlier one is removed', async () => {
  const item = {
    type: 'object',
    required: ['name', 'tags'],
    properties: { name: { type: 'string', title: 'Name', order: 0 }, tags: { type: 'array', title: 'Tags', order: 1, items: { type: 'string' } } },
  };
  const { user, latest } = edit(only({ type: 'array', title: 'Items', items: item }), {
    f: [
      { name: 'a', tags: ['x'] },
      { name: 'b', tags: ['y'] },
    ],
  });
  const second = screen.getAllByRole('listitem')[1]!;
  if (second.querySelector('details')?.open === false) await user.click(second.querySelector('summary')!);
  const box = within(second).getByLabelText(/^Tags/);
  await user.click(screen.getByRole('button', { name: /^Remove a/ }));
  expect(document.body.contains(box)).toBe(true);
  expect(screen.getByLabelText(/^Tags/)).toBe(box);
  await user.type(box, 'z{Enter}');
  expect(latest.values).toMatchObject({ f: [{ name: 'b', tags: ['y', 'z'] }] });
});

it('shows a switch that was never set as its default is, and sends what is chosen', async () => {
  const { user, submit, onSubmit } = edit(only({ type: 'boolean', title: 'Verify', default: true }), {});
  const box = screen.getByRole('switch', { name: /^Verify/ });
  expect(box).toBeChecked();
  expect(screen.getByText('On by default')).toBeVisible();
  await user.click(box);
  expect(box).not.toBeChecked();
  expect(screen.queryByText('On by default')).toBeNull();
  await submit();
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: false });
});
