import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, it } from 'vitest';
import { AirbyteProvider, ConnectButton } from '../../src/blocks/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { harbour } from '../../stories/fixtures/harbour.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };

function setUp() {
  const sandbox = createSandbox({ deleteDelay: 0, definitions: [harbour] });
  return { sandbox, client: sandbox.connectApi({ userId: 'ada' }), user: userEvent.setup() };
}

it('connects a service that no catalogue knows by one of its keys', async () => {
  const { sandbox, client, user } = setUp();
  render(
    <StrictMode>
      <AirbyteProvider client={client} appearance={{ appName: 'Fernway' }}>
        <ConnectButton>Connect</ConnectButton>
      </AirbyteProvider>
    </StrictMode>,
  );
  await user.click(screen.getByRole('button', { name: 'Connect' }));
  const dialog = within(await screen.findByRole('dialog', undefined, LONG));
  await user.type(await dialog.findByRole('combobox', { name: 'Search services' }, LONG), 'harbour');
  await user.click(await dialog.findByRole('option', { name: /Harbour Desk/ }, LONG));
  await user.click(await dialog.findByRole('button', { name: /^Personal access token/ }, LONG));
  await user.type(await dialog.findByRole('textbox', { name: /port/i }, LONG), 'north');
  await user.type(dialog.getByLabelText('Token'), 'tok_1');
  await user.click(dialog.getByRole('button', { name: 'Connect Harbour Desk' }));
  await dialog.findByRole('heading', { name: /is connected$/ }, LONG);
  expect(sandbox.connectors('ada')).toMatchObject([{ replicationConfig: { port: 'north', credentials: { auth_type: 'token', token: 'tok_1' } } }]);
});
