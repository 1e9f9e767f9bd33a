import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CredentialForm, emptyValues, savedValues } from '../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { CredentialFormPage } from './CredentialFormPage.js';

const of = (properties: JsonSchema, required: readonly string[] = Object.keys(properties)): JsonSchema => ({ type: 'object', required, properties });

const kinds = of({
  workspace: { type: 'string', title: 'Workspace', description: 'The first part of its address.', examples: ['acme'], order: 0 },
  notes: { type: 'string', title: 'Query', multiline: true, description: 'Written in SQL.', order: 1 },
  port: { type: 'integer', title: 'Port', minimum: 1, maximum: 65_536, default: 5432, order: 2 },
  region: { type: 'string', title: 'Region', enum: ['eu-central-1', 'us-east-1'], order: 3 },
  ssl: { type: 'boolean', title: 'Encrypt the connection', default: true, order: 4 },
  key: { type: 'string', title: 'Secret key', airbyte_secret: true, order: 5 },
  private_key: { type: 'string', title: 'Private key', airbyte_secret: true, multiline: true, order: 6 },
  headers: { type: 'object', title: 'Headers', additionalProperties: true, order: 7 },
});

const lists = of({
  schemas: { type: 'array', title: 'Schemas', items: { type: 'string' }, default: ['public', 'sales'], order: 0 },
  scopes: { type: 'array', title: 'Scopes', items: { type: 'string', enum: ['read', 'write', 'admin'] }, order: 1 },
  fields: {
    type: 'array',
    title: 'Reports',
    description: 'Each becomes a table.',
    items: { type: 'string', enum: ['Campaigns', 'Ad groups', 'Ads', 'Keywords', 'Audiences', 'Placements', 'Age ranges', 'Genders', 'Countries', 'Devices'] },
    order: 2,
  },
});

const dates = of({
  day: { type: 'string', title: 'Start day', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', pattern_descriptor: 'YYYY-MM-DD', order: 0 },
  month: { type: 'string', title: 'First month', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}$', pattern_descriptor: 'YYYY-MM', order: 1 },
  moment: { type: 'string', title: 'Start time', format: 'date-time', description: 'Records before it are not read.', order: 2 },
  compact: { type: 'string', title: 'Snapshot', pattern: '^[0-9]{8}$', pattern_descriptor: 'YYYYMMDD', order: 3 },
});

const secrets = of({
  key: { type: 'string', title: 'Secret key', airbyte_secret: true, order: 0 },
  private_key: { type: 'string', title: 'Private key', airbyte_secret: true, multiline: true, description: 'In PEM format.', order: 1 },
});

const oauthApp = of({
  client_id: { type: 'string', title: 'Client ID', order: 0 },
  client_secret: { type: 'string', title: 'Client secret', airbyte_secret: true, order: 1 },
  subdomain: { type: 'string', title: 'Subdomain', description: 'The part before `.example.com`.', pattern: '^[a-z0-9-]+$', order: 2 },
});

const wordy = of({
  role: {
    type: 'string',
    title: 'Role ARN',
    description: `${'The role that is assumed to read from the bucket, with a policy that allows it to list and to get its objects. '.repeat(4)}[Read more](https://example.com/roles)`,
  },
});

const meta = {
  title: 'Components/CredentialForm/Controls',
  component: CredentialForm,
  args: { id: 'controls', serviceName: 'Acme', schema: kinds, values: emptyValues(kinds), onValuesChange: fn(), onSubmit: fn() },
  render: (args) => <CredentialFormPage {...args} />,
} satisfies Meta<typeof CredentialForm>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A control of each common kind. */
export const Kinds: Story = {};

/** Values that can be read and not changed. */
export const Disabled: Story = { args: { disabled: true } };

/** Free values, a few that are offered, and many of them. */
export const Lists: Story = {
  args: { schema: lists, values: emptyValues(lists) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText('Schemas'), 'public{Enter}');
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'write' }));
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Filter Reports' }), 'a');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Audiences' }));
    await expect(canvas.getByText('1 chosen')).toBeVisible();
  },
};

/** Native boxes by what the pattern wants; text where no native box gives it. */
export const Dates: Story = {
  args: { schema: dates, values: { ...emptyValues(dates), day: '2024-01-31', moment: '2024-01-31T08:30:00Z' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByLabelText('Snapshot'), '20240131');
    await expect(await canvas.findAllByText('Fits.')).not.toHaveLength(0);
  },
};

/** Secrets that are stored: one as it is, one that is being replaced. */
export const Saved: Story = {
  args: { schema: secrets, values: savedValues(secrets, { key: '**********', private_key: '**********' }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Replace Private key' }));
    await expect(canvas.getByLabelText('Private key')).toHaveFocus();
  },
};

/** Replaced and given up by keyboard alone. */
export const SavedGivenUp: Story = {
  args: Saved.args ?? {},
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('button', { name: 'Replace Secret key' }).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('sk_live_1');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Replace Secret key' })).toHaveFocus();
    await expect(canvas.getByLabelText('Secret key')).toHaveValue('Saved');
  },
};

/** A key from a file, which says its name; the second one was no key. */
export const Uploaded: Story = {
  args: { schema: secrets, values: emptyValues(secrets) },
  play: async ({ canvasElement }) => {
    await userEvent.upload(
      await fileInput(canvasElement),
      new File(['-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\n'], 'service-account-key.pem'),
    );
    await expect(await within(canvasElement).findByText('Read from service-account-key.pem.', { selector: '[data-ack-slot="hint"]' })).toBeVisible();
  },
};

/** A file that holds no key. */
export const UploadRefused: Story = {
  args: Uploaded.args ?? {},
  play: async ({ canvasElement }) => {
    await userEvent.upload(await fileInput(canvasElement), new File([new Uint8Array([0xff, 0xfe, 0])], 'a-very-long-name-of-a-key-store-that-wraps.p12'));
    await expect(await within(canvasElement).findByText(/is not a text file/)).toBeVisible();
  },
};

/** What was pasted is cleaned in sight, and a value that looks like another one gets a hint. */
export const Pasted: Story = {
  args: { schema: oauthApp, values: emptyValues(oauthApp) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(async () => {
      const box = canvas.getByLabelText('Subdomain');
      await userEvent.clear(box);
      await userEvent.click(box);
      await userEvent.paste('https://acme.example.com/agent');
      await expect(box).toHaveValue('acme');
    });
    await userEvent.click(canvas.getByLabelText('Client secret'));
    await userEvent.paste('pk_live_51Nv0FGQ9RKHgCV');
    await userEvent.click(canvas.getByLabelText('Client ID'));
    await userEvent.paste('"acme-app"');
  },
};

const KEY_FILE = () => new File([JSON.stringify({ client_id: 'acme-app', client_secret: 'shh' })], 'acme.json');

function drag(type: 'dragover' | 'drop', canvasElement: HTMLElement, file: File) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  canvasElement.querySelector('form')?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** The input behind the button, once its part of the form is loaded. */
const fileInput = (canvasElement: HTMLElement) =>
  waitFor(() => {
    const found = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (found === null) throw new Error('It is still loading.');
    return found;
  });

/** A file is held over the form. */
export const FileHeld: Story = {
  args: Pasted.args ?? {},
  play: async ({ canvasElement }) => {
    drag('dragover', canvasElement, KEY_FILE());
    await expect(await within(canvasElement).findByText('Drop the key file to fill in this form')).toBeVisible();
  },
};

/** A key file filled two fields. */
export const FileDropped: Story = {
  args: Pasted.args ?? {},
  play: async ({ canvasElement }) => {
    drag('drop', canvasElement, KEY_FILE());
    await expect(await within(canvasElement).findByText('Filled 2 fields from acme.json')).toBeVisible();
    await expect(within(canvasElement).getByLabelText('Client ID')).toHaveValue('acme-app');
  },
};

/** Text that stops being JSON. */
export const JsonMistake: Story = {
  args: { schema: of({ headers: { type: 'object', title: 'Headers', additionalProperties: true } }), values: { headers: '{\n  "x-team": "sales",\n}' } },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByLabelText('Headers'));
    await userEvent.tab();
    // Once in sight, and once in what is heard.
    const [seen] = await within(canvasElement).findAllByText(/line 3, column 1/);
    await expect(seen).toBeVisible();
  },
};

/** A long help text begins folded. */
export const LongHelp: Story = { args: { schema: wordy, values: emptyValues(wordy) } };
