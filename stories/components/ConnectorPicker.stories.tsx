import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ConnectorPicker } from '../../src/components/ConnectorPicker/index.js';
import { pickerTrouble } from '../../src/components/ConnectorPicker/pickerTrouble.js';
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
  loaders: [pickerTrouble.load], // So that every state is drawn at once.
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

/** The host offers nothing; without `onRequest` there is nothing to press. */
export const Empty: Story = { args: { definitions: [], onRequest: undefined } };

export const EmptyWithRequest: Story = { args: { definitions: [] } };

export const Failed: Story = {
  args: { definitions: [], error: new ConnectError('upstream_unavailable', 'Airbyte answered 502.', { requestId: 'req_8fK2mQ7vTz' }) },
};

export const Retrying: Story = { args: { ...Failed.args, loading: true } };

export const Offline: Story = { args: { definitions: [], error: new ConnectError('network_unavailable', 'The network is away.') } };

/** The session of the host has ended: no list without it. */
export const SignedOut: Story = { args: { definitions: [], error: new ConnectError('session_missing', 'authorize answered null.') } };

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

/** Names of three hundred characters, logos that do not load, and one of nine thousand pixels. */
export const BadInput: Story = {
  args: {
    suggested: [],
    definitions: [
      service(['Analytics of everything that a company could ever want to know '.repeat(5).trim(), 'Analytics']),
      service(['x'.repeat(300), 'Files']),
      { ...service(['Broken logo', 'CRM']), iconUrl: 'data:image/png;base64,AAAA' },
      {
        ...service(['Huge logo', 'CRM']),
        iconUrl: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"><circle cx="4500" cy="4500" r="4500" fill="#06c"/></svg>')}`,
      },
      { ...service(['No kind', '']), category: null },
    ],
  },
};

export const OneService: Story = { args: { suggested: [], definitions: definitions.slice(0, 1), connectedCounts: {}, attentionIds: [] } };

/** As many as nobody offers: the first are drawn, more follow. */
export const Thousands: Story = {
  args: {
    suggested: [],
    definitions: Array.from({ length: 10_000 }, (_, place) => service([`Service ${place + 1}`, ['CRM', 'Files', 'Payments', 'Support'][place % 4] ?? ''])),
  },
};

export const Kinds: Story = { args: { categories: true } };

/** By keys alone: the kind is chosen, then its first service. */
export const OneKind: Story = {
  args: { categories: true, connectedCounts: {} },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Kind of service' }), 'CRM');
    canvas.getByRole('combobox', { name: 'Search services' }).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onSelect).toHaveBeenCalledWith(expect.objectContaining({ slug: 'hubspot' }));
  },
};

export const NoMatchInKind: Story = {
  args: { categories: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Kind of service' }), 'CRM');
    await userEvent.type(canvas.getByRole('combobox', { name: 'Search services' }), 'stripe');
    await expect(await canvas.findByRole('button', { name: 'Search all kinds' })).toBeVisible();
  },
};

/** A slip of the keys: what it could have been is offered, and Enter takes it. */
export const SlipOfTheKeys: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('combobox').focus();
    await userEvent.keyboard('hubpsot');
    await expect(await canvas.findByRole('group', { name: /Did you mean/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenCalledWith(expect.objectContaining({ slug: 'hubspot' }));
  },
};

export const Searching: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'goo');
  },
};

export const NoMatch: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'quickbase');
    await expect(await within(canvasElement).findByRole('heading', { name: 'No service matches “quickbase”' })).toBeVisible();
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
