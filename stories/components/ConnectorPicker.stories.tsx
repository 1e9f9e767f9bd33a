import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ConnectorPicker } from '../../src/components/ConnectorPicker/index.js';
import { ConnectError, type ConnectorDefinition } from '../../src/core/index.js';
import './stage.css';

const service = ([name, category]: readonly [name: string, category: string]): ConnectorDefinition => {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return { id: `definition-${slug}`, slug, name, category, iconUrl: null };
};

const definitions = (
  [
    ['HubSpot', 'CRM'],
    ['Stripe', 'Payments'],
    ['Shopify', 'Commerce'],
    ['Airtable', 'Spreadsheets'],
    ['Google Ads', 'Advertising'],
    ['Google Analytics 4', 'Analytics'],
    ['Google Drive', 'Files'],
    ['Google Sheets', 'Spreadsheets'],
    ['Intercom', 'Support'],
    ['Jira', 'Projects'],
    ['Notion', 'Documents'],
    ['PostgreSQL', 'Database'],
    ['Salesforce', 'CRM'],
    ['Zendesk Support', 'Support'],
  ] as const
).map(service);

const meta: Meta<typeof ConnectorPicker> = {
  title: 'Components/ConnectorPicker',
  component: ConnectorPicker,
  decorators: [
    (Story) => (
      <div className="story-dialog-width">
        <Story />
      </div>
    ),
  ],
  args: {
    definitions,
    suggested: ['hubspot', 'stripe', 'shopify'],
    connectedCounts: { 'definition-hubspot': 2, 'definition-google-sheets': 1 },
    attentionIds: ['definition-stripe'],
    appName: 'Fernway',
    onSelect: fn(),
    onRetry: fn(),
    onRequest: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof ConnectorPicker>;

export const Default: Story = {};

/** Without suggestions there is one group. */
export const OneGroup: Story = { args: { suggested: [], connectedCounts: {}, attentionIds: [] } };

export const List: Story = { args: { layout: 'list' } };

/** The search takes the focus when the picker appears. */
export const Focused: Story = { args: { autoFocus: true } };

export const Loading: Story = { args: { definitions: [], loading: true } };

export const Empty: Story = { args: { definitions: [] } };

export const Failed: Story = {
  args: { definitions: [], error: new ConnectError('upstream_unavailable', 'Airbyte answered 502.', { requestId: 'req_8fK2mQ7vTz' }) },
};

export const Retrying: Story = { args: { ...Failed.args, loading: true } };

/** The list is known, and could not be renewed. */
export const Stale: Story = { args: { error: new ConnectError('network_unavailable', 'The network is away.') } };

/** Names that are long, in other scripts, or hostile. */
export const UnusualNames: Story = {
  args: {
    suggested: [],
    definitions: [
      ['Amazon Seller Partner', 'Commerce'],
      ['Microsoft Dynamics 365 Business Central', 'Enterprise resource planning'],
      ['Donaudampfschifffahrtsgesellschaft', 'Reederei'],
      ['微信支付', '支付'],
      ['חשבונית ירוקה', 'חשבוניות'],
      ['<b>Bold</b> & Co.', '<script>'],
    ].map(([name = '', category = '']) => service([name, category])),
  },
};

/** As many as nobody offers: the first are drawn, more follow. */
export const Thousands: Story = {
  args: { suggested: [], definitions: Array.from({ length: 5000 }, (_, place) => service([`Service ${place + 1}`, 'Demo'])) },
};

export const Searching: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'goo');
  },
};

export const NoMatch: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'quickbase');
  },
};

/** Down to the second row, and back by a search: the focus never leaves the field. */
export const ByKeyboard: Story = {
  args: { autoFocus: true },
  play: async ({ canvasElement, args }) => {
    const search = within(canvasElement).getByRole('combobox');
    await waitFor(() => expect(search).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}sheets{Enter}');
    await expect(args.onSelect).toHaveBeenCalledWith(expect.objectContaining({ slug: 'google-sheets' }));
    await userEvent.keyboard('{Escape}{ArrowDown}{ArrowDown}');
    await expect(search).toHaveFocus();
    await expect(within(canvasElement).getByRole('option', { selected: true })).toHaveTextContent('Airtable');
  },
};
