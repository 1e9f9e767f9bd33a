import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ConnectButton } from '../../src/blocks/ConnectButton.js';
import { storySandbox } from './storySandbox.js';
import { withClient } from './withClient.js';

const client = storySandbox.connectApi({ userId: 'story-connect-button' });

const meta = {
  component: ConnectButton,
  args: { children: 'Connect your data' },
  decorators: [withClient(client)],
} satisfies Meta<typeof ConnectButton>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Begins with the picker. */
export const Default: Story = {};

/** Begins with one service: the consent page that it opens is a static file. */
export const OneService: Story = { args: { definition: 'hubspot', children: 'Connect HubSpot' } };

export const Disabled: Story = { args: { disabled: true } };

/** By keyboard alone: open, pick, leave. Focus comes back to the button. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    const button = within(canvasElement).getByRole('button', { name: 'Connect your data' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(await page.findByRole('dialog')).toBeVisible();
    await page.findByRole('option', { name: /Stripe/ });
    await userEvent.keyboard('stripe{Enter}');
    await page.findByRole('textbox', { name: /Account/i });
    await waitFor(() => expect(page.getByRole('heading', { name: /Enter your Stripe/ })).toHaveFocus());
    // Not Escape: only a real key press reaches the browser's own dialog.
    page.getByRole('button', { name: 'Close' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(button).toHaveFocus();
  },
};
