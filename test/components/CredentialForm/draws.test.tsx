import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CredentialFormProps, RenderField } from '../../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../../src/core/index.js';
import { errorKey, loadValidate } from '../../../src/form/index.js';
import { setup } from './setup.js';

await loadValidate();

const text = (title: string): JsonSchema => ({ type: 'string', title, description: `What ${title} means.` });
const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['name', 'region', 'method', 'proxy'],
  properties: {
    name: { ...text('Name'), order: 0 },
    region: { type: 'string', title: 'Region', enum: ['eu', 'us'], order: 1 },
    method: {
      title: 'Method',
      type: 'object',
      order: 2,
      oneOf: ['Key', 'Token'].map((title) => ({
        title,
        type: 'object',
        required: ['kind', 'secret'],
        properties: { kind: { type: 'string', const: title }, secret: { ...text(`${title} secret`), airbyte_secret: true } },
      })),
    },
    proxy: {
      type: 'object',
      title: 'Proxy',
      order: 3,
      required: ['host', 'port'],
      properties: { host: text('Host'), port: { type: 'integer', title: 'Port' } },
    },
    accounts: {
      ...{ type: 'array', title: 'Accounts', order: 4, default: [{ owner: 'Ada' }] },
      items: { type: 'object', required: ['owner'], properties: { owner: text('Owner') } },
    },
    note: { ...text('Note'), order: 5 },
  },
};

/** Classes that note which slots were drawn: all parts of a form ask for theirs when they are drawn. */
function notingSlots() {
  const drawn = new Set<string>();
  const classNames: NonNullable<CredentialFormProps['classNames']> = new Proxy({}, { get: (_, slot) => void drawn.add(String(slot)) });
  return { drawn, classNames };
}

it('draws the field that a key is typed into, and nothing else of the form', async () => {
  const { drawn, classNames } = notingSlots();
  const { user, latest } = setup({ schema: SCHEMA, classNames });
  await user.click(screen.getByText('Optional fields'));
  expect([...drawn]).toEqual(expect.arrayContaining(['choices', 'choice-fields', 'select', 'field-label', 'list', 'fields']));
  await user.click(screen.getByLabelText('Host'));
  drawn.clear();
  await user.keyboard('h');
  expect([...drawn].toSorted()).toEqual(['field', 'field-description', 'field-label', 'input']);
  expect(latest.values).toMatchObject({ proxy: { host: 'h' } });
});

it('asks the host to draw that field and what it stands in', async () => {
  const asked: string[] = [];
  const renderField: RenderField = ({ field }) => void asked.push(errorKey(field.path));
  const { user } = setup({ schema: SCHEMA, renderField });
  await user.click(screen.getByLabelText('Host'));
  asked.length = 0;
  await user.keyboard('h');
  expect([...new Set(asked)]).toEqual(['proxy', 'proxy.host']);
});

it('draws a wrong field once more when its error goes, and no other', async () => {
  const { drawn, classNames } = notingSlots();
  const { user, submit } = setup({ schema: SCHEMA, classNames });
  await submit();
  expect(screen.getByLabelText('Host')).toBeInvalid();
  await user.click(screen.getByLabelText('Host'));
  drawn.clear();
  await user.keyboard('h');
  expect(screen.getByLabelText('Host')).toBeValid();
  // The summary above strikes it out.
  expect([...drawn].toSorted()).toEqual(['field', 'field-description', 'field-label', 'input', 'problems']);
});
