import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectError, type ConnectErrorCode, type ConnectFlowState, ERROR_CODES } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { connectorOf, definitions, hubspot, methodOf, stripe, zendesk } from '../../stories/fixtures/definitions.js';
import { eventually } from '../setup/eventually.js';

beforeAll(async () => {
  await Promise.all([formScreens.load(), loadValidate()]);
});

const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const connector = connectorOf(stripe, 'Acme Payments');
const configuring: ConnectFlowState = { step: 'configuring', error: null, ...key };

function actions() {
  const names = [
    'onPick',
    'onChooseMethod',
    'onSubmit',
    'onAuthorise',
    'onShowWindow',
    'onReopen',
    'onContinueInTab',
    'onBack',
    'onRetry',
    'onConnectAnother',
    'onClose',
  ] as const;
  const heard: string[] = [];
  const on = (name: string) => (value?: unknown) => void heard.push(value === undefined ? name : `${name} ${JSON.stringify(value)}`);
  const [onPick, onChooseMethod, onSubmit, onAuthorise, onShowWindow, onReopen, onContinueInTab, onBack, onRetry, onConnectAnother, onClose] = names.map(on);
  if (
    !onPick ||
    !onChooseMethod ||
    !onSubmit ||
    !onAuthorise ||
    !onShowWindow ||
    !onReopen ||
    !onContinueInTab ||
    !onBack ||
    !onRetry ||
    !onConnectAnother ||
    !onClose
  )
    throw new Error('an action is missing');
  return {
    heard,
    handlers: { onPick, onChooseMethod, onSubmit, onAuthorise, onShowWindow, onReopen, onContinueInTab, onBack, onRetry, onConnectAnother, onClose },
  };
}

function draw(state: ConnectFlowState, props: Partial<ConnectScreensProps> = {}) {
  const { heard, handlers } = actions();
  const at = (next: ConnectFlowState) => (
    <StrictMode>
      <ConnectScreens {...handlers} definitions={definitions} appName="Fernway" {...props} state={next} />
    </StrictMode>
  );
  const { rerender, unmount } = render(at(state));
  return { heard, unmount, go: (next: ConnectFlowState) => rerender(at(next)), user: userEvent.setup() };
}

const secret = () => screen.getByLabelText<HTMLInputElement>('Secret key');

describe('what was typed', () => {
  afterEach(() => vi.useRealTimers());

  it('is still there when the service refuses it, at the field, with the service’s name', async () => {
    const { go, user, heard } = draw(configuring);
    await user.type(secret(), 'rk_invalid');
    await user.type(screen.getByLabelText('Account ID'), 'acct_1');
    await user.click(screen.getByRole('button', { name: 'Connect Stripe' }));
    expect(heard).toEqual(['onSubmit {"credentials":{"api_key":"rk_invalid"},"replication_config":{"account_id":"acct_1"}}']);
    go({ step: 'submitting', ...key });
    go({ step: 'checking', connector, ...key });
    expect(screen.queryByLabelText('Secret key')).toBeNull();
    go({ step: 'configuring', error: new ConnectError('credentials_refused', 'refused'), ...key });
    expect(secret().value).toBe('rk_invalid');
    expect(secret()).toHaveAccessibleDescription(/Stripe refused this secret key/);
    expect(document.activeElement).toBe(secret());
  });

  it('is forgotten when the connector is connected, and with another method', async () => {
    const { go, user } = draw(configuring);
    await user.type(secret(), 'rk_live_1');
    go({ step: 'connected', connector, ...key });
    expect(document.documentElement.outerHTML).not.toContain('rk_live_1');
    go(configuring);
    expect(secret().value).toBe('');
    await user.type(secret(), 'rk_live_2');
    go({ step: 'configuring', error: null, definition: zendesk, method: methodOf(zendesk, 'zendeskAPIToken') });
    go(configuring);
    expect(secret().value).toBe('');
  });

  it('is forgotten when the page is left, and when the tab was hidden for ten minutes, not before', async () => {
    const { user, unmount } = draw(configuring);
    await user.type(secret(), 'rk_live_1');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await eventually(() => expect(secret().value).toBe(''));
    await user.type(secret(), 'rk_live_2');
    vi.useFakeTimers();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(599_000);
    expect(secret().value).toBe('rk_live_2');
    await vi.advanceTimersByTimeAsync(2_000);
    visibility.mockRestore();
    expect(secret().value).toBe('');
    unmount();
  });
});

describe('focus', () => {
  it('has the focus in a dialog that opens with it, mounted twice as well', () => {
    const { handlers } = actions();
    render(
      <StrictMode>
        <Dialog aria-label="Connect" onClose={() => undefined}>
          <ConnectScreens state={{ step: 'choosingMethod', definition: hubspot }} definitions={definitions} appName="Fernway" autoFocus {...handlers} />
        </Dialog>
      </StrictMode>,
    );
    expect(screen.getByRole('heading', { name: 'How do you want to connect HubSpot?' })).toHaveFocus();
  });

  it('goes to the title of each new screen, and stays where it is while the form is submitted', async () => {
    const { go } = draw({ step: 'choosingMethod', definition: hubspot }, { autoFocus: true });
    expect(document.activeElement).toHaveTextContent('How do you want to connect HubSpot?');
    go({ step: 'configuring', error: null, ...oauth });
    expect(document.activeElement).toHaveTextContent('Sign in to HubSpot');
    go({ step: 'authorising', attemptId: null, window: 'open', ...oauth });
    expect(document.activeElement).toHaveTextContent('Finish in the HubSpot window');
    go({ step: 'connected', connector: connectorOf(hubspot, 'Acme Marketing'), ...oauth });
    expect(document.activeElement).toHaveTextContent('Acme Marketing is connected');
  });

  it('is not taken from the page by a flow that is drawn in it', () => {
    draw({ step: 'choosingMethod', definition: hubspot });
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the ways on', () => {
  const press = async (state: ConnectFlowState, name: string | RegExp) => {
    const { heard, user, unmount } = draw(state);
    await user.click(screen.getByRole('button', { name }));
    unmount();
    return heard;
  };
  const failure = (code: ConnectErrorCode, from: 'authorising' | 'checking' = 'authorising'): ConnectFlowState => ({
    step: 'failed',
    from,
    connector: null,
    error: new ConnectError(code, code),
    ...oauth,
  });

  it('start the sign-in in the click, without inputs', async () => {
    expect(await press({ step: 'configuring', error: null, ...oauth }, 'Continue to HubSpot')).toEqual(['onAuthorise {}']);
  });

  it('ask what is needed before consent', async () => {
    const { heard, user } = draw({ step: 'configuring', error: null, definition: zendesk, method: methodOf(zendesk, 'zendeskOAuth') });
    await user.click(screen.getByRole('button', { name: 'Continue to Zendesk Support' }));
    expect(heard).toEqual([]);
    expect(document.activeElement).toBe(screen.getByLabelText('Zendesk subdomain'));
    await user.keyboard('acme{Enter}');
    expect(heard).toEqual(['onAuthorise {"environment":{"subdomain":"acme"}}']);
  });

  it('lead back to the window, to this tab, or out of the wait', async () => {
    const waiting = (window: 'open' | 'maybe_closed' | 'blocked'): ConnectFlowState => ({ step: 'authorising', attemptId: 'a', window, ...oauth });
    expect(await press(waiting('open'), 'Show the window')).toEqual(['onShowWindow']);
    expect(await press(waiting('maybe_closed'), 'Open HubSpot again')).toEqual(['onReopen']);
    expect(await press(waiting('blocked'), 'Continue in this tab')).toEqual(['onContinueInTab']);
    expect(await press(waiting('blocked'), 'Try the window again')).toEqual(['onReopen']);
  });

  it('offer only the window where the tab can not be left', async () => {
    const { heard, user } = draw({ step: 'authorising', attemptId: 'a', window: 'blocked', ...oauth }, { canContinueInTab: false });
    expect(screen.queryByRole('button', { name: 'Continue in this tab' })).toBeNull();
    expect(screen.getByText(/Allow windows for this page/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try the window again' }));
    expect(heard).toEqual(['onReopen']);
  });

  it('start a new sign-in after a denied one, sign in again after a refused one, go back where repeating is of no use', async () => {
    expect(await press(failure('oauth_denied'), 'Try again')).toEqual(['onAuthorise {}']);
    expect(await press(failure('credentials_refused', 'checking'), 'Sign in again')).toEqual(['onAuthorise {}']);
    expect(await press(failure('oauth_denied'), 'Connect another way')).toEqual(['onBack']);
    expect(await press(failure('definition_not_enabled'), 'Back')).toEqual(['onBack']);
  });

  it('end with Done, or with another connection', async () => {
    const connected: ConnectFlowState = { step: 'connected', connector, ...key };
    expect(await press(connected, 'Done')).toEqual(['onClose']);
    expect(await press(connected, 'Connect another service')).toEqual(['onConnectAnother']);
  });

  it.each(Object.keys(ERROR_CODES))('have a title, a sentence and a button for %s, and never its developer message', (code) => {
    const known = Object.keys(ERROR_CODES).find((name): name is ConnectErrorCode => name === code);
    if (known === undefined) throw new Error(`${code} is not a code`);
    draw({ step: 'failed', from: 'authorising', connector: null, error: new ConnectError(known, 'for developers only'), ...oauth });
    expect(screen.getByRole('heading').textContent).toMatch(/\w/);
    expect(within(screen.getByRole('contentinfo')).getAllByRole('button').length).toBeGreaterThan(0);
    expect(document.body.textContent).not.toMatch(/for developers only|Oops/i);
  });
});

it.each([
  ['Copied', () => Promise.resolve()],
  ['Select and copy by hand', () => Promise.reject(new Error('not allowed'))],
])('says %j after the details of a failure were copied, or were not', async (said, writeText) => {
  const { user } = draw({
    step: 'failed',
    from: 'authorising',
    connector: null,
    error: new ConnectError('oauth_denied', 'denied', { requestId: 'req_1' }),
    ...oauth,
  });
  const copying = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
  await user.click(screen.getByText('Technical details'));
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(await screen.findByRole('button', { name: said })).toBeVisible();
  expect(copying.mock.calls[0]?.[0]).toMatch(/"code":"oauth_denied","requestId":"req_1"/);
  copying.mockRestore();
});

it('says what changes without moving focus', () => {
  const { go } = draw({ step: 'authorising', attemptId: 'a', window: 'open', ...oauth });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  go({ step: 'authorising', attemptId: 'a', window: 'maybe_closed', ...oauth });
  expect(screen.getByRole('status')).toHaveTextContent('Did the HubSpot window close?');
});
