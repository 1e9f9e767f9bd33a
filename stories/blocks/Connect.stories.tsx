import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import { AirbyteProvider } from '../../src/blocks/AirbyteProvider.js';
import { Connect } from '../../src/blocks/Connect.js';
import { storySandbox } from './storySandbox.js';

const withProvider = (client: ReturnType<typeof storySandbox.connectApi>) => (Story: () => ReactNode) => (
  <AirbyteProvider client={client} appearance={{ appName: 'Fernway' }}>
    <Story />
  </AirbyteProvider>
);

const meta = { component: Connect, decorators: [withProvider(storySandbox.connectApi({ userId: 'story-connect' }))] } satisfies Meta<typeof Connect>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The flow where it stands, beginning with the picker. */
export const Default: Story = {};

export const OneService: Story = { args: { definition: 'stripe' } };

export const SignIn: Story = { args: { definition: 'hubspot' } };

/** The subdomain is asked before the consent page opens. */
export const InputsBeforeConsent: Story = { args: { definition: 'zendesk-support' } };
