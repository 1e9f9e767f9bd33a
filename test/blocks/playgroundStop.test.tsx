import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { beforeAll, expect, it } from 'vitest';
import { AirbyteProvider, Playground } from '../../src/blocks/index.js';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { Sealed } from '../../src/core/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createGate } from '../hooks/memoryApi.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };
beforeAll(() => playgroundPanes.load());

it('a write that is stopped while the service makes it is not forgotten', async () => {
  const sandbox = createSandbox();
  const client = sandbox.connectApi({ userId: 'ada' });
  const values = new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_1' } });
  const till = await client.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Till', values });
  const { execute } = client;
  const answer = createGate();
  const made: Promise<unknown>[] = [];
  // The service carries it out, whoever still listens.
  client.execute = async ({ ...input }) => {
    const done = execute(input);
    made.push(done);
    await answer.opened;
    return done;
  };
  const user = userEvent.setup();
  render(
    <StrictMode>
      <AirbyteProvider client={client} queryClient={new QueryClient()}>
        <Playground connectorId={till.id} defaultValue={{ entity: 'customers', action: 'create' }} />
      </AirbyteProvider>
    </StrictMode>,
  );
  await user.click(await screen.findByRole('checkbox', { name: /write to Till/ }, LONG));
  await user.click(screen.getByRole('button', { name: 'Create customer' }));
  await waitFor(() => expect(made).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('It is not known whether Stripe made the change. Look there before you run it again.');
  answer.open();
  await Promise.all(made);
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('It is not known'));
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
});
