import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { AirbyteProvider, ConnectButton } from '../../src/blocks/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { hearErrors } from '../setup/hearErrors.js';

/** Scripts whose address has this in it can not be loaded, as without a network. */
async function block(...urls: string[]): Promise<void> {
  await cdp().send('Network.enable');
  await cdp().send('Network.setBlockedURLs', { urls });
}

const reports = hearErrors();
afterEach(async () => {
  await block();
});

it('opens nothing where its dialog can not be loaded, which the page is told, and leaves the button in focus: the next press opens it', async () => {
  const onEvent = vi.fn();
  render(
    <AirbyteProvider client={createSandbox().connectApi({ userId: 'ada' })} onEvent={onEvent}>
      <ConnectButton definition="stripe">Connect Stripe</ConnectButton>
    </AirbyteProvider>,
  );
  const button = screen.getByRole('button', { name: 'Connect Stripe' });
  await block('*/ConnectDialog.*');
  await userEvent.click(button);
  await waitFor(() => expect(onEvent).toHaveBeenCalledWith({ type: 'closed' }));
  expect(reports).toEqual([expect.objectContaining({ message: expect.stringContaining('ConnectDialog') })]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(button).toHaveFocus();
  await block();
  await userEvent.click(button);
  expect(await screen.findByRole('dialog')).toBeVisible();
  expect(reports).toHaveLength(1);
});
