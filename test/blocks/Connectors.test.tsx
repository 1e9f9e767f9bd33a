import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { AirbyteProvider, Connectors } from '../../src/blocks/index.js';
import { Sealed } from '../../src/core/index.js';
import { createSandbox, status } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };

/** A list of one account, over a sandbox whose deletes take a minute. */
async function setUp() {
  let time = Date.UTC(2026, 0, 1);
  const sandbox = createSandbox({ now: () => time, deleteDelay: 60_000 });
  const client = sandbox.connectApi({ userId: 'ada' });
  const values = new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_1' } });
  await client.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Till', values });
  const queryClient = new QueryClient();
  const user = userEvent.setup();
  render(
    <StrictMode>
      <AirbyteProvider client={client} queryClient={queryClient}>
        <Connectors />
      </AirbyteProvider>
    </StrictMode>,
  );
  const choose = async (item: string) => {
    await user.click(await screen.findByRole('button', { name: 'More for Till' }, LONG));
    await user.click(screen.getByRole('menuitem', { name: item }));
  };
  return {
    sandbox,
    user,
    choose,
    disconnect: async () => {
      await choose('Disconnect');
      await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Disconnect Till' }));
    },
    /** As when the window is looked at again. */
    look: () => act(() => queryClient.refetchQueries({ queryKey: ['ack', 'connectors'] })),
    later: () => {
      time += 60_001;
    },
  };
}

const rows = () => screen.queryAllByRole('listitem').map((item) => item.textContent);

describe('disconnecting', () => {
  it('leaves the list at once; while Airbyte still lists it, it is on its way out, and nothing can be asked of it', async () => {
    const { disconnect, look, later } = await setUp();
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
    expect(screen.getByText('Till is disconnected.')).toHaveAttribute('role', 'status');
    await look();
    await waitFor(() => expect(rows()).toEqual([expect.stringContaining('Disconnecting')]));
    expect(screen.getByRole('button', { name: 'More for Till' })).toBeDisabled();
    later();
    await look();
    await waitFor(() => expect(rows()).toEqual([]));
  });

  it('is undone in the row that failed, with its reason, and can be asked again', async () => {
    const { sandbox, disconnect } = await setUp();
    sandbox.addFault(status(500, { match: { method: 'DELETE' }, times: 1 }));
    await disconnect();
    expect(await screen.findByRole('alert', undefined, LONG)).toHaveTextContent('Till was not disconnected. Stripe is not answering.');
    expect(rows()).toEqual([expect.not.stringContaining('Disconnecting')]);
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
  });
});

it('gives an account its new name at once, and the old one back when that could not be stored', async () => {
  const { sandbox, user, choose } = await setUp();
  sandbox.addFault(status(500, { match: { operationId: 'updateConnector' }, times: 1 }));
  await choose('Rename');
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard('Till EU{Enter}');
  await screen.findByText('Till EU');
  expect(await screen.findByRole('alert', undefined, LONG)).toHaveTextContent('Till was not renamed. Stripe is not answering.');
  expect(screen.queryByText('Till EU')).toBeNull();
});
