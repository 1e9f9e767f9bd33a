import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
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

export const Denied: Story = { args: { status: 'failed', errorCode: 'oauth_denied', requestId: 'req_8fK2mQ7vTz' } };

export const Expired: Story = { args: { status: 'failed', errorCode: 'attempt_expired' } };

/** In the same tab there is no window to close: the way on is a link. */
export const FailedInTheSameTab: Story = { args: { status: 'failed', errorCode: 'oauth_failed', returnHref: '#settings' } };

/** Another window of the host finishes the sign-in. */
export const Relayed: Story = { args: { status: 'relayed' } };

/** Somebody opened the address by hand. */
export const Nothing: Story = { args: { status: 'nothing', serviceName: undefined } };
