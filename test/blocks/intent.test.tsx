import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { AirbyteProvider, type AirbyteProviderProps, ConnectButton } from '../../src/blocks/index.js';
import type { Connector } from '../../src/core/index.js';
import type { ConnectEvent } from '../../src/hooks/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { connectorOf, hubspot, stripe } from '../../stories/fixtures/definitions.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };

function setUp(children: ReactNode, props: Partial<AirbyteProviderProps> = {}) {
  const client = createSandbox().connectApi({ userId: 'ada' });
  const fetched = { definition: vi.spyOn(client, 'getDefinition'), definitions: vi.spyOn(client, 'listDefinitions') };
  const events: ConnectEvent[] = [];
  render(
    <StrictMode>
      <AirbyteProvider client={client} onEvent={(event) => events.push(event)} {...props}>
        {children}
      </AirbyteProvider>
    </StrictMode>,
  );
  return { client, fetched, events, user: userEvent.setup() };
}

it.each([
  ['a pointer comes', (button: HTMLElement) => fireEvent.pointerEnter(button)],
  ['a finger touches it', (button: HTMLElement) => fireEvent.pointerEnter(button, { pointerType: 'touch' })],
  ['the focus comes', (button: HTMLElement) => fireEvent.focus(button)],
])('fetches what the button will show when %s, once, and opens nothing', async (_, come) => {
  const { fetched } = setUp(<ConnectButton definition="stripe">Connect Stripe</ConnectButton>);
  come(screen.getByRole('button'));
  await waitFor(() => expect(fetched.definition).toHaveBeenCalledOnce(), LONG);
  expect(fetched.definition.mock.calls[0]?.[0]).toBe('stripe');
  come(screen.getByRole('button'));
  expect(fetched.definition).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('fetches it beside what the host does when a pointer or the focus comes, a hint for instance', async () => {
  const heard: string[] = [];
  const host = { onPointerEnter: () => heard.push('pointer'), onFocus: () => heard.push('focus') };
  const { fetched } = setUp(
    <>
      <ConnectButton definition="stripe" {...host}>
        Connect Stripe
      </ConnectButton>
      <ConnectButton definition="hubspot" {...host}>
        Connect HubSpot
      </ConnectButton>
    </>,
  );
  fireEvent.pointerEnter(screen.getByRole('button', { name: 'Connect Stripe' }));
  fireEvent.focus(screen.getByRole('button', { name: 'Connect HubSpot' }));
  await waitFor(() => expect(fetched.definition.mock.calls.map(([id]) => id).toSorted()).toEqual(['hubspot', 'stripe']), LONG);
  expect(heard).toEqual(['pointer', 'focus']);
});

it('fetches a service of the picker that somebody is about to pick', async () => {
  const { fetched, user } = setUp(<ConnectButton>Connect your data</ConnectButton>);
  await user.click(screen.getByRole('button'));
  await screen.findByRole('option', { name: /Stripe/ }, LONG);
  expect(fetched.definition).not.toHaveBeenCalled();
  // Until the list is the one that stays: a pointer that rests on another one comes to it anew.
  const rest = () => {
    fireEvent.pointerEnter(screen.getByRole('option', { name: /Stripe/ }));
    expect(fetched.definition).toHaveBeenCalledOnce();
  };
  await waitFor(rest, { interval: 200 });
  expect(screen.getByRole('listbox')).toBeVisible();
});

it('marks in the picker what is connected already, and what has to be connected again', async () => {
  const { client, user } = setUp(<ConnectButton>Connect your data</ConnectButton>);
  const connector = (id: string, definition: typeof stripe, status?: Connector['status']): Connector => ({ ...connectorOf(definition, id), id, status });
  client.listConnectors = async () => [connector('1', stripe), connector('2', stripe), connector('3', hubspot, 'recycled')];
  await user.click(screen.getByRole('button'));
  expect(await screen.findByRole('option', { name: /Stripe.*2 connected/ }, LONG)).toBeVisible();
  expect(screen.getByRole('option', { name: /HubSpot.*Sign in again/ })).toBeVisible();
});

it('opens one flow for a double click, and none where the host prevents it', async () => {
  const stop = vi.fn((event: React.MouseEvent) => event.preventDefault());
  const { events, user } = setUp(
    <>
      <ConnectButton definition="stripe">Connect Stripe</ConnectButton>
      <ConnectButton definition="stripe" onClick={stop}>
        Ask the host first
      </ConnectButton>
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Ask the host first' }));
  expect(stop).toHaveBeenCalledOnce();
  expect(events).toEqual([]);
  await user.dblClick(screen.getByRole('button', { name: 'Connect Stripe' }));
  expect(await screen.findByRole('dialog', undefined, LONG)).toBeVisible();
  expect(events.filter(({ type }) => type === 'opened' || type === 'closed')).toEqual([{ type: 'opened' }]);
});

it('draws its dialog in the host’s theme, language and class', async () => {
  const { user } = setUp(<ConnectButton definition="stripe">Connect Stripe</ConnectButton>, {
    locale: 'de',
    appearance: { theme: 'dark', classNames: { dialog: 'brand', title: 'brand-title' } },
  });
  const button = screen.getByRole('button');
  await user.click(button);
  const dialog = await screen.findByRole('dialog', undefined, LONG);
  for (const root of [button, dialog]) expect([root.lang, root.dataset.ackTheme]).toEqual(['de', 'dark']);
  expect(dialog).toHaveClass('brand');
  expect(await within(dialog).findByRole('heading', { name: /^Enter your Stripe/ }, LONG)).toHaveClass('brand-title');
  expect(getComputedStyle(dialog).colorScheme).toBe('dark');
});
