import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConnectScreens } from '../../../src/components/ConnectScreens/index.js';
import type { ConnectFlowState } from '../../../src/core/index.js';
import { methodOf, stripe } from '../../../stories/fixtures/definitions.js';
import { NO_ACTIONS } from '../../../stories/fixtures/noActions.js';

const state: ConnectFlowState = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') };

it('looks as if the service still loads until the form is there, which then takes the focus', async () => {
  const { container } = render(<ConnectScreens state={state} definitions={[]} autoFocus {...NO_ACTIONS} />);
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  const title = await screen.findByRole('heading', { name: /^Enter your Stripe/ });
  expect(container.querySelector('[aria-busy="true"]')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(title));
});
