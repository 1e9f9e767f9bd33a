import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { AirbyteProvider, Connect, ConnectButton } from '../../src/blocks/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };
const client = createSandbox().connectApi({ userId: 'ada' });

const suggested = async () => {
  const group = await screen.findByRole('group', { name: 'Suggested' }, LONG);
  return within(group)
    .getAllByRole('option')
    .map((option) => option.getAttribute('data-definition'));
};

it('begins with what the host suggests, and tells it of a service that is missing', async () => {
  const user = userEvent.setup();
  const onRequest = vi.fn<(query: string) => void>();
  render(
    <AirbyteProvider client={client} appearance={{ picker: { suggested: ['stripe', 'github'], onRequest } }}>
      <ConnectButton>Connect your data</ConnectButton>
    </AirbyteProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Connect your data' }));
  expect(await suggested()).toEqual(['stripe', 'github']);
  await user.keyboard('zzqx');
  await user.click(await screen.findByRole('button', { name: /request/i }, LONG));
  expect(onRequest).toHaveBeenCalledExactlyOnceWith('zzqx');
});

it('has other wishes for a flow of its own place', async () => {
  render(
    <AirbyteProvider client={client} appearance={{ picker: { suggested: ['stripe'] } }}>
      <Connect picker={{ suggested: ['hubspot'] }} />
    </AirbyteProvider>,
  );
  expect(await suggested()).toEqual(['hubspot']);
});
