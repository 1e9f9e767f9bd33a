import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { createApplicationTokens, createPatternConnectApi, instances } from '../../src/airbyte/index.js';
import { AirbyteProvider, Connectors } from '../../src/blocks/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { Sealed } from '../../src/core/index.js';
import { createSandbox, recycledInstance, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const DAY = 86_400_000;
const LONG = { timeout: 5_000 };

/** The port over the pattern `instances`, with one connected account. */
async function setUp(instanceIdle?: number) {
  let time = Date.UTC(2026, 0, 1);
  const now = () => time;
  const sandbox = createSandbox({ now, instanceIdle });
  const hosts = { agent: 'https://sandbox.airbyte.test', public: 'https://sandbox.airbyte.test' };
  const shared = { hosts, now, fetch: sandbox.fetch };
  const pattern = instances();
  const tokens = createApplicationTokens({ clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET, generation: pattern.generation, ...shared });
  const client = pattern.client({ ...shared, tokens, catalog: builtInCatalog });
  const api = createPatternConnectApi({ client, pattern, now, workspaceName: 'ada', callbackUrl: 'https://app.example.com/connected' });
  await api.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'Till', values: new Sealed({ credentials: { api_key: 'sk' } }) });
  const show = () =>
    render(
      <AirbyteProvider client={api}>
        <Connectors />
      </AirbyteProvider>,
    );
  const later = (ms: number) => {
    time += ms;
  };
  return { sandbox, show, later, user: userEvent.setup() };
}

it('offers to connect a recycled connector again, and opens the form of its service, which names the account', async () => {
  const { show, later, user } = await setUp(DAY);
  later(DAY + 1);
  show();
  expect(await screen.findByText('Reconnect to use', undefined, LONG)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reconnect Till' }));
  expect(await screen.findByRole('dialog', { name: /^Replace your Stripe / }, LONG)).toBeTruthy();
  expect(screen.getByText('For Till. Its name stays; all other details are replaced.')).toBeVisible();
});

it('offers it at the row once a check has found out, and in the menu of a row that works', async () => {
  const { show, user, sandbox } = await setUp();
  show();
  const menu = await screen.findByRole('button', { name: 'More for Till' }, LONG);
  expect(screen.queryByRole('button', { name: 'Reconnect Till' })).toBeNull();
  sandbox.addFault(recycledInstance({ times: 1 }));
  await user.click(menu);
  expect(screen.getByRole('menuitem', { name: 'Reconnect' })).toBeVisible();
  await user.click(screen.getByRole('menuitem', { name: 'Check now' }));
  expect(await screen.findByRole('button', { name: 'Reconnect Till' }, LONG)).toBeTruthy();
  expect(screen.getByRole('alert')).toHaveTextContent('Till could not be checked. Stripe has to be connected again.');
});
