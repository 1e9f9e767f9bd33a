import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CredentialForm, emptyValues, savedValues } from '../../src/components/CredentialForm/index.js';
import { ConnectError, type JsonSchema } from '../../src/core/index.js';
import { errorKey, loadValidate } from '../../src/form/index.js';
import { CredentialFormPage } from './CredentialFormPage.js';

const text = (title: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', title, ...more });

const grouped: JsonSchema = {
  type: 'object',
  groups: [
    { id: 'connection', title: 'Connection' },
    { id: 'files', title: 'Files' },
    { id: 'advanced', title: 'Advanced' },
  ],
  required: ['host', 'user', 'key', 'folder', 'batch'],
  properties: {
    host: text('Host', { group: 'connection', order: 0 }),
    user: text('User', { group: 'connection', order: 1 }),
    key: text('Key', { group: 'connection', order: 2, airbyte_secret: true }),
    proxy: text('Proxy', { group: 'connection', order: 3 }),
    folder: text('Folder', { group: 'files', examples: ['/exports'] }),
    pattern: text('Names of the files', { group: 'files' }),
    batch: { type: 'integer', title: 'Files in one batch', group: 'advanced', default: 50, minimum: 1 },
    retry: { type: 'boolean', title: 'Read again what failed', group: 'advanced' },
  },
};

const connection: JsonSchema = {
  type: 'object',
  required: ['host', 'key', 'schedule'],
  properties: {
    host: text('Host'),
    key: text('Secret key', { airbyte_secret: true, pattern: '^sk_' }),
    certificate: text('Certificate', { airbyte_secret: true, multiline: true }),
    schedule: {
      type: 'object',
      title: 'Schedule',
      description: 'When data is read.',
      required: ['every'],
      properties: { every: { type: 'integer', title: 'Hours between two reads', minimum: 1 }, offset: { type: 'integer', title: 'Offset in minutes' } },
    },
    region: text('Region'),
    timeout: { type: 'integer', title: 'Timeout in seconds', minimum: 5 },
  },
};
const saved = { host: 'db.acme.example', key: '**********', certificate: '**********', schedule: { every: 6 } };

const hostile: JsonSchema = {
  type: 'object',
  required: ['a', 'b'],
  properties: {
    a: text('<img src=x onerror=alert(1)>', {
      description: '<script>alert(1)</script><a href="javascript:alert(1)">A link</a> that goes nowhere, and [one](https://example.com) that does.',
    }),
    b: {
      title: 'Choice',
      type: 'object',
      oneOf: [
        { type: 'object', title: '</label><b>One</b>', description: '<iframe src="https://example.com"></iframe>Safe.', properties: { k: { const: 1 } } },
        { type: 'object', title: '__proto__', properties: { k: { const: 2 } } },
      ],
    },
  },
};

const long: JsonSchema = {
  type: 'object',
  required: Array.from({ length: 20 }, (_, index) => `field_${index}`),
  properties: Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `field_${index}`,
      index % 5 === 4
        ? { type: 'integer', title: `Number ${index + 1}`, minimum: 1, order: index }
        : text(`Field ${index + 1}`, { order: index, description: index % 3 === 0 ? 'As it is called in the settings of the service.' : undefined }),
    ]),
  ),
};

const arabic: JsonSchema = {
  type: 'object',
  required: ['host', 'way'],
  properties: {
    host: text('عنوان الخادم الذي تتصل به قاعدة البيانات من خارج شبكة الشركة', { description: 'كما يظهر في إعدادات الخدمة.', order: 0 }),
    way: {
      type: 'object',
      title: 'طريقة الاتصال',
      order: 1,
      oneOf: [
        { type: 'object', title: 'اتصال مباشر', description: 'تقبل قاعدة البيانات الاتصالات من الإنترنت.', properties: { k: { const: 'a' } } },
        { type: 'object', title: 'نفق مشفر', required: ['user'], properties: { k: { const: 'b' }, user: text('المستخدم') } },
      ],
    },
    region: text('المنطقة'),
  },
};

const meta = {
  title: 'Components/CredentialForm/Structure',
  component: CredentialForm,
  render: (args) => <CredentialFormPage {...args} />,
  loaders: [loadValidate], // So that a `play` submits to the full verdict at once.
  args: { id: 'connect', schema: connection, serviceName: 'Acme DB', values: emptyValues(connection), onValuesChange: fn(), onSubmit: fn() },
} satisfies Meta<typeof CredentialForm>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Groups under their titles; what only a few need is folded. */
export const Groups: Story = { args: { schema: grouped, values: emptyValues(grouped) } };

/** A value in the advanced group differs from its default: the fold is open. */
export const AdvancedOpen: Story = { args: { schema: grouped, values: { ...emptyValues(grouped), batch: '10' } } };

export const Folded: Story = {};

/** The fold opens when an error appears inside. */
export const ErrorInFold: Story = {
  args: { values: { host: 'h', key: 'sk_1', schedule: { every: '6' }, timeout: '1' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const fold = canvas.getByText('Optional fields', { selector: '[data-ack-slot="form"] > details > summary' });
    await userEvent.click(fold);
    await userEvent.click(canvas.getByRole('button', { name: 'Connect Acme DB' }));
    await expect(canvas.getByRole('textbox', { name: /Timeout/ })).toHaveFocus();
  },
};

/** As `ErrorInFold`, folded again. */
export const ErrorInClosedFold: Story = {
  args: { values: { host: 'h', key: 'sk_1', schedule: { every: '6' }, timeout: '1' } },
  play: async (context) => {
    await ErrorInFold.play?.(context);
    const fold = within(context.canvasElement)
      .getByRole('textbox', { name: /Timeout/ })
      .closest('details');
    await userEvent.click(fold?.querySelector('summary') ?? context.canvasElement);
    await expect(fold).not.toHaveAttribute('open');
  },
};

/** A saved configuration: its secrets stay closed. */
export const Editing: Story = { args: { values: savedValues(connection, saved) } };

/** Several problems: each line leads to its field. */
export const Summary: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Connect Acme DB' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('3 values need your attention.');
    await userEvent.tab({ shift: true });
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('textbox', { name: 'Hours between two reads' })).toHaveFocus();
    await userEvent.keyboard('6');
  },
};

/** The service objects to values that the form does and does not ask for. */
export const RefusedValues: Story = {
  args: {
    values: { host: 'h', key: 'sk_1', schedule: { every: '6' } },
    error: new ConnectError('invalid_input', 'Create answered 422.', {
      fieldErrors: { host: { code: 'invalid_input' }, 'schedule.every': { code: 'invalid_input' }, tenant_id: { code: 'invalid_input' } },
    }),
  },
};

/** Descriptions and titles are other people's text. */
export const HostileText: Story = { args: { schema: hostile, values: emptyValues(hostile) } };

export const FortyFields: Story = { args: { schema: long, values: emptyValues(long) } };

export const LongLabelsRightToLeft: Story = { args: { schema: arabic, values: savedValues(arabic, { way: { k: 'b' } }) }, globals: { direction: 'rtl' } };

/** A field drawn by the host, by its path; the parts of the kit stay tied to it. */
export const OwnField: Story = {
  args: {
    renderField: ({ field, value, onValueChange, disabled, attributes, label, error, help }) =>
      errorKey(field.path) === 'host' ? (
        <>
          {label}
          <input
            {...attributes}
            type="search"
            list="hosts"
            disabled={disabled}
            value={typeof value === 'string' ? value : ''}
            onChange={({ target }) => onValueChange(target.value)}
          />
          <datalist id="hosts">
            <option value="db.acme.example" />
          </datalist>
          {error}
          {help}
        </>
      ) : undefined,
  },
};

/** A label of the host's at every field. */
export const OwnLabel: Story = {
  args: {
    slots: {
      'field-label': ({ field, id, htmlFor }) => (
        <label id={id} htmlFor={htmlFor}>
          {field.label} {field.required ? '(needed)' : ''}
        </label>
      ),
    },
  },
};
