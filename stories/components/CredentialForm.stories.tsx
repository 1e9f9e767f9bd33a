import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CredentialForm, emptyValues } from '../../src/components/CredentialForm/index.js';
import { ConnectError } from '../../src/core/index.js';
import { CredentialFormPage } from './CredentialFormPage.js';

const stripe = {
  type: 'object',
  required: ['credentials', 'replication_config'],
  properties: {
    replication_config: {
      type: 'object',
      order: 0,
      required: ['account_id'],
      properties: {
        account_id: { type: 'string', minLength: 1, title: 'Account ID', description: 'Starts with `acct_`. Shown under Settings, Business.', order: 0 },
        lookback_window: { type: 'integer', minimum: 0, title: 'Lookback window', description: 'Days to read again on every sync.', default: 0, order: 1 },
      },
    },
    credentials: {
      type: 'object',
      order: 1,
      required: ['api_key'],
      properties: {
        api_key: {
          type: 'string',
          minLength: 1,
          title: 'Secret key',
          airbyte_secret: true,
          description: 'Use a restricted key with read access. [How to create one](https://stripe.com/docs/keys)',
        },
      },
    },
  },
};

const everything = {
  type: 'object',
  required: ['host', 'ssl', 'region', 'port', 'schemas', 'private_key', 'tunnel', 'headers'],
  properties: {
    host: { type: 'string', title: 'Host', examples: ['db.example.com'], order: 0 },
    port: { type: 'integer', title: 'Port', minimum: 1, maximum: 65_535, default: 5432, order: 1 },
    region: { enum: ['eu', 'us', 'ap'], title: 'Region', order: 2 },
    ssl: { type: 'boolean', title: 'Only over TLS', description: 'Refuses a connection that is not encrypted.', default: true, order: 3 },
    schemas: { type: 'array', items: { type: 'string' }, title: 'Schemas', order: 4 },
    private_key: { type: 'string', title: 'Private key', airbyte_secret: true, multiline: true, order: 5 },
    tunnel: {
      type: 'object',
      title: 'Tunnel',
      description: 'Goes through a <b>bastion host</b> that you control.',
      order: 6,
      required: ['bastion'],
      properties: { bastion: { type: 'string', title: 'Bastion host', order: 0 }, user: { type: 'string', title: 'User', order: 1 } },
    },
    headers: { type: 'object', title: 'Headers', additionalProperties: true, order: 7 },
    since: { type: 'string', format: 'date', title: 'Read data since', description: 'Leave empty to read everything.' },
    until: { type: 'string', format: 'date-time', title: 'Read data until' },
  },
};

const filled = { replication_config: { account_id: 'acct_1Nv0FGQ9RKHgCVdK', lookback_window: 0 }, credentials: { api_key: 'rk_live_51Nv0FGQ9RKHgCV' } };

const meta = {
  title: 'Components/CredentialForm',
  component: CredentialForm,
  render: (args) => <CredentialFormPage {...args} />,
  args: { id: 'connect', schema: stripe, serviceName: 'Stripe', appName: 'Fernway', values: emptyValues(stripe), onValuesChange: fn(), onSubmit: fn() },
} satisfies Meta<typeof CredentialForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

export const Filled: Story = { args: { values: filled } };

/** The service named no value: it is the key. */
export const Refused: Story = { args: { values: filled, error: new ConnectError('credentials_refused', 'The check answered 401.') } };

/** Airbyte named the value. */
export const RefusedField: Story = {
  args: {
    values: filled,
    error: new ConnectError('invalid_input', 'Create answered 422.', { fieldErrors: { 'replication_config.account_id': { code: 'invalid_input' } } }),
  },
};

/** A failure that no value caused. */
export const Failed: Story = { args: { values: filled, error: new ConnectError('upstream_unavailable', 'Create answered 503.') } };

/** While the values are sent. */
export const Disabled: Story = { args: { values: filled, disabled: true } };

/** Every kind of value. */
export const EveryKind: Story = {
  args: {
    schema: everything,
    serviceName: 'PostgreSQL',
    values: { ...emptyValues(everything), host: 'db.acme.example', region: 'eu', schemas: ['public', 'billing', 'events_2024'], since: '2024-01-01' },
  },
};

/** Only a part of the schema is understood: the rest is asked as JSON. */
export const NotUnderstood: Story = {
  args: { schema: { type: 'object', required: ['auth'], properties: { auth: { oneOf: [{ type: 'object' }, { type: 'object' }], title: 'Authentication' } } } },
};

/** Keyboard alone: an empty submit goes to the first missing value; a complete one is sent trimmed. */
export const ByKeyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    const account = canvas.getByRole('textbox', { name: 'Account ID' });
    await userEvent.click(canvas.getByRole('button', { name: 'Connect Stripe' }));
    await expect(account).toHaveFocus();
    await expect(account).toHaveAccessibleDescription(/Account ID is missing/);
    await userEvent.keyboard(' acct_1 {Tab}rk_live_1{Tab}');
    await expect(canvas.getByRole('button', { name: 'Show Secret key' })).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect(canvas.getByLabelText('Secret key')).toHaveAttribute('type', 'text');
    canvas.getByRole('button', { name: 'Connect Stripe' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledWith({
      replication_config: { account_id: 'acct_1', lookback_window: 0 },
      credentials: { api_key: 'rk_live_1' },
    });
  },
};
