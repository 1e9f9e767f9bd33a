import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConnectButton, Connectors, Playground } from '../../src/blocks/index.js';
import { type ConnectApi, Sealed } from '../../src/core/index.js';
import { arriveAt, enter, land, openPage, press, tabTo } from './keyboardHarness.js';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const LONG = { timeout: 5_000 };

const connectStripe = (client: ConnectApi) =>
  client.createConnector({
    ...{ definition: 'stripe', method: 'bearerAuth', name: 'Acme Payments' },
    values: new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_1' } }),
  });

describe('by keys alone', () => {
  it('a service is connected by its key; a refusal is heard at the field, and the focus ends where it began', async () => {
    const { sandbox, said, pointers } = openPage(<ConnectButton>Connect your data</ConnectButton>);
    await enter('button', 'Connect your data');
    const search = await screen.findByRole('combobox', { name: 'Search services' }, LONG);
    await expect.poll(() => document.activeElement === search, LONG).toBe(true);
    expect(screen.getByRole('dialog', { name: 'Connect your data' })).toContainElement(search);
    await press('stri');
    await expect.poll(() => said.join('\n')).toMatch(/1 result for “stri”/);
    await press('{Enter}');
    await arriveAt('Enter your Stripe secret key');
    await tabTo('textbox', 'Account ID');
    await press('acct_1');
    // Back over the button that shows it.
    await press('{Shift>}{Tab}{Tab}{/Shift}');
    const secret = screen.getByLabelText('Secret key');
    expect(secret).toHaveFocus();
    expect(secret).toHaveAccessibleDescription(/A restricted key with read access is enough/);
    await press('sk_invalid{Enter}');
    await expect.poll(() => screen.queryByLabelText('Secret key')?.getAttribute('aria-invalid'), LONG).toBe('true');
    expect(screen.getByLabelText('Secret key')).toHaveAccessibleDescription(/Stripe refused this secret key/);
    await expect.poll(() => document.activeElement === screen.getByLabelText('Secret key')).toBe(true);
    expect(said).toContain('Connecting Stripe');
    await press('{Control>}a{/Control}sk_test_1{Enter}');
    await arriveAt(/ is connected$/);
    await enter('button', 'Done');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Connect your data' }));
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(pointers.count).toBe(0);
  });

  it('a service is connected by signing in, and what is waited for is heard', async () => {
    const visited: string[] = [];
    const child = { closed: false, document: { title: '' }, location: { replace: (url: string) => visited.push(url) }, focus: vi.fn(), close: vi.fn() };
    // SAFETY: the parts of a window that a sign-in touches; a test page may not open real popups.
    vi.spyOn(window, 'open').mockReturnValue(child as unknown as Window);
    const { sandbox, pointers } = openPage(<ConnectButton definition="hubspot">Connect HubSpot now</ConnectButton>);
    await enter('button', 'Connect HubSpot now');
    await arriveAt('How do you want to connect HubSpot?');
    await enter('button', /sign in with hubspot/i);
    await arriveAt('Sign in to HubSpot');
    await enter('button', 'Continue to HubSpot');
    await arriveAt('Finish in the HubSpot window');
    await tabTo('button', 'Show the window');
    await tabTo('button', 'Cancel');
    await waitFor(() => expect(visited).toHaveLength(1), LONG);
    land(sandbox.decideConsent(visited[0] ?? '', 'approve'));
    await arriveAt(/ is connected$/);
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(pointers.count).toBe(0);
  });

  it('a connector is disconnected: the safe button has the focus, and the end is heard', async () => {
    const { sandbox, client, show, said, pointers } = openPage(null);
    await connectStripe(client);
    show(<Connectors />);
    await enter('button', 'More for Acme Payments');
    await expect.poll(() => document.activeElement?.getAttribute('role'), LONG).toBe('menuitem');
    await press('{End}{Enter}');
    const question = await screen.findByRole('alertdialog', { name: 'Disconnect Acme Payments?' });
    expect(question).toHaveAccessibleDescription(/Fernway stops reading this Stripe account/);
    await expect.poll(() => document.activeElement === screen.getByRole('button', { name: 'Keep connected' })).toBe(true);
    await enter('button', 'Disconnect Acme Payments');
    await expect.poll(() => said.join('\n'), LONG).toContain('Acme Payments is disconnected.');
    expect(sandbox.connectors('ada')).toEqual([]);
    expect(document.activeElement).not.toBe(document.body);
    expect(pointers.count).toBe(0);
  });

  it('an operation is run, and a status says how much came', async () => {
    const { client, show, pointers } = openPage(null);
    const { id } = await connectStripe(client);
    show(<Playground connectorId={id} />);
    await enter('button', 'Run');
    const region = await screen.findByRole('table', undefined, LONG);
    expect(region).toBeVisible();
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toMatch(/\d+ records?/);
    expect(pointers.count).toBe(0);
  });
});
