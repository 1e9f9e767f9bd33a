import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentProps } from 'react';
import { Playground } from '../../src/blocks/Playground.js';
import type { Connector } from '../../src/core/index.js';
import { connectStripe } from './connectStripe.js';
import { storySandbox } from './storySandbox.js';
import { withClient } from './withClient.js';

const client = storySandbox.connectApi({ userId: 'story-playground' });

const meta = {
  component: Playground,
  args: { connectorId: 'unknown' },
  decorators: [withClient(client)],
} satisfies Meta<typeof Playground>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Operations of an account; the default one needs no parameter. */
export const Default: Story = {
  loaders: [async () => ({ connector: await connectStripe(client, 'Acme Payments') })],
  render: (args: ComponentProps<typeof Playground>, { loaded }: { loaded: Record<string, unknown> }) => (
    <Playground {...args} connectorId={idOf(loaded.connector)} />
  ),
};

/** An id that nobody has: the operations say so. */
export const Failed: Story = {};

const idOf = (connector: unknown): string => {
  const { id }: Partial<Connector> = typeof connector === 'object' && connector !== null ? connector : {};
  return id ?? 'unknown';
};
