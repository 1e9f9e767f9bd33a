import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import type { ConnectFlowState } from '../../src/core/index.js';
import { connectorOf, definitions, hubspot, methodOf, stripe } from '../../stories/fixtures/definitions.js';

beforeAll(() => formScreens.load());

const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const connector = connectorOf(hubspot, 'Acme Marketing');
const authorising = (window: 'open' | 'maybe_closed' | 'blocked'): ConnectFlowState => ({ step: 'authorising', attemptId: 'a', window, ...oauth });

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};

function draw(state: ConnectFlowState, props: Partial<ConnectScreensProps> = {}) {
  const at = (next: ConnectFlowState) => <ConnectScreens {...ACTIONS} definitions={definitions} appName="Fernway" {...props} state={next} />;
  const { rerender } = render(at(state));
  return { go: (next: ConnectFlowState) => rerender(at(next)) };
}

// A form that is drawn has one of its own before it.
const heard = () => screen.getAllByRole('status').at(-1)?.textContent;

describe('a wait of more than ten seconds', () => {
  const cases: [string, ConnectFlowState, string][] = [
    ['for the service’s definition', { step: 'loading', definitionId: 'x' }, 'This takes longer than usual. You can wait, or cancel.'],
    ['for the sign-in window', authorising('open'), 'Take your time. If you cannot see the window, it may be behind this one.'],
    ['for storing', { step: 'submitting', ...key }, 'Stripe takes longer than usual. What you typed is kept while you wait.'],
    ['for the check', { step: 'checking', connector, ...oauth }, 'HubSpot takes longer than usual. You can wait, or cancel: then nothing is saved.'],
  ];

  it.each(cases)('%s is explained, to eyes and ears, and not before', (_, state, sentence) => {
    vi.useFakeTimers();
    try {
      draw(state);
      act(() => vi.advanceTimersByTime(9_900));
      expect(screen.queryAllByText(sentence)).toEqual([]);
      act(() => vi.advanceTimersByTime(200));
      expect(screen.getAllByText(sentence)).toHaveLength(2);
      expect(heard()).toBe(sentence);
    } finally {
      vi.useRealTimers();
    }
  });

  it('begins anew with the next wait', () => {
    vi.useFakeTimers();
    try {
      const { go } = draw(authorising('open'));
      act(() => vi.advanceTimersByTime(11_000));
      go({ step: 'checking', connector, ...oauth });
      expect(heard()).toBe('');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('without a network', () => {
  it('says so, that nothing is lost, and stops saying it', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    draw({ step: 'configuring', error: null, ...key });
    expect(heard()).toBe('You are offline. Nothing is lost. Go on when you are connected again.');
    const notice = screen.getByText('You are offline');
    expect(notice).toBeVisible();
    // The title keeps its place at the top.
    expect(screen.getByRole('heading', { name: /Enter your/ }).compareDocumentPosition(notice)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText('You are offline')).toBeNull();
    online.mockRestore();
  });

  it('sends nothing, keeps what was typed, and says why at the button', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const onSubmit = vi.fn();
    draw({ step: 'configuring', error: null, ...key }, { onSubmit });
    const button = screen.getByRole('button', { name: 'Connect Stripe' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(/You are offline/);
    await userEvent.type(screen.getByLabelText('Secret key'), 'sk_1');
    await userEvent.type(screen.getByLabelText('Account ID'), 'acct_1{Enter}');
    await userEvent.click(button);
    expect(onSubmit).not.toHaveBeenCalled();
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    await userEvent.click(button);
    expect(onSubmit).toHaveBeenCalledTimes(1);
    online.mockRestore();
  });

  it('opens no window for a sign-in', async () => {
    const onAuthorise = vi.fn();
    draw({ step: 'configuring', error: null, ...oauth }, { offline: true, onAuthorise });
    const button = screen.getByRole('button', { name: 'Continue to HubSpot' });
    expect(button).toHaveAccessibleDescription(/You are offline/);
    await userEvent.click(button);
    expect(onAuthorise).not.toHaveBeenCalled();
  });

  it('says nothing of it where all is done', () => {
    draw({ step: 'connected', connector, ...oauth }, { offline: true });
    expect(heard()).toBe('');
  });
});

describe('a sign-in that nothing opens', () => {
  it('gives the page itself, as a link of its own window that says nothing of this one', () => {
    draw(authorising('blocked'), { canContinueInTab: false, consentUrl: 'https://app.hubspot.com/oauth' });
    const link = screen.getByRole('link', { name: 'Open HubSpot' });
    expect(link).toHaveAttribute('href', 'https://app.hubspot.com/oauth');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noreferrer');
    expect(screen.getByRole('heading', { name: 'Open HubSpot to sign in' })).toBeVisible();
  });

  it('gives none where this tab can go on', () => {
    draw(authorising('blocked'), { consentUrl: 'https://app.hubspot.com/oauth' });
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByRole('button', { name: 'Continue in this tab' })).toBeVisible();
  });
});

describe('before consent', () => {
  const configuring = (operations: { entity: string; action: string; kind: 'read' | 'write' }[]): ConnectFlowState => ({
    ...{ step: 'configuring', error: null, ...oauth },
    definition: { ...hubspot, operations },
  });

  it('says what the application will be able to do', () => {
    draw(
      configuring([
        { entity: 'contacts', action: 'list', kind: 'read' },
        { entity: 'contacts', action: 'create', kind: 'write' },
      ]),
    );
    const list = screen.getByRole('list', { name: 'What Fernway will be able to do' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Read contacts', 'Create and change contacts']);
  });

  it('says that it changes nothing where it may only read', () => {
    draw(configuring([{ entity: 'contacts', action: 'list', kind: 'read' }]));
    expect(screen.getByText('Fernway changes nothing in HubSpot')).toBeVisible();
  });

  it('promises nothing where what it may do is not known', () => {
    draw({ step: 'configuring', error: null, ...oauth });
    expect(screen.queryByRole('list', { name: /able to do/ })).toBeNull();
  });
});

describe('a host’s own parts', () => {
  it('stand in place of the kit’s', () => {
    draw({ step: 'configuring', error: null, ...oauth }, { slots: { guide: ({ definition }) => <p>All about {definition.name}</p> } });
    expect(screen.getByText('All about HubSpot')).toBeVisible();
    expect(screen.queryByText(/asks whether to let Fernway in/)).toBeNull();
  });

  it('that throw are left out for the kit’s, and the rest keeps working', () => {
    const reported: unknown[] = [];
    const listen = (event: ErrorEvent) => {
      event.preventDefault();
      reported.push(event.error);
    };
    window.addEventListener('error', listen);
    const quiet = vi.spyOn(console, 'error').mockImplementation(nothing);
    onTestFinished(() => {
      window.removeEventListener('error', listen);
      quiet.mockRestore();
    });
    const Broken = () => {
      throw new Error('broken part');
    };
    draw({ step: 'configuring', error: null, ...oauth }, { slots: { guide: Broken } });
    expect(screen.getByText(/asks whether to let Fernway in/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Continue to HubSpot' })).toBeEnabled();
    expect(reported.map(String).join()).toContain('"guide"');
  });
});

it('gives its classes to the form in it too', () => {
  const { go } = draw(
    { step: 'configuring', error: null, ...key },
    { classNames: { input: 'host-input', 'dialog-footer': 'host-foot', permissions: 'host-list' } },
  );
  expect(screen.getByLabelText('Account ID')).toHaveClass('host-input');
  expect(screen.getByRole('button', { name: 'Connect Stripe' }).parentElement).toHaveClass('host-foot');
  const operations = [{ entity: 'contacts', action: 'list', kind: 'read' as const }];
  go({ step: 'configuring', error: null, ...oauth, definition: { ...hubspot, operations } });
  expect(screen.getByRole('list', { name: 'What Fernway will be able to do' }).parentElement).toHaveClass('host-list');
});
