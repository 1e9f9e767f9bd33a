import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { OAuthCallback } from '../../src/components/OAuthCallback/index.js';

const meta: Meta<typeof OAuthCallback> = {
  title: 'Components/OAuthCallback',
  component: OAuthCallback,
  args: { status: 'connected', serviceName: 'HubSpot', appName: 'Fernway', onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof OAuthCallback>;

export const Connected: Story = {};

export const Completing: Story = { args: { status: 'completing' } };

/** Before it is known which service this is. */
export const CompletingUnknown: Story = { args: { status: 'completing', serviceName: undefined, appName: undefined } };

/** The usual wait of a window: the service is not known before the backend has answered. */
export const CompletingUnknownService: Story = { args: { status: 'completing', serviceName: undefined } };

export const Denied: Story = { args: { status: 'failed', errorCode: 'oauth_denied', requestId: 'req_8fK2mQ7vTz' } };

export const Expired: Story = { args: { status: 'failed', errorCode: 'attempt_expired' } };

/** In the same tab there is no window to close: the way on is a link. */
export const FailedInTheSameTab: Story = { args: { status: 'failed', errorCode: 'oauth_failed', returnHref: '#settings' } };

/** Each reason has words of its own: cause, what was kept, the way on. */
export const Replaced: Story = { args: { status: 'failed', errorCode: 'attempt_replaced' } };

export const StartedElsewhere: Story = { args: { status: 'failed', errorCode: 'attempt_foreign' } };

export const WrongAccount: Story = { args: { status: 'failed', errorCode: 'connector_refused' } };

export const NotAnswering: Story = { args: { status: 'failed', errorCode: 'upstream_unavailable', requestId: 'req_8fK2mQ7vTz' } };

export const Offline: Story = { args: { status: 'failed', errorCode: 'network_unavailable' } };

/** The whole page, not a window: the way on is a link, and says where it leads. */
export const ConnectedInTheSameTab: Story = { args: { returnHref: '#settings' } };

export const CompletingInTheSameTab: Story = { args: { status: 'completing', returnHref: '#settings' } };

/** The host gave no name, the service none either. */
export const ConnectedUnknown: Story = { args: { serviceName: undefined, appName: undefined } };

export const LongNames: Story = {
  args: { serviceName: 'Analytics of everything that a company could ever want to know '.repeat(5).trim(), connectorName: 'x'.repeat(300) },
};

/** The browser refuses to close the window: that is said too. */
export const KeptOpen: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    canvas.getByRole('button', { name: 'Close this window' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(await canvas.findByText(/Your browser keeps this window open/)).toBeVisible();
  },
};

/** Another window of the host finishes the sign-in. */
export const Relayed: Story = { args: { status: 'relayed' } };

/** Somebody opened the address by hand. */
export const Nothing: Story = { args: { status: 'nothing', serviceName: undefined } };
