import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { beforeAll, expect, it } from 'vitest';
import { AirbyteProvider, Playground } from '../../src/blocks/index.js';
import { loadConnectDialog } from '../../src/blocks/loadConnectDialog.js';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { type ConnectApi, ConnectError, type ConnectErrorCode, Sealed } from '../../src/core/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };
beforeAll(() => Promise.all([playgroundPanes.load(), loadConnectDialog()]));

/** The first run answers with this failure. */
function failOnce(client: ConnectApi, code: ConnectErrorCode): readonly string[] {
  const { execute } = client;
  const asked: string[] = [];
  client.execute = async (input, options) => {
    asked.push(input.connectorId);
    if (asked.length === 1) throw new ConnectError(code, 'Answered 401.');
    return execute(input, options);
  };
  return asked;
}

async function setUp(code: ConnectErrorCode) {
  const sandbox = createSandbox();
  const client = sandbox.connectApi({ userId: 'ada' });
  const values = new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_1' } });
  const till = await client.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Till', values });
  const asked = failOnce(client, code);
  const user = userEvent.setup();
  render(
    <StrictMode>
      <AirbyteProvider client={client} queryClient={new QueryClient()}>
        <Playground connectorId={till.id} />
      </AirbyteProvider>
    </StrictMode>,
  );
  await user.click(await screen.findByRole('button', { name: 'Run' }, LONG));
  await user.click(await screen.findByRole('button', { name: 'Reconnect' }, LONG));
  const dialog = await screen.findByRole('dialog', { name: /Stripe/ }, LONG);
  await user.type(await within(dialog).findByLabelText('Account ID', undefined, LONG), 'acct_1');
  await user.type(within(dialog).getByLabelText('Secret key'), 'sk_new');
  await user.click(within(dialog).getByRole('button', { name: code === 'connector_not_found' ? 'Connect Stripe' : 'Reconnect Stripe' }));
  await user.click(await screen.findByRole('button', { name: 'Done' }, LONG));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  return { sandbox, user, till, asked };
}

it('connects a refused account again in its place, and runs on what has taken it', async () => {
  const { sandbox, user, till, asked } = await setUp('credentials_refused');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Reconnect' }));
  await user.click(screen.getByRole('button', { name: 'Run again' }));
  expect(await screen.findByRole('table', undefined, LONG)).toBeVisible();
  const [now] = sandbox.connectors('ada');
  expect(asked).toEqual([till.id, now?.id]);
  expect(screen.getByText('Till')).toBeVisible();
});

it('connects the service anew where the account is gone, and goes on with the new one', async () => {
  const { sandbox, user, till, asked } = await setUp('connector_not_found');
  await user.click(screen.getByRole('button', { name: 'Run again' }));
  expect(await screen.findByRole('table', undefined, LONG)).toBeVisible();
  const created = sandbox.connectors('ada').find(({ id }) => id !== till.id);
  expect(asked).toEqual([till.id, created?.id]);
});
