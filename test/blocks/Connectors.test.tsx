import { QueryClient } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AirbyteProvider, ConnectButton, Connectors } from '../../src/blocks/index.js';
import { type ConnectApi, Sealed } from '../../src/core/index.js';
import { createSandbox, status } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };
afterEach(() => vi.useRealTimers());

/** Only the time between two looks at the list passes by hand. */
const holdTime = () => vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** A list of one account, over a sandbox whose deletes take a minute. */
async function setUp() {
  let time = Date.UTC(2026, 0, 1);
  const sandbox = createSandbox({ now: () => time, deleteDelay: 60_000 });
  const client = sandbox.connectApi({ userId: 'ada' });
  const values = new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_1' } });
  await client.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Till', values });
  const queryClient = new QueryClient();
  const user = userEvent.setup();
  const draw = (page: ReactNode) => (
    <StrictMode>
      <AirbyteProvider client={client} queryClient={queryClient}>
        {page}
      </AirbyteProvider>
    </StrictMode>
  );
  const { rerender } = render(draw(<Connectors />));
  const choose = async (item: string) => {
    await user.click(await screen.findByRole('button', { name: 'More for Till' }, LONG));
    await user.click(screen.getByRole('menuitem', { name: item }));
  };
  return {
    sandbox,
    client,
    user,
    choose,
    show: (page: ReactNode) => rerender(draw(page)),
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

/** New names wait until the returned function is called. */
function holdRename(client: ConnectApi): () => void {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { renameConnector } = client;
  client.renameConnector = async (...input) => {
    await released;
    return renameConnector(...input);
  };
  return release;
}

const rows = () => screen.queryAllByRole('listitem').map((item) => item.textContent);

describe('disconnecting', () => {
  it('leaves the list at once; while Airbyte still lists it, it is on its way out, and nothing can be asked of it', async () => {
    const { disconnect, look } = await setUp();
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
    expect(screen.getByText('Till is disconnected.')).toHaveAttribute('role', 'status');
    await look();
    await waitFor(() => expect(rows()).toEqual([expect.stringContaining('Disconnecting')]));
    expect(screen.getByRole('button', { name: 'More for Till' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('is looked after until Airbyte lists it no more', async () => {
    const { disconnect, look, later } = await setUp();
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
    holdTime();
    await look();
    await expect.poll(rows).toEqual([expect.stringContaining('Disconnecting')]);
    later();
    await pass(3_000);
    await expect.poll(rows).toEqual([]);
  });

  it('says that it is still connected where Airbyte never carries it out, and can be asked again', async () => {
    const { disconnect, look } = await setUp();
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
    holdTime();
    await look();
    await expect.poll(rows).toEqual([expect.stringContaining('Disconnecting')]);
    await pass(150_000);
    await expect.poll(rows).toEqual([expect.not.stringContaining('Disconnecting')]);
    expect(screen.getByRole('alert')).toHaveTextContent(/^Till was not disconnected in time/);
    expect(screen.getByRole('button', { name: 'More for Till' })).toBeEnabled();
  });

  it('is known to a list that comes later, and to another one', async () => {
    const { disconnect, look, show } = await setUp();
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
    show(<p>Another page</p>);
    show(
      <>
        <Connectors />
        <Connectors definition="stripe" />
      </>,
    );
    await look();
    const leaving = expect.stringContaining('Disconnecting');
    await waitFor(() => expect(rows()).toEqual([leaving, leaving]));
  });

  it('is undone in the row that failed, with its reason, and can be asked again', async () => {
    const { sandbox, disconnect } = await setUp();
    sandbox.addFault(status(500, { match: { method: 'DELETE' }, times: 1 }));
    await disconnect();
    expect(await screen.findByRole('alert', undefined, LONG)).toHaveTextContent('Till was not disconnected. The server behind this page is not answering.');
    expect(rows()).toEqual([expect.not.stringContaining('Disconnecting')]);
    await disconnect();
    await waitFor(() => expect(rows()).toEqual([]), LONG);
  });
});

it('reads no list while a new name is on its way, which it would undo', async () => {
  const { client, user, disconnect, look } = await setUp();
  const values = new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_2' } });
  await client.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Shop', values });
  await disconnect();
  await waitFor(() => expect(rows()).toEqual([]), LONG);
  const store = holdRename(client);
  holdTime();
  await look();
  await expect.poll(rows).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'More for Shop' }));
  await user.click(screen.getByRole('menuitem', { name: 'Rename' }));
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard('Shop EU{Enter}');
  await expect.poll(rows).toContainEqual(expect.stringContaining('Shop EU'));
  const read = vi.spyOn(client, 'listConnectors');
  await pass(9_000);
  expect(read).not.toHaveBeenCalled();
  store();
  await expect.poll(() => read.mock.calls.length).toBe(1);
  await pass(3_000);
  await expect.poll(() => read.mock.calls.length).toBeGreaterThan(1);
  expect(rows()).toContainEqual(expect.stringContaining('Shop EU'));
});

it('gives an account its new name at once, and the old one back when that could not be stored', async () => {
  const { client, sandbox, user, choose } = await setUp();
  const store = holdRename(client);
  sandbox.addFault(status(500, { match: { operationId: 'updateConnector' }, times: 1 }));
  await choose('Rename');
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard('Till EU{Enter}');
  await screen.findByText('Till EU');
  store();
  expect(await screen.findByRole('alert', undefined, LONG)).toHaveTextContent('Till was not renamed. The server behind this page is not answering.');
  expect(screen.queryByText('Till EU')).toBeNull();
});

describe('the focus, when what opened the dialog is gone', () => {
  const connectIn = async (user: ReturnType<typeof userEvent.setup>, button: string) => {
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(await dialog.findByLabelText('Account ID', undefined, LONG), 'acct_1');
    await user.type(dialog.getByLabelText('Secret key'), 'sk_new');
    await user.click(dialog.getByRole('button', { name: button }));
    return screen.findByRole('button', { name: 'Done' }, LONG);
  };
  const setUpEmpty = () => {
    const client = createSandbox().connectApi({ userId: 'ada' });
    const user = userEvent.setup();
    const draw = () =>
      render(
        <StrictMode>
          <AirbyteProvider client={client} queryClient={new QueryClient()}>
            <Connectors definition="stripe" />
          </AirbyteProvider>
        </StrictMode>,
      );
    return { client, user, draw };
  };
  const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const title = () => screen.getByRole('heading', { name: 'Connected services' });

  it('is on the title of a list that was empty', async () => {
    const { user, draw } = setUpEmpty();
    draw();
    await user.click(await screen.findByRole('button', { name: 'Connect a service' }, LONG));
    const done = await connectIn(user, 'Connect Stripe');
    await waitFor(() => expect(screen.queryByText('No services connected')).toBeNull());
    await user.click(done);
    await closed();
    expect(title()).toHaveFocus();
  });

  it('is there as well where the list is read only after that', async () => {
    const { client, user, draw } = setUpEmpty();
    draw();
    const button = await screen.findByRole('button', { name: 'Connect a service' }, LONG);
    const { listConnectors } = client;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    client.listConnectors = (...input) => released.then(() => listConnectors(...input));
    await user.click(button);
    await user.click(await connectIn(user, 'Connect Stripe'));
    await closed();
    expect(button).toHaveFocus();
    release();
    await waitFor(() => expect(screen.queryByText('No services connected')).toBeNull());
    expect(title()).toHaveFocus();
  });

  it('stays nowhere, and the page where it is, when a button had it not that opened the dialog and is still there', async () => {
    const { user, show } = await setUp();
    show(
      <>
        <Connectors />
        <ConnectButton definition="stripe">Connect Stripe</ConnectButton>
      </>,
    );
    await screen.findByRole('button', { name: 'More for Till' }, LONG);
    // As in Safari, where a press does not focus a button.
    act(() => screen.getByRole('button', { name: 'Connect Stripe' }).click());
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Close' }));
    await closed();
    expect(document.body).toHaveFocus();
  });

  it('is on the title of a list in which another account has taken the place', async () => {
    const { user, choose } = await setUp();
    await choose('Reconnect');
    await user.click(await connectIn(user, 'Reconnect Stripe'));
    await closed();
    expect(title()).toHaveFocus();
  });
});
