import type { Meta, StoryObj } from '@storybook/react-vite';
import { AirbyteProvider } from '../../src/blocks/AirbyteProvider.js';
import { ConnectButton } from '../../src/blocks/ConnectButton.js';
import { Connectors } from '../../src/blocks/Connectors.js';
import { storySandbox } from './storySandbox.js';

const client = storySandbox.connectApi({ userId: 'story-provider' });

const meta = {
  component: AirbyteProvider,
  args: {
    client,
    appearance: { appName: 'Fernway' },
    children: (
      <>
        <ConnectButton definition="hubspot">Connect HubSpot</ConnectButton>
        <Connectors />
      </>
    ),
  },
} satisfies Meta<typeof AirbyteProvider>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The smallest complete use: a button and the list, over one provider. */
export const Default: Story = {};

/** Dark, as the page around it. */
export const Dark: Story = {
  args: { appearance: { appName: 'Fernway', theme: 'dark' } },
  decorators: [
    (Story) => (
      <div className="story-surroundings" data-ack-theme="dark">
        <Story />
      </div>
    ),
  ],
};
