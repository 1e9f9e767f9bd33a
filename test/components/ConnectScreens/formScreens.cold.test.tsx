import { render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ConnectScreens } from '../../../src/components/ConnectScreens/index.js';
import type { ConnectFlowState } from '../../../src/core/index.js';
import { methodOf, stripe } from '../../../stories/fixtures/definitions.js';

const state: ConnectFlowState = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') };

it('looks as if the service still loads until the form is there, which then takes the focus', async () => {
  const nothing = vi.fn();
  const actions = {
    onPick: nothing,
    onChooseMethod: nothing,
    onSubmit: nothing,
    onAuthorise: nothing,
    onShowWindow: nothing,
    onReopen: nothing,
    onContinueInTab: nothing,
    onBack: nothing,
    onRetry: nothing,
    onConnectAnother: nothing,
    onClose: nothing,
  };
  const { container } = render(<ConnectScreens state={state} definitions={[]} autoFocus {...actions} />);
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  const title = await screen.findByRole('heading', { name: /^Enter your Stripe/ });
  expect(container.querySelector('[aria-busy="true"]')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(title));
});
