import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Connectors } from '../../src/blocks/Connectors.js';
import { latency, unavailable } from '../../src/sandbox/index.js';
import { connectStripe } from './connectStripe.js';
import { createStorySandbox, storySandbox } from './storySandbox.js';
import { withClient } from './withClient.js';

const filled = storySandbox.connectApi({ userId: 'story-connectors' });

const meta = { component: Connectors } satisfies Meta<typeof Connectors>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  decorators: [withClient(filled)],
  loaders: [() => connectStripe(filled, 'Acme Payments')],
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Acme Payments')).toBeVisible();
  },
};

export const Empty: Story = { decorators: [withClient(storySandbox.connectApi({ userId: 'story-connectors-empty' }))] };

const slow = createStorySandbox({ faults: [latency(3_600_000)] });
export const Loading: Story = { decorators: [withClient(slow.connectApi({ userId: 'story' }))] };

const broken = createStorySandbox({ faults: [unavailable()] });
export const Failed: Story = { decorators: [withClient(broken.connectApi({ userId: 'story' }))] };
