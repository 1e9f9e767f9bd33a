import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConnectScreens } from '../../../src/components/ConnectScreens/index.js';
import { ConnectError, type ConnectFlowState } from '../../../src/core/index.js';

const loading: ConnectFlowState = { step: 'loading', definitionId: 'stripe' };
const failed: ConnectFlowState = { step: 'failed', from: 'loading', definitionId: 'stripe', error: new ConnectError('network_unavailable', 'No network.') };

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const at = (state: ConnectFlowState) => <ConnectScreens {...ACTIONS} state={state} definitions={[]} appName="Fernway" autoFocus offline />;

it('shows the frame with a way out where a failure comes before its screen, which then takes the focus', async () => {
  const { container, rerender } = render(at(loading));
  rerender(at(failed));
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  expect(screen.getAllByText(/offline/i).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  const title = await screen.findByRole('heading', { name: 'You seem to be offline' });
  expect(container.querySelector('[aria-busy="true"]')).toBeNull();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await waitFor(() => expect(document.activeElement).toBe(title));
});
