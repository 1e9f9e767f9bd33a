import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CredentialForm, emptyValues, savedValues } from '../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { CredentialFormPage } from './CredentialFormPage.js';

const schema: JsonSchema = {
  type: 'object',
  required: ['account', 'reports'],
  properties: {
    account: { type: 'string', title: 'Account', order: 0 },
    reports: {
      type: 'array',
      title: 'Custom reports',
      description: 'Each is read as a table of its own.',
      order: 1,
      items: {
        type: 'object',
        title: 'Report',
        required: ['name', 'fields'],
        properties: {
          name: { type: 'string', title: 'Name', order: 0 },
          fields: { type: 'array', items: { type: 'string' }, title: 'Columns', order: 1 },
          level: { type: 'string', enum: ['day', 'week', 'month'], title: 'Level of detail', order: 2 },
          key: { type: 'string', title: 'Key of its own', airbyte_secret: true, order: 3 },
        },
      },
    },
  },
};
const saved = savedValues(schema, {
  account: 'Acme',
  reports: [
    { name: 'Orders by country', fields: ['orders', 'revenue', 'country'], level: 'day' },
    { name: 'Visits', fields: ['visits'] },
    { name: 'Costs', level: 'week' },
  ],
});

const meta = {
  title: 'Components/CredentialForm/Lists',
  component: CredentialForm,
  render: (args) => <CredentialFormPage {...args} />,
  loaders: [loadValidate],
  args: { id: 'connect', schema, serviceName: 'Acme Ads', values: emptyValues(schema), onValuesChange: fn(), onSubmit: fn() },
} satisfies Meta<typeof CredentialForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

export const Filled: Story = { args: { values: saved } };

export const Disabled: Story = { args: { values: saved, disabled: true } };

/** An item misses a value: it opens. */
export const WithError: Story = {
  args: { values: saved },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Connect Acme Ads' }));
    const open = [...canvasElement.querySelectorAll('details')].filter((fold) => fold.open);
    await expect(open.map((fold) => fold.querySelector('summary')?.textContent)).toContainEqual(expect.stringContaining('Costs'));
  },
};

/** Keyboard alone: add two, fill the second, remove the first. */
export const ByKeyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('textbox', { name: 'Account' }).focus();
    await userEvent.keyboard('Acme{Tab}{Enter}First{Tab}a{Enter}');
    canvas.getByRole('button', { name: 'Add report' }).focus();
    await userEvent.keyboard('{Enter}Second{Tab}b{Enter}');
    canvas.getByRole('button', { name: /^Remove First/ }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByText(/^Second/).closest('summary')).toHaveFocus();
    canvas.getByRole('button', { name: 'Connect Acme Ads' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledWith({ account: 'Acme', reports: [{ name: 'Second', fields: ['b'] }] });
  },
};
