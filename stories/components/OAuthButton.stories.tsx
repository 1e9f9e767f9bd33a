import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { OAuthButton } from '../../src/components/OAuthButton/index.js';

const LOGO =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"%3E%3Ccircle cx="12" cy="12" r="10" fill="%23d9480f"/%3E%3C/svg%3E';

const meta: Meta<typeof OAuthButton> = {
  title: 'Components/OAuthButton',
  component: OAuthButton,
  args: { serviceName: 'HubSpot', onClick: fn() },
};
export default meta;
type Story = StoryObj<typeof OAuthButton>;

export const Default: Story = {};

export const WithLogo: Story = { args: { iconUrl: LOGO } };

/** The address of the sign-in is being fetched; the window is open already. */
export const Loading: Story = { args: { loading: true } };

export const Secondary: Story = { args: { variant: 'secondary', children: 'Sign in with HubSpot' } };

export const ByKeyboard: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.tab();
    await expect(within(canvasElement).getByRole('button')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
