import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CredentialForm, emptyValues, savedValues } from '../../src/components/CredentialForm/index.js';
import { Button } from '../../src/components/parts/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { CredentialFormPage } from './CredentialFormPage.js';

const alternative = (key: string, title: string, description: string | undefined, properties: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  title,
  description,
  required: ['way', ...Object.keys(properties)],
  properties: { way: { type: 'string', const: key }, ...properties },
});

const bastion = {
  tunnel_host: { type: 'string', title: 'Bastion host', examples: ['bastion.example.com'], order: 0 },
  tunnel_user: { type: 'string', title: 'User', order: 1 },
};

const tunnel: JsonSchema = {
  type: 'object',
  title: 'How to reach the database',
  order: 1,
  oneOf: [
    alternative('direct', 'Direct connection', 'The database accepts connections from the internet.'),
    alternative('key', 'SSH tunnel', 'Goes through a bastion host you control. [How to set one up](https://example.com/tunnel)', {
      ...bastion,
      tunnel_key: { type: 'string', title: 'Private key', airbyte_secret: true, multiline: true, order: 2 },
    }),
    alternative('password', 'SSH tunnel with a password', undefined, bastion),
  ],
};

const withHost = (choice: JsonSchema, required = true): JsonSchema => ({
  type: 'object',
  required: required ? ['host', 'choice'] : ['host'],
  properties: { host: { type: 'string', title: 'Host', order: 0 }, choice: { ...choice, order: 1 } },
});

const radios = withHost(tunnel);
const formats: JsonSchema = {
  type: 'object',
  title: 'Format of the files',
  description: 'All files of a stream have the same one.',
  oneOf: ['Avro', 'CSV', 'Excel', 'JSON lines', 'Parquet'].map((name) =>
    alternative(
      name,
      name,
      `Files that end in \`.${name.toLowerCase().slice(0, 4)}\`.`,
      name === 'CSV' ? { delimiter: { type: 'string', title: 'Delimiter' } } : {},
    ),
  ),
};
const nested = withHost({
  type: 'object',
  title: 'Encryption',
  oneOf: [
    alternative('off', 'Off', undefined),
    alternative('on', 'On', undefined, {
      mode: {
        type: 'object',
        title: 'Certificate',
        oneOf: [
          alternative('own', 'Signed by the database itself', undefined),
          alternative('ca', 'Signed by an authority', undefined, { ca: { type: 'string', title: 'Certificate of the authority', multiline: true } }),
        ],
      },
    }),
  ],
});
const scalars = withHost({
  title: 'Size of a window',
  oneOf: [
    { type: 'string', title: 'By name', examples: ['month'] },
    { type: 'integer', title: 'In days', minimum: 1 },
  ],
});
const one = withHost({
  type: 'object',
  title: 'Sign-in',
  oneOf: [alternative('token', 'Token', undefined, { token: { type: 'string', title: 'Token', airbyte_secret: true } })],
});
const signIn: JsonSchema = {
  type: 'object',
  required: ['credentials', 'start'],
  properties: {
    credentials: {
      type: 'object',
      title: 'Sign-in',
      order: 0,
      oneOf: [
        alternative('oauth', 'With your account', 'Nothing to copy.', { refresh_token: { type: 'string', title: 'Refresh token', airbyte_secret: true } }),
        alternative('token', 'With a token', 'Paste one that you created.', { token: { type: 'string', title: 'Access token', airbyte_secret: true } }),
      ],
    },
    start: { type: 'string', format: 'date', title: 'Read data since', order: 1 },
  },
};
const advancedAuth = {
  predicate_key: ['credentials', 'way'],
  predicate_value: 'oauth',
  oauth_config_specification: {
    complete_oauth_output_specification: { properties: { refresh_token: { type: 'string', path_in_connector_config: ['credentials', 'refresh_token'] } } },
  },
};

const chosen = (schema: JsonSchema, choice: unknown) => savedValues(schema, { host: 'db.acme.example', choice });

const meta = {
  title: 'Components/CredentialForm/Choices',
  component: CredentialForm,
  render: (args) => <CredentialFormPage {...args} />,
  args: { id: 'connect', schema: radios, serviceName: 'PostgreSQL', values: emptyValues(radios), onValuesChange: fn(), onSubmit: fn() },
} satisfies Meta<typeof CredentialForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Cards: Story = {};

export const CardsWithFields: Story = { args: { values: chosen(radios, { way: 'key', tunnel_host: 'bastion.acme.example' }) } };

/** It may be left out. */
export const Optional: Story = { args: { schema: withHost({ ...tunnel, always_show: true }, false), values: { host: 'db.acme.example' } } };

export const Dropdown: Story = { args: { schema: withHost(formats), values: chosen(withHost(formats), { way: 'CSV' }) } };

/** A choice of a chosen alternative. */
export const Nested: Story = { args: { schema: nested, values: chosen(nested, { way: 'on', mode: { way: 'ca' } }) } };

/** Alternatives that are one value each. */
export const Values: Story = { args: { schema: scalars, values: chosen(scalars, 30) } };

/** There is nothing to choose. */
export const OneAlternative: Story = { args: { schema: one, values: emptyValues(one) } };

/** One way is a sign-in by consent: its button is the host's, and what it fills is not asked. */
export const SignIn: Story = {
  args: {
    schema: signIn,
    advancedAuth,
    serviceName: 'Acme CRM',
    values: emptyValues(signIn),
    renderOAuth: ({ disabled }) => <Button disabled={disabled}>Sign in with Acme CRM</Button>,
  },
};

export const Disabled: Story = { args: { values: chosen(radios, { way: 'password', tunnel_host: 'bastion.acme.example' }), disabled: true } };

/** Keyboard alone: an alternative that is left keeps what was typed, and only the chosen one is sent. */
export const ByKeyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('textbox', { name: 'Host' }).focus();
    await userEvent.keyboard('db{Tab}{ArrowUp}');
    await expect(canvas.getByRole('radio', { name: 'SSH tunnel with a password' })).toBeChecked();
    await userEvent.keyboard('{Tab}bastion{Tab}me');
    await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}{ArrowUp}{ArrowDown}{Tab}');
    await expect(canvas.getByRole('textbox', { name: 'Bastion host' })).toHaveValue('bastion');
    canvas.getByRole('button', { name: 'Connect PostgreSQL' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledWith({ host: 'db', choice: { way: 'password', tunnel_host: 'bastion', tunnel_user: 'me' } });
  },
};

/** Nothing was typed into the chosen alternative. */
export const Missing: Story = {
  args: { values: chosen(radios, { way: 'password' }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Connect PostgreSQL' }));
    await expect(canvas.getByRole('textbox', { name: 'Bastion host' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'User is missing.' }));
    await expect(canvas.getByRole('textbox', { name: 'User' })).toHaveFocus();
  },
};
