import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ExecutePlayground } from '../../../src/components/ExecutePlayground/index.js';
import { ConnectError } from '../../../src/core/index.js';

const nothing = () => undefined;
const connector = { id: '1', name: 'Acme Marketing', definition: { id: 'd', slug: 'hubspot', name: 'HubSpot' }, createdAt: null, updatedAt: null };
const failed = new ConnectError('network_unavailable', 'The operations could not be reached.');

// Alone in its file: what is loaded once is there for the rest of the page.
it('looks as if operations still load where their failure is faster than what says it', async () => {
  const { container } = render(<ExecutePlayground connector={connector} operations={[]} operationsError={failed} onRun={nothing} onStop={nothing} />);
  const skeletons = () => container.querySelectorAll('[data-ack-slot=operations] [data-ack-slot=skeleton]').length;
  expect(skeletons()).toBeGreaterThan(0);
  expect(await screen.findByRole('alert')).toHaveTextContent('You seem to be offline');
  expect(skeletons()).toBe(0);
});
