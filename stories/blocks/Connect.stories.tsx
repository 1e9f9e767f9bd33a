import type { Meta, StoryObj } from '@storybook/react-vite';
import { Connect } from '../../src/blocks/Connect.js';
import { harbour } from '../fixtures/harbour.js';
import { storySandbox } from './storySandbox.js';
import { withClient } from './withClient.js';

const meta = { component: Connect, decorators: [withClient(storySandbox.connectApi({ userId: 'story-connect' }))] } satisfies Meta<typeof Connect>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The flow where it stands, beginning with the picker. */
export const Default: Story = {};

export const OneService: Story = { args: { definition: 'stripe' } };

export const SignIn: Story = { args: { definition: 'hubspot' } };

/** The subdomain is asked before the consent page opens. */
export const InputsBeforeConsent: Story = { args: { definition: 'zendesk-support' } };

/** A service that no catalogue knows: its form and its ways to sign in come from Airbyte's own specification. */
export const UnknownService: Story = { args: { definition: harbour.id } };
