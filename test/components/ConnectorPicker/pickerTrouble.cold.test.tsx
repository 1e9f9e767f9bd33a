import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConnectorPicker } from '../../../src/components/ConnectorPicker/index.js';
import { ConnectError } from '../../../src/core/index.js';

const failed = new ConnectError('network_unavailable', 'The list could not be reached.');

// Alone in its file: what is loaded once is there for the rest of the page.
it('looks as if the list still loads where its failure is faster than what says it', async () => {
  const at = (error: ConnectError | null) => <ConnectorPicker definitions={[]} loading={error === null} error={error} onSelect={() => undefined} />;
  const { container, rerender } = render(at(null));
  const skeletons = () => container.querySelectorAll('[data-ack-slot=picker-item][data-loading]').length;
  rerender(at(failed));
  expect(skeletons()).toBeGreaterThan(0);
  expect(await screen.findByRole('alert')).toHaveTextContent('You seem to be offline');
  expect(skeletons()).toBe(0);
});
