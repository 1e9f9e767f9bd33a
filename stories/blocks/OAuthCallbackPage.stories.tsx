import type { Meta, StoryObj } from '@storybook/react-vite';
import { OAuthCallbackPage } from '../../src/blocks/OAuthCallbackPage.js';

const meta = { component: OAuthCallbackPage, args: { endpoint: null, appName: 'Fernway' } } satisfies Meta<typeof OAuthCallbackPage>;
export default meta;

type Story = StoryObj<typeof meta>;

/** This page's address carries no sign-in. The other states are those of `OAuthCallback`. */
export const Default: Story = {};
