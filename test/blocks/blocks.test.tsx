import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, StrictMode, useEffect } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AirbyteProvider, type AirbyteProviderProps, Connect, ConnectButton, Connectors, OAuthCallbackPage, Playground } from '../../src/blocks/index.js';
import { type ConnectApi, readCallbackAddress } from '../../src/core/index.js';
import { type ConnectEvent, useConnect } from '../../src/hooks/index.js';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import '../../src/styles.css';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const LONG = { timeout: 5_000 };

function setUp(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ deleteDelay: 0, ...options });
  const client = sandbox.connectApi({ userId: 'ada' });
  const events: ConnectEvent[] = [];
  const user = userEvent.setup();
  const show = (children: ReactNode, props: Partial<AirbyteProviderProps> = {}) =>
    render(
      <StrictMode>
        <AirbyteProvider client={client} appearance={{ appName: 'Fernway' }} onEvent={(event) => events.push(event)} {...props}>
          {children}
        </AirbyteProvider>
      </StrictMode>,
    );
  return { sandbox, client, events, user, show };
}

/** The sign-in window of the test: it notes where it was led. */
function fakeWindow() {
  const visited: string[] = [];
  const child = { closed: false, document: { title: '' }, location: { replace: (url: string) => visited.push(url) }, focus: vi.fn(), close: vi.fn() };
  // SAFETY: the parts of a window that a sign-in touches; a test page may not open real popups.
  const open = vi.spyOn(window, 'open').mockReturnValue(child as unknown as Window);
  return { visited, open, child };
}

/** What the callback page of a page without a backend says. */
const land = (href: string) => {
  const { attemptId, state, params } = readCallbackAddress(href);
  act(() => void window.dispatchEvent(new MessageEvent('message', { data: { type: 'ack:params', attemptId, state, params }, origin: location.origin })));
};

const connectStripe = async (client: ConnectApi, name: string) => {
  const { Sealed } = await import('../../src/core/index.js');
  const values = new Sealed({ credentials: { api_key: 'sk_test' }, replication_config: { account_id: 'acct_1' } });
  return client.createConnector({ definition: 'stripe', method: 'bearerAuth', name, values });
};

async function typeStripeKey(user: ReturnType<typeof userEvent.setup>, key: string) {
  const form = within(await screen.findByRole('dialog'));
  await user.type(await form.findByRole('textbox', { name: /account/i }, LONG), 'acct_1');
  const secret = document.querySelector('dialog input[type="password"]');
  if (!(secret instanceof HTMLInputElement)) throw new Error('The form has no secret field.');
  await user.type(secret, key);
  await user.click(form.getByRole('button', { name: 'Connect Stripe' }));
  return secret;
}

async function chooseSignIn(user: ReturnType<typeof userEvent.setup>) {
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByRole('button', { name: /sign in with hubspot/i }, LONG));
}

describe('ConnectButton', () => {
  it('connects by key in a dialog, from the picker, by keyboard alone', async () => {
    const { sandbox, events, user, show } = setUp();
    const onConnected = vi.fn();
    show(<ConnectButton onConnected={onConnected}>Connect your data</ConnectButton>);
    screen.getByRole('button', { name: 'Connect your data' }).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: /Stripe/ }, LONG);
    await user.keyboard('stri{Enter}');
    await typeStripeKey(user, 'sk_test_1');
    await screen.findByRole('heading', { name: /is connected/ }, LONG);
    expect(onConnected).toHaveBeenCalledTimes(1);
    expect(sandbox.connectors('ada')).toHaveLength(1);
    expect(events.map(({ type }) => type)).toEqual(['opened', 'definition_selected', 'connected']);
  });

  it('keeps what was typed when the service refuses it, and leaves no connector', async () => {
    const { sandbox, user, show } = setUp();
    show(<ConnectButton definition="stripe">Connect Stripe now</ConnectButton>);
    await user.click(screen.getByRole('button'));
    await typeStripeKey(user, 'sk_invalid');
    await waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).not.toBeNull(), LONG);
    expect(document.querySelector<HTMLInputElement>('dialog input[type="password"]')?.value).toBe('sk_invalid');
    expect(screen.getByRole('dialog').textContent).toContain('Stripe');
    expect(sandbox.connectors()).toEqual([]);
  });

  it('gives the focus back when the dialog is left', async () => {
    const { user, show, events } = setUp();
    show(<ConnectButton definition="stripe">Connect Stripe now</ConnectButton>);
    const button = screen.getByRole('button');
    button.focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    act(() => void screen.queryByRole('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(button);
    expect(events.at(-1)).toEqual({ type: 'closed' });
  });

  it('opens the sign-in window in the click and ends connected', async () => {
    const { sandbox, user, show } = setUp();
    const { visited, open, child } = fakeWindow();
    show(<ConnectButton definition="hubspot">Connect HubSpot now</ConnectButton>);
    await user.click(screen.getByRole('button'));
    await chooseSignIn(user);
    const go = await screen.findByRole('button', { name: 'Continue to HubSpot' }, LONG);
    expect(open).not.toHaveBeenCalled();
    // Not through `user`, which waits: the window must be there when the click's own task ends.
    act(() => {
      go.click();
      expect(open).toHaveBeenCalledTimes(1);
    });
    await waitFor(() => expect(visited).toHaveLength(1));
    land(sandbox.decideConsent(visited[0] ?? '', 'approve'));
    await screen.findByRole('heading', { name: /is connected/ }, LONG);
    expect(child.close).toHaveBeenCalled();
    expect(sandbox.connectors('ada')).toHaveLength(1);
  });

  it('gives the consent page as a link where the window was blocked and the attempt lives in the page, and goes on when it is done there', async () => {
    const { sandbox, user, show, events } = setUp();
    vi.spyOn(window, 'open').mockReturnValue(null);
    show(<ConnectButton definition="hubspot">Connect HubSpot now</ConnectButton>);
    await user.click(screen.getByRole('button'));
    await chooseSignIn(user);
    await user.click(await screen.findByRole('button', { name: 'Continue to HubSpot' }, LONG));
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Open HubSpot' }, LONG);
    expect(link.target).toBe('_blank');
    expect(screen.queryByRole('button', { name: 'Continue in this tab' })).toBeNull();
    expect(events).toContainEqual({ type: 'window_blocked' });
    land(sandbox.decideConsent(link.href, 'approve'));
    await waitFor(() => expect(sandbox.connectors()).toHaveLength(1), LONG);
    await waitFor(() => expect(events).toContainEqual(expect.objectContaining({ type: 'connected' })), LONG);
  });

  it('says that access was denied, and leads on', async () => {
    const { sandbox, user, show } = setUp();
    const { visited } = fakeWindow();
    show(<ConnectButton definition="hubspot">Connect HubSpot now</ConnectButton>);
    await user.click(screen.getByRole('button'));
    await chooseSignIn(user);
    await user.click(await screen.findByRole('button', { name: 'Continue to HubSpot' }, LONG));
    await waitFor(() => expect(visited).toHaveLength(1));
    land(sandbox.decideConsent(visited[0] ?? '', 'deny'));
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('oauth_denied'), LONG);
    expect(sandbox.connectors()).toEqual([]);
  });

  it('leaves nothing in the document after a hundred mounts', async () => {
    const { show } = setUp();
    const before = document.head.childElementCount + document.body.childElementCount;
    for (let count = 0; count < 100; count += 1) show(<ConnectButton>Connect</ConnectButton>).unmount();
    // Testing Library's own containers are removed by `unmount` of the root only after cleanup.
    for (const container of document.body.querySelectorAll(':scope > div:empty')) container.remove();
    expect(document.head.childElementCount + document.body.childElementCount).toBe(before);
  });
});

describe('Connect', () => {
  it('shows the flow where it stands, without a dialog', async () => {
    const { show } = setUp();
    show(<Connect />);
    expect(await screen.findByRole('option', { name: /Stripe/ }, LONG)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('begins again when closed', async () => {
    const { user, show, events } = setUp();
    show(<Connect />);
    await screen.findByRole('option', { name: /Stripe/ }, LONG);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('option', { name: /Stripe/ }, LONG)).toBeVisible();
    expect(events.map(({ type }) => type)).toEqual(['opened', 'closed', 'opened']);
  });
});

describe('Connectors', () => {
  it('lists, checks and disconnects', async () => {
    const { sandbox, client, user, show, events } = setUp();
    const { id } = await connectStripe(client, 'Acme Payments');
    show(<Connectors />);
    await screen.findByText('Acme Payments', undefined, LONG);
    await user.click(screen.getByRole('button', { name: 'More for Acme Payments' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Check now' }));
    await screen.findByText('Working', undefined, LONG);
    await user.click(screen.getByRole('button', { name: 'More for Acme Payments' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Disconnect' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: /^Disconnect/ }));
    await waitFor(() => expect(screen.queryByText('Acme Payments')).toBeNull(), LONG);
    expect(sandbox.connectors('ada')).toEqual([]);
    expect(events).toContainEqual({ type: 'disconnected', connectorId: id });
  });
});

describe('Playground', () => {
  it('runs a list and asks for the next page', async () => {
    const { client, user, show } = setUp();
    const { id } = await connectStripe(client, 'Acme Payments');
    show(<Playground connectorId={id} />);
    await screen.findByText('Acme Payments', undefined, LONG);
    await user.click(await screen.findByRole('button', { name: 'Run' }, LONG));
    const next = await screen.findByRole('button', { name: /next page/i }, LONG);
    const first = document.querySelector('[data-ack-slot="result-table"]')?.textContent;
    await user.click(next);
    await waitFor(() => expect(document.querySelector('[data-ack-slot="result-table"]')?.textContent ?? first).not.toBe(first), LONG);
  });
});

describe('OAuthCallbackPage', () => {
  it('says that there is nothing to finish, and needs no provider', async () => {
    render(<OAuthCallbackPage endpoint={null} appName="Fernway" />, { reactStrictMode: true });
    expect(await screen.findByRole('heading', { name: 'There is no sign-in to finish' })).toBeVisible();
  });
});

describe('the provider', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['both endpoint and client', { endpoint: '/api' }, 'both `endpoint` and `client`'],
    ['an endpoint that is an object', { client: undefined, endpoint: {} }, '`endpoint` is not a path'],
  ])('refuses %s with a sentence', (_, props, sentence) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { show } = setUp();
    expect(() => show(null, props)).toThrowError(expect.objectContaining({ code: 'invalid_prop', message: expect.stringContaining(sentence) }));
  });

  it('opens its dialog for connect() and settles the promise when it is left', async () => {
    const { user, show } = setUp();
    const settled: string[] = [];
    function Own() {
      const { connect } = useConnect();
      const open = () => connect({ definition: 'stripe' }).catch((error: { code: string }) => settled.push(error.code));
      return (
        <button type="button" onClick={() => void open()}>
          Own
        </button>
      );
    }
    show(<Own />);
    await user.click(screen.getByRole('button', { name: 'Own' }));
    // The screen of the wait gives way to the form's, and takes its own button along.
    await screen.findByRole('heading', { name: /^Enter your Stripe/ });
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(settled).toEqual(['flow_closed']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows one dialog at a time: a second connect() takes the place of the first', async () => {
    const { user, show } = setUp();
    const settled: string[] = [];
    function Own() {
      const { connect } = useConnect();
      useEffect(() => {
        const open = (definition: string) => void connect({ definition }).catch(({ code }: { code: string }) => settled.push(`${definition} ${code}`));
        open('hubspot');
        open('stripe');
      }, [connect]);
      return null;
    }
    show(<Own />);
    expect(await screen.findByRole('dialog', { name: /Stripe/ }, LONG)).toBeVisible();
    expect(document.querySelectorAll('dialog[open]')).toHaveLength(1);
    expect(settled).toContain('hubspot flow_closed');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.querySelectorAll('dialog')).toHaveLength(0);
  });

  it('closes the dialog of the last user', async () => {
    const { client, user } = setUp();
    const page = (userKey: string) => (
      <StrictMode>
        <AirbyteProvider client={client} userKey={userKey}>
          <ConnectButton definition="stripe">Connect Stripe now</ConnectButton>
        </AirbyteProvider>
      </StrictMode>
    );
    const { rerender } = render(page('ada'));
    await user.click(screen.getByRole('button'));
    await screen.findByRole('dialog');
    rerender(page('bob'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
