import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CredentialFormParts } from '../../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../../src/core/index.js';
import { loadValidate } from '../../../src/form/index.js';
import { hearErrors } from '../../setup/hearErrors.js';
import { setup } from './setup.js';

await loadValidate();

const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['name', 'level', 'method', 'proxy', 'accounts'],
  properties: {
    name: { type: 'string', title: 'Name', description: 'What it is called.' },
    level: { type: 'string', title: 'Level', enum: ['low', 'high'] },
    method: { title: 'Method', type: 'object', oneOf: ['Key', 'None'].map((title) => ({ title, properties: { kind: { const: title } } })) },
    proxy: { type: 'object', title: 'Proxy', properties: { host: { type: 'string', title: 'Host' } } },
    accounts: { type: 'array', title: 'Accounts', items: { type: 'object', title: 'Account', properties: { owner: { type: 'string', title: 'Owner' } } } },
  },
};

const SLOTS: readonly (keyof CredentialFormParts)[] = ['text', 'select', 'choice', 'list', 'object', 'field-label', 'field-error', 'field-description'];

const reports = hearErrors();

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(SLOTS)('keeps the kit’s own part where the one for %s throws, names it to the developer, and can be filled in and sent', async (name) => {
  const slots: CredentialFormParts = {
    [name]: () => {
      throw new TypeError('Not drawn.');
    },
  };
  const { user, submit, onSubmit } = setup({ schema: SCHEMA, slots });
  await submit();
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Name is missing. What it is called.');
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), 'high');
  await user.click(screen.getByRole('radio', { name: 'None' }));
  await user.type(screen.getByRole('textbox', { name: /^Host/ }), 'h');
  await user.click(screen.getByRole('button', { name: 'Add account' }));
  await user.type(screen.getByRole('textbox', { name: /^Owner/ }), 'o');
  await submit();
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ name: 'Ada', level: 'high', method: { kind: 'None' }, proxy: { host: 'h' }, accounts: [{ owner: 'o' }] });
  expect(reports).toContainEqual(expect.objectContaining({ code: 'invalid_prop', message: expect.stringContaining(`"${name}"`) }));
});
