import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { ConnectError, type ConnectErrorCode, type ConnectFlowState, ERROR_CODES, isConnectErrorCode } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { en } from '../../src/i18n/index.js';
import { connectorOf, definitions, hubspot, methodOf, stripe, zendesk } from '../../stories/fixtures/definitions.js';

beforeAll(() => Promise.all([formScreens.load(), loadValidate()]));

const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const configuring: ConnectFlowState = { step: 'configuring', error: null, ...key };

const NAMES = [
  ...(['onPick', 'onChooseMethod', 'onSubmit', 'onAuthorise', 'onShowWindow', 'onReopen', 'onContinueInTab'] as const),
  ...(['onBack', 'onRetry', 'onConnectAnother', 'onClose'] as const),
];

function draw(state: ConnectFlowState, props: Partial<ConnectScreensProps> = {}) {
  const heard: string[] = [];
  const on = (name: string) => (value?: unknown) => void heard.push([name, ...(value === undefined ? [] : [JSON.stringify(value)])].join(' '));
  // SAFETY: one function for each name, and `onRetry` and the like take no value.
  const handlers = Object.fromEntries(NAMES.map((name) => [name, on(name)])) as Record<(typeof NAMES)[number], () => void>;
  const at = (next: ConnectFlowState) => <ConnectScreens {...handlers} definitions={definitions} appName="Fernway" {...props} state={next} />;
  const { rerender, container } = render(at(state));
  return { heard, container, go: (next: ConnectFlowState) => rerender(at(next)) };
}

const said = () => screen.getAllByRole('status').at(-1)?.textContent;
const badge = (container: HTMLElement) => container.querySelector('[data-ack-slot="status-badge"]')?.getAttribute('data-tone') ?? null;
const failed = (code: ConnectErrorCode, subject: typeof oauth = oauth, requestId?: string): ConnectFlowState => ({
  ...{ step: 'failed', from: 'authorising', connector: null, ...subject },
  error: new ConnectError(code, 'for developers', { requestId }),
});

const notStored = (code: ConnectErrorCode): ConnectFlowState => ({
  ...{ step: 'failed', from: 'submitting', connector: null, ...key },
  error: new ConnectError(code, 'for developers'),
});

describe('what is heard and not only seen', () => {
  it('that values are being stored, and which step of a check runs', () => {
    const { go } = draw(configuring);
    go({ step: 'submitting', ...key });
    expect(said()).toBe('Connecting Stripe');
    go({ step: 'checking', connector: connectorOf(stripe, 'Till'), ...key });
    expect(screen.getAllByRole('listitem').map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  });

  it('that the window was blocked', () => {
    const { go, container } = draw({ step: 'authorising', attemptId: 'a', window: 'open', ...oauth });
    expect(badge(container)).toBeNull();
    go({ step: 'authorising', attemptId: 'a', window: 'blocked', ...oauth });
    expect(said()).toBe(en.flow.waiting.blocked.title);
    expect(badge(container)).toBe('warning');
  });

  it('that a service is still on its way', () => {
    const { container } = draw({ step: 'loading', definitionId: 'hubspot' });
    expect(container.querySelectorAll('[aria-busy="true"]')).toHaveLength(1);
    expect(screen.getByRole('heading')).toHaveTextContent('Getting HubSpot ready');
    expect(within(container.querySelector('header') ?? container).getByText('HubSpot')).toBeVisible();
  });

  it('what becomes of what was typed, with the question whether to discard it', async () => {
    draw(configuring);
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('alertdialog', { name: en.flow.discard.title })).toHaveAccessibleDescription(en.flow.discard.text);
  });
});

describe('what is connected', () => {
  const ended = (step: 'connected' | 'unverified', name: string): ConnectFlowState => ({ step, connector: connectorOf(hubspot, name), ...oauth });

  it('is named in its own direction, on a sign that says whether it was tried', () => {
    const { container, go } = draw(ended('connected', 'خدمة Acme'));
    const account = screen.getByText('خدمة Acme', { selector: 'dd *' });
    expect(account.tagName).toBe('BDI');
    expect(within(container.querySelector('header') ?? container).getByText('HubSpot').tagName).toBe('BDI');
    expect(badge(container)).toBe('success');
    go(ended('unverified', 'خدمة Acme'));
    expect(badge(container)).toBe('warning');
  });

  it('is not named twice where nobody gave it a name', () => {
    draw(ended('connected', 'HubSpot'));
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['HubSpot', oauth.method.label]);
  });

  it('shows the service’s logo where it has one', () => {
    const iconUrl = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    const { container } = draw({ ...ended('connected', 'Acme'), definition: { ...hubspot, iconUrl } } as ConnectFlowState);
    expect(container.querySelectorAll(`img[src="${iconUrl}"]`)).toHaveLength(2);
  });
});

describe('an account that is connected already', () => {
  const reconnects = { name: 'Shop in Berlin' };
  it.each<[string, ConnectFlowState, string]>([
    ['whose way is chosen', { step: 'choosingMethod', definition: hubspot }, 'How do you want to reconnect Shop in Berlin?'],
    ['that gets a new key', configuring, 'Replace your Stripe secret key'],
    ['that is signed in to anew', { step: 'configuring', error: null, ...oauth }, 'Sign in to HubSpot again'],
  ])('is named on the screen of one %s', (_, state, title) => {
    draw(state, { reconnects });
    expect(screen.getByRole('heading')).toHaveTextContent(title);
    expect(screen.queryByRole('button', { name: /^Connect Stripe/ })).toBeNull();
    expect(screen.getByText(/^For Shop in Berlin\. Its name stays; all other details are replaced\./)).toBeVisible();
  });
});

it('is reconnected by a button that says so, also while it is stored', () => {
  const { go } = draw(configuring, { reconnects: { name: 'Shop in Berlin' } });
  expect(screen.getByRole('button', { name: 'Reconnect Stripe' })).toHaveAttribute('type', 'submit');
  go({ step: 'submitting', ...key });
  expect([screen.getByRole('button', { name: 'Reconnecting Stripe' }).ariaDisabled, said()]).toEqual(['true', 'Reconnecting Stripe']);
});

describe('another account', () => {
  const connected: ConnectFlowState = { step: 'connected', connector: connectorOf(hubspot, 'Acme'), ...oauth };
  it.each([
    [true, 'Connect another service'],
    [false, 'Connect another HubSpot account'],
  ])('is of any service only where there is a picker: %s', (hasPicker, name) => {
    const { heard } = draw(connected, { hasPicker });
    fireEvent.click(screen.getByRole('button', { name }));
    expect(heard).toEqual(['onConnectAnother']);
  });
});

describe('while values are stored', () => {
  it('none of them can be changed, and the button sends them no second time', () => {
    const { go, container } = draw(configuring);
    go({ step: 'submitting', ...key });
    const boxes = [...container.querySelectorAll('input')];
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.filter((box) => !box.matches(':disabled, [readonly], [aria-disabled=true]'))).toEqual([]);
    expect(screen.getByRole('button', { name: 'Connecting Stripe' })).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('a failure', () => {
  it('gives the reference to quote, where there is one', async () => {
    const { container, go } = draw(failed('oauth_failed', oauth, 'req_7'));
    await userEvent.click(screen.getByText('Technical details'));
    expect([...container.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual(['oauth_failed', 'req_7', expect.stringMatching(/\d/)]);
    go(failed('oauth_failed'));
    expect(container.querySelectorAll('dd')).toHaveLength(2);
  });

  it('has a button that does what it says, whatever the code', () => {
    const codes = Object.keys(ERROR_CODES)
      .filter(isConnectErrorCode)
      .filter((code) => code !== 'attempt_replaced');
    const { heard, go } = draw(configuring);
    const reload = (event: Event) => {
      event.preventDefault();
      heard.push('navigationType' in event ? `page ${event.navigationType}` : event.type);
    };
    navigation.addEventListener('navigate', reload);
    const pressed = codes.map((code) => {
      go(failed(code));
      const { action } = en.errors[code]({ service: 'HubSpot', app: 'Fernway', signedIn: true });
      fireEvent.click(screen.getByRole('button', { name: action }));
      return [code, action, heard.pop()];
    });
    navigation.removeEventListener('navigate', reload);
    const does: Readonly<Record<string, string>> = {
      ...{ Back: 'onBack', 'Connect again': 'onBack', 'Reload the page': 'page reload' },
      ...{ 'Try again': 'onAuthorise {}', 'Sign in again': 'onAuthorise {}' },
    };
    expect(pressed).toEqual(pressed.map(([code, action]) => [code, action, does[action ?? '']]));
  });

  const ways = (container: HTMLElement) => within(container.querySelector('footer') ?? container).getAllByRole('button');

  it.each(['session_missing', 'version_mismatch'] as const)(
    'that only a new page ends leads back to a filled form first, and says what reloading does: %s',
    async (code) => {
      const { container, heard, go } = draw(configuring);
      await userEvent.fill(screen.getByLabelText('Secret key'), 'rk_1');
      go(notStored(code));
      expect(ways(container).map(({ textContent }) => textContent)).toEqual(['Reload the page', 'Back to the form']);
      expect(screen.getByText(/What you typed is still in the form\..+clears the form/)).toBeVisible();
      fireEvent.click(screen.getByRole('button', { name: 'Back to the form' }));
      expect(heard).toEqual(['onBack']);
    },
  );

  it.each([
    ['upstream_unavailable', true, ['Back', 'Try again']],
    ['upstream_unavailable', false, ['Close', 'Try again']],
    ['definition_not_found', true, ['Cancel', 'Back']],
    ['definition_not_found', false, ['Close']],
  ] as const)('to load offers a way back only where there is a picker: %s, %s', (code, hasPicker, names) => {
    const error = new ConnectError(code, 'for developers');
    const { container, heard } = draw({ step: 'failed', from: 'loading', definitionId: 'hubspot', error }, { hasPicker });
    const [first] = ways(container);
    expect(ways(container).map(({ textContent }) => textContent)).toEqual(names);
    if (first !== undefined) fireEvent.click(first);
    expect(heard).toEqual([names[0] === 'Back' ? 'onBack' : 'onClose']);
  });

  it('that is none here, since a newer window has the sign-in, has no alarm: it is left, or the sign-in is begun here', () => {
    const { container, heard } = draw(failed('attempt_replaced'));
    expect([ways(container).map(({ textContent }) => textContent), badge(container)]).toEqual([['Sign in here instead', 'Close'], null]);
    for (const way of ways(container)) fireEvent.click(way);
    expect(heard).toEqual(['onAuthorise {}', 'onClose']);
  });

  it('of a sign-in that is not known promises nothing about what is saved', () => {
    draw(failed('attempt_unknown'));
    expect(screen.queryByText(/Nothing was saved/)).toBeNull();
    expect(screen.getByText(/Look at your connected services before you try again/)).toBeVisible();
  });

  it('of the check alone leaves what is connected: it says so, and why, and is done, or checked again', () => {
    const error = new ConnectError('timeout', 'slow');
    const { go, heard, container } = draw({ step: 'failed', from: 'checking', connector: connectorOf(hubspot, 'Acme'), error, ...oauth });
    expect(screen.getByRole('heading')).toHaveTextContent('Acme is connected, not checked yet');
    expect(screen.getByText(/^HubSpot took too long to answer\. The access is saved\./)).toBeVisible();
    expect(badge(container)).toBe('warning');
    for (const name of ['Check again', 'Done']) fireEvent.click(screen.getByRole('button', { name }));
    expect(heard).toEqual(['onRetry', 'onClose']);
    go({ step: 'failed', from: 'submitting', connector: null, error, ...key });
    expect(screen.queryByText(/is saved/)).toBeNull();
    expect(badge(container)).toBe('danger');
  });

  it('of the check alone asks nothing about what was typed: it is saved', async () => {
    const { heard, go } = draw(configuring);
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    go({ step: 'failed', from: 'checking', connector: connectorOf(stripe, 'Till'), error: new ConnectError('timeout', 'slow'), ...key });
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect([heard, screen.queryByRole('alertdialog')]).toEqual([['onClose'], null]);
  });

  it('of the check alone forgets what was typed, as it is connected: a refusal that comes later does not speak of it', async () => {
    const { go } = draw(configuring);
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    const connector = connectorOf(stripe, 'Till');
    go({ step: 'failed', from: 'checking', connector, error: new ConnectError('timeout', 'slow'), ...key });
    go({ step: 'checking', connector, ...key });
    go({ step: 'configuring', error: new ConnectError('credentials_refused', 'refused'), ...key });
    expect(screen.getByLabelText('Account ID')).toHaveValue('');
    expect(await screen.findByRole('alert')).toHaveTextContent(/^Nothing was saved$/);
  });

  it('says what became of what was typed', async () => {
    const { go } = draw(configuring);
    await userEvent.fill(screen.getByLabelText('Secret key'), 'rk_1');
    go(notStored('upstream_unavailable'));
    expect(screen.getByText('It may have been saved. What you typed is still in the form. Try again in a moment.')).toBeVisible();
    for (const code of ['network_unavailable', 'backend_unavailable', 'internal'] as const) {
      go(notStored(code));
      expect(screen.getByText(/^It may have been saved\. What you typed is still in the form\./)).toBeVisible();
    }
    go(failed('upstream_unavailable'));
    expect(screen.getByText('Nothing was changed. Try again in a moment.')).toBeVisible();
  });

  it('of storing what was typed sends the same again, or leads back to it', async () => {
    const { container, heard, go } = draw(configuring);
    await userEvent.fill(screen.getByLabelText('Secret key'), 'rk_1');
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    go(notStored('upstream_unavailable'));
    expect(ways(container).map(({ textContent }) => textContent)).toEqual(['Back to the form', 'Try again']);
    for (const way of ways(container)) fireEvent.click(way);
    expect(heard).toEqual(['onBack', 'onSubmit {"credentials":{"api_key":"rk_1"},"replication_config":{"account_id":"acct_1"}}']);
  });

  it('of storing what is forgotten by now has only the form to go on with, and does not say that it is there', async () => {
    const { container, heard, go } = draw(configuring);
    await userEvent.fill(screen.getByLabelText('Secret key'), 'rk_1');
    go(notStored('upstream_unavailable'));
    act(() => void window.dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(ways(container).map(({ textContent }) => textContent)).toEqual(['Back to the form']);
    expect(screen.getByText('It may have been saved. Try again in a moment.')).toBeVisible();
    for (const way of ways(container)) fireEvent.click(way);
    expect(heard).toEqual(['onBack']);
    for (const code of ['version_mismatch', 'create_unsettled', 'refused_connector_left'] as const) {
      go(notStored(code));
      expect(container).not.toHaveTextContent('still in the form');
    }
  });

  it.each([
    ['of storing', key, /^onSubmit/],
    ['of a sign-in', oauth, /^onAuthorise/],
  ] as const)('%s that came too often is tried again when its time has come, and says when', async (_, subject, expected) => {
    const { heard, go } = draw({ step: 'configuring', error: null, ...subject });
    if (subject === key) await userEvent.fill(screen.getByLabelText('Secret key'), 'rk_1');
    vi.useFakeTimers();
    go({ ...{ step: 'failed', from: 'submitting', connector: null, ...subject }, error: new ConnectError('rate_limited', 'slow', { retryAfter: 40 }) });
    expect(screen.getByRole('button', { name: 'Try again in 40 sec' })).toBeDisabled();
    expect(screen.queryByText(/40 seconds/)).toBeNull();
    act(() => void vi.advanceTimersByTime(39_500));
    expect(screen.getByRole('button', { name: 'Try again in 1 sec' })).toBeDisabled();
    act(() => void vi.advanceTimersByTime(1_000));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    vi.useRealTimers();
    expect(heard).toEqual([expect.stringMatching(expected)]);
  });

  it('to send too much leads to what is too long', () => {
    const { container, heard } = draw(notStored('body_too_large'));
    const [aside, on] = ways(container);
    expect([aside?.textContent, on?.textContent]).toEqual(['Cancel', 'Back']);
    if (on !== undefined) fireEvent.click(on);
    expect(heard).toEqual(['onBack']);
  });

  it('of a sign-in that had to ask first sends what was typed with the next one', async () => {
    const asking = { definition: zendesk, method: methodOf(zendesk, 'zendeskOAuth') };
    const { heard, go } = draw({ step: 'configuring', error: null, ...asking });
    await userEvent.fill(screen.getByLabelText('Zendesk subdomain'), 'acme');
    go(failed('oauth_denied', asking));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(heard).toEqual(['onAuthorise {"environment":{"subdomain":"acme"}}']);
  });

  it.each(['oauth_denied', 'invalid_input'] as const)('of a sign-in that lacks what it asked first leads to where it is asked: %s', async (code) => {
    const asking = { definition: zendesk, method: methodOf(zendesk, 'zendeskOAuth') };
    const { container, heard, go } = draw({ step: 'configuring', error: null, ...asking });
    await userEvent.fill(screen.getByLabelText('Zendesk subdomain'), 'acme');
    go(failed(code, asking));
    if (code === 'oauth_denied') act(() => void window.dispatchEvent(new PageTransitionEvent('pagehide')));
    const on = ways(container).at(-1);
    expect(on).toHaveAccessibleName(code === 'oauth_denied' ? 'Connect another way' : 'Back');
    if (on !== undefined) fireEvent.click(on);
    expect(heard).toEqual(['onBack']);
  });
});

describe('a tab that was away for ten minutes', () => {
  afterEach(() => vi.restoreAllMocks());

  function sleeper() {
    const visibility = vi.spyOn(document, 'visibilityState', 'get');
    const clock = vi.spyOn(Date, 'now');
    return (state: DocumentVisibilityState, at: number) => {
      visibility.mockReturnValue(state);
      clock.mockReturnValue(at);
      act(() => void document.dispatchEvent(new Event('visibilitychange')));
    };
  }
  const notice = () => screen.queryByText(en.flow.cleared.title);

  it('has forgotten the secrets as soon as it wakes, and says so until something is typed; the rest is there', async () => {
    const { heard } = draw(configuring);
    const [account, secret] = [screen.getByLabelText('Account ID'), screen.getByLabelText('Secret key')];
    await userEvent.fill(account, 'acct_1');
    await userEvent.fill(secret, 'rk_1');
    const turn = sleeper();
    turn('hidden', 0);
    turn('visible', 599_000);
    expect([account, secret].map((box) => box.matches('input') && 'value' in box && box.value)).toEqual(['acct_1', 'rk_1']);
    expect(notice()).toBeNull();
    turn('hidden', 600_000);
    turn('visible', 1_200_000);
    turn('hidden', 1_300_000);
    turn('visible', 1_900_000);
    vi.restoreAllMocks();
    expect(account).toHaveValue('acct_1');
    expect(secret).toHaveValue('');
    expect(document.documentElement.outerHTML).not.toContain('rk_1');
    expect(notice()).toBeVisible();
    await userEvent.fill(secret, 'rk_2');
    expect(notice()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Connect Stripe' }));
    expect(heard).toEqual(['onSubmit {"credentials":{"api_key":"rk_2"},"replication_config":{"account_id":"acct_1"}}']);
  });

  it('says nothing where nothing was lost', async () => {
    draw(configuring);
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    const turn = sleeper();
    turn('hidden', 0);
    turn('visible', 600_000);
    expect(screen.getByLabelText('Account ID')).toHaveValue('acct_1');
    expect(notice()).toBeNull();
  });

  it('has forgotten everything where nobody tells what is secret', async () => {
    const open = {
      ...key.method,
      schema: { type: 'object', properties: { credentials: { type: 'object', properties: { token: { type: 'string', title: 'Token', default: 'x' } } } } },
    };
    draw({ ...configuring, definition: { ...stripe, methods: [open] }, method: open } as ConnectFlowState);
    await userEvent.fill(screen.getByLabelText(/^Token/), 'rk_1');
    const turn = sleeper();
    turn('hidden', 0);
    turn('visible', 600_000);
    expect(screen.getByLabelText(/^Token/)).toHaveValue('x');
    expect(notice()).toBeVisible();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
