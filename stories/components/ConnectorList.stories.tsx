import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ConnectorList } from '../../src/components/ConnectorList/index.js';
import { Button } from '../../src/components/parts/index.js';
import { ConnectError, type Connector } from '../../src/core/index.js';

const connector = (id: string, name: string, service: string): Connector => ({
  id,
  name,
  definition: { id: `definition-${service}`, slug: service.toLowerCase(), name: service },
  createdAt: '2026-03-02T09:12:44Z',
  updatedAt: null,
});

const connectors = [
  connector('1', 'Acme Marketing', 'HubSpot'),
  connector('2', 'Forecast 2026', 'Google Sheets'),
  connector('3', 'acme-store', 'Shopify'),
  connector('4', 'Acme GmbH', 'Stripe'),
  connector('5', 'Acme Support EU', 'Zendesk Support'),
];

const meta: Meta<typeof ConnectorList> = {
  title: 'Components/ConnectorList',
  component: ConnectorList,
  args: {
    connectors,
    appName: 'Fernway',
    onConnect: fn(),
    onDisconnect: fn(),
    onRename: fn(),
    onCheck: fn(),
    onReconnect: fn(),
    onRetry: fn(),
    statuses: {
      1: { status: 'ok' },
      2: { status: 'checking' },
      3: { status: 'attention', label: 'Sign in by 28 Mar' },
      4: { status: 'broken', note: 'The key was revoked in Stripe on 12 Mar. New payments have not been read since.' },
    },
  },
};
export default meta;
type Story = StoryObj<typeof ConnectorList>;

export const Default: Story = {};

/** Every state that a row can have; the broken one holds the only filled button. */
export const Statuses: Story = {
  args: {
    statuses: {
      ...meta.args?.statuses,
      5: { status: 'unverified', note: 'It cannot be tried without changing something in it.' },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('[data-ack-slot="manager-item"] [data-variant="primary"]')).toHaveLength(1);
  },
};

/** Three accounts of one service stand apart by their names. */
export const SeveralOfOneService: Story = {
  args: {
    connectors: ['Acme EU', 'Acme US', 'Acme Sandbox'].map((name, place) => connector(String(place), name, 'HubSpot')),
    statuses: { 0: { status: 'ok' }, 1: { status: 'ok' }, 2: { status: 'broken' } },
  },
};

export const OneAccount: Story = { args: { connectors: connectors.slice(0, 1), statuses: {} } };

export const Offline: Story = { args: { connectors: [], error: new ConnectError('network_unavailable', 'The network is away.') } };

export const SignedOut: Story = { args: { connectors: [], error: new ConnectError('session_missing', 'authorize answered null.') } };

export const Checking: Story = { args: { pendingIds: ['1'], statuses: { 1: { status: 'checking' } } } };

/** What was asked did not happen: each row says what, why, and that it is as it was. */
export const Undone: Story = {
  args: { failures: { 1: new ConnectError('upstream_unavailable', '502.') }, statuses: {} },
  play: async ({ canvasElement, args }) => {
    within(canvasElement).getByRole('button', { name: 'More for Acme Marketing' }).focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    await userEvent.keyboard('Acme EU{Enter}');
    await expect(args.onRename).toHaveBeenCalled();
    await expect(await within(canvasElement).findByRole('alert')).toHaveTextContent('Acme Marketing was not renamed. Fernway is not answering.');
  },
};

export const Loading: Story = { args: { connectors: [], loading: true } };

export const Empty: Story = { args: { connectors: [] } };

export const Failed: Story = {
  args: { connectors: [], error: new ConnectError('upstream_unavailable', 'Airbyte answered 502.', { requestId: 'req_8fK2mQ7vTz' }) },
};

/** The list is known, and could not be renewed. */
export const Stale: Story = { args: { error: new ConnectError('network_unavailable', 'The network is away.') } };

/** Token mode: Airbyte lets no browser list. There is nothing to try again. */
export const NotAvailableInTokenMode: Story = {
  args: { connectors: [], error: new ConnectError('not_available_in_token_mode', 'No list with a scoped token.') },
};

/** The first is on its way out, a check of the second failed, and the third was to be disconnected and is still there. */
export const Pending: Story = {
  args: {
    leavingIds: ['1'],
    failures: { 2: new ConnectError('upstream_unavailable', 'Airbyte answered 502.') },
    stuckIds: ['3'],
    statuses: { 1: { status: 'broken' } },
  },
};

/** Airbyte put the first one away after it was idle: only that row is connected again. */
export const Recycled: Story = {
  args: {
    connectors: connectors.slice(0, 2).map((one, index) => (index === 0 ? { ...one, status: 'recycled' } : one)),
    canReconnect: ({ status }) => status === 'recycled',
    statuses: { 2: { status: 'ok' } },
  },
};

/** Names from outside stay what they are: text. */
export const HostileNames: Story = {
  args: {
    connectors: [
      connector('1', '<img src=x onerror=alert(1)>', 'HubSpot'),
      connector('2', 'شركة أكمي', 'Stripe'),
      connector('3', 'A name that is so long that it has to be wrapped at least once, whatever the width of the page is that shows it to a person', 'Shopify'),
    ],
    statuses: { 3: { status: 'broken' } },
  },
};

/** What a check was told, and why a disconnect did not happen, in the words of whoever refused. */
export const WithReasons: Story = {
  args: {
    statuses: { 1: { status: 'broken', reason: 'This key ended on 12 March 2026.' } },
    failures: { 4: new ConnectError('upstream_refused', '409.', { reason: 'The account is in use by a sync. '.repeat(8).trim() }) },
  },
};

/** A host's own state and buttons: the rest stays the kit's. */
export const ReplacedParts: Story = {
  args: {
    slots: {
      state: ({ status }) => <em>{status === undefined ? 'never looked at' : status.status}</em>,
      'manager-item-actions': ({ connector, onDisconnect }) => <Button onClick={onDisconnect}>{`Remove ${connector.name}`}</Button>,
    },
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('button', { name: 'Remove Acme Marketing' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('button', { name: 'Keep connected' })).toHaveFocus();
    await expect(args.onDisconnect).not.toHaveBeenCalled();
  },
};

/** By keys alone: the menu, its second item, a new name. */
export const RenamedByKeyboard: Story = {
  play: async ({ canvasElement, args }) => {
    within(canvasElement).getByRole('button', { name: 'More for Acme Marketing' }).focus();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    await userEvent.keyboard('Acme EU{Enter}');
    await expect(args.onRename).toHaveBeenCalledWith(connectors[0], 'Acme EU');
  },
};

/** The safe button has the focus. */
export const AsksBeforeDisconnecting: Story = {
  play: async ({ canvasElement }) => {
    within(canvasElement).getByRole('button', { name: 'More for Acme Marketing' }).focus();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect(within(canvasElement).getByRole('button', { name: 'Keep connected' })).toHaveFocus();
  },
};
