import { act, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectError, type ConnectFlowAction, type ConnectFlowState, initialFlow, reduceFlow } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { connectorOf, definitions, hubspot, methodOf, stripe, zendesk } from '../../stories/fixtures/definitions.js';
import '../../src/styles.css';

beforeAll(async () => {
  await Promise.all([formScreens.load(), laterScreens.load(), loadValidate()]);
});

const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const error = new ConnectError('upstream_unavailable', 'Airbyte answered 502.');
const form: ConnectFlowState = { step: 'configuring', error: null, ...key };
const waiting = (window: 'open' | 'maybe_closed' | 'blocked'): ConnectFlowState => ({ step: 'authorising', attemptId: 'a', window, ...oauth });

/** The flow over its reducer, whose calls answer at once: the next screen is there before a second click or a repeated key. */
function Flow({ first, heard }: { first: ConnectFlowState; heard: string[] }) {
  const [state, setState] = useState(first);
  const go = (name: string, ...actions: ConnectFlowAction[]) => {
    heard.push(name);
    setState((now) => actions.reduce(reduceFlow, now));
  };
  const close = () => {
    heard.push('close');
    setState(initialFlow);
  };
  if (state.step === 'idle') return null;
  return (
    <Dialog aria-labelledby="title" onClose={close}>
      <ConnectScreens
        state={state}
        definitions={definitions}
        titleId="title"
        autoFocus
        onPick={() => go('pick', { type: 'pick', definitionId: stripe.id }, { type: 'definition_loaded', definition: zendesk })}
        onChooseMethod={(method) => go('method', { type: 'choose_method', method })}
        onSubmit={() => go('submit', { type: 'submit' }, { type: 'created', connector: connectorOf(stripe, 'Till') }, { type: 'checked', status: 'verified' })}
        onAuthorise={() => go('authorise', { type: 'authorise' })}
        onShowWindow={() => go('show')}
        onReopen={() => go('reopen', { type: 'window', window: 'open' })}
        onContinueInTab={() => go('tab')}
        onBack={() => go('back', { type: 'back' })}
        onRetry={() => go('retry', { type: 'recheck' }, { type: 'failed', error })}
        onConnectAnother={() => go('another', { type: 'open' })}
        onClose={close}
      />
    </Dialog>
  );
}

function draw(first: ConnectFlowState) {
  const heard: string[] = [];
  render(
    <StrictMode>
      <Flow first={first} heard={heard} />
    </StrictMode>,
  );
  return heard;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const secret = () => screen.getByLabelText<HTMLInputElement>('Secret key');

async function fillForm() {
  await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
  await userEvent.fill(secret(), 'rk_live_1');
}

/** Each control that changes the screen, and what it asks for. */
const CONTROLS: readonly [string, ConnectFlowState, string | RegExp, string][] = [
  ['a way of signing in', { step: 'choosingMethod', definition: zendesk }, /^API token/, 'method'],
  ['Back', { step: 'configuring', error: null, definition: zendesk, method: methodOf(zendesk, 'zendeskAPIToken') }, 'Back', 'back'],
  ['the consent', { step: 'configuring', error: null, ...oauth }, 'Continue to HubSpot', 'authorise'],
  ['Cancel of a wait', waiting('open'), 'Cancel', 'back'],
  ['a window that opens again', waiting('maybe_closed'), 'Open HubSpot again', 'reopen'],
  ['a window that was blocked', waiting('blocked'), 'Try the window again', 'reopen'],
  ['a failed sign-in', { step: 'failed', from: 'authorising', connector: null, error, ...oauth }, 'Try again', 'authorise'],
  ['a failed check', { step: 'failed', from: 'checking', connector: connectorOf(stripe, 'Till'), error, ...key }, 'Check again', 'retry'],
  ['another one', { step: 'connected', connector: connectorOf(stripe, 'Till'), ...key }, 'Connect another service', 'another'],
];

describe('a double click', () => {
  it('on a service acts on no control of the next screen', async () => {
    const heard = draw({ step: 'picking' });
    await userEvent.dblClick(screen.getByRole('option', { name: /Stripe/ }));
    expect(heard).toEqual(['pick']);
  });

  it.each(CONTROLS)('on %s asks once', async (_, state, name, asked) => {
    const heard = draw(state);
    await userEvent.dblClick(button(name));
    expect(heard).toEqual([asked]);
  });

  it('that is a triple one acts on no control of the next screen either', () => {
    const heard = draw({ step: 'configuring', error: null, ...oauth });
    const click = (name: string, detail: number) => act(() => button(name).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail })));
    click('Continue to HubSpot', 1);
    click('Cancel', 2);
    click('Cancel', 3);
    expect(heard).toEqual(['authorise']);
    click('Cancel', 1);
    expect(heard).toEqual(['authorise', 'back']);
  });

  it('stores once, and does not press Done', async () => {
    const heard = draw(form);
    await fillForm();
    await userEvent.dblClick(button('Connect Stripe'));
    expect(await screen.findByRole('button', { name: 'Done' })).toBeVisible();
    expect(heard).toEqual(['submit']);
  });

  it.each(['Cancel', 'Close'])('on %s asks, and discards nothing', async (name) => {
    const heard = draw(form);
    await userEvent.fill(secret(), 'rk_live_1');
    await userEvent.dblClick(button(name));
    expect(screen.getByRole('alertdialog')).toBeVisible();
    await userEvent.dblClick(button('Keep editing'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(heard).toEqual([]);
    expect(secret().value).toBe('rk_live_1');
  });

  it('in a field marks a word, as anywhere', async () => {
    draw(form);
    const field = screen.getByLabelText<HTMLInputElement>('Account ID');
    await userEvent.fill(field, 'acct');
    await userEvent.dblClick(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
  });

  it('of which the first click opened the dialog does nothing in it', () => {
    const heard = draw({ step: 'connected', connector: connectorOf(stripe, 'Till'), ...key });
    button('Done').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    expect(heard).toEqual([]);
  });

  it('beside the dialog, of which the first click opened it, leaves it open', () => {
    const heard = draw({ step: 'picking' });
    const dialog = screen.getByRole('dialog');
    dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 1, clientY: 1 }));
    dialog.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2, clientX: 1, clientY: 1 }));
    expect(heard).toEqual([]);
  });
});

it('a second tap at the same place acts on no control of the next screen, one elsewhere does', () => {
  const heard = draw({ step: 'configuring', error: null, ...oauth });
  const tap = (element: HTMLElement, clientX: number) => {
    const event = { bubbles: true, cancelable: true, detail: 1, pointerType: 'touch', clientX, clientY: 300 };
    act(() => element.dispatchEvent(new PointerEvent('click', event)));
  };
  tap(button('Continue to HubSpot'), 200);
  tap(screen.getByRole('button', { name: 'Cancel' }), 203);
  expect(heard).toEqual(['authorise']);
  tap(screen.getByRole('button', { name: 'Cancel' }), 20);
  expect(heard).toEqual(['authorise', 'back']);
});

describe('Enter held down', () => {
  it.each(CONTROLS)('on %s asks once', async (_, state, name, asked) => {
    const heard = draw(state);
    button(name).focus();
    await userEvent.keyboard('{Enter>4/}');
    expect(heard).toEqual([asked]);
  });

  it('in a field stores once', async () => {
    const heard = draw(form);
    await fillForm();
    await userEvent.keyboard('{Enter>4/}');
    expect(await screen.findByRole('button', { name: 'Done' })).toBeVisible();
    expect(heard).toEqual(['submit']);
  });

  it('on Close asks once', async () => {
    const heard = draw(form);
    await userEvent.fill(secret(), 'rk_live_1');
    button('Close').focus();
    await userEvent.keyboard('{Enter>4/}');
    expect(screen.getByRole('alertdialog')).toBeVisible();
    expect(heard).toEqual([]);
  });
});

it('hears no press on what a page has beside the screens', () => {
  const nothing = () => undefined;
  const actions = { onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing };
  const rest = { onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing, definitions };
  const at = (state: ConnectFlowState) => (
    <div>
      <ConnectScreens {...actions} {...rest} state={state} />
      <button type="button">More</button>
    </div>
  );
  const { rerender } = render(at(form));
  const isHeard = (event: Event) => fireEvent(button('More'), event);
  const click = (detail: number) => isHeard(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
  expect(isHeard(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'Enter', repeat: true }))).toBe(true);
  expect(click(1)).toBe(true);
  rerender(at(waiting('open')));
  expect(click(2)).toBe(true);
});

it('a press on a button of a wait that became another button meanwhile is none', () => {
  const { rerender } = render(<p />);
  const heard: string[] = [];
  const on = (name: string) => () => void heard.push(name);
  const at = (window: 'open' | 'blocked') => (
    <ConnectScreens
      state={waiting(window)}
      definitions={definitions}
      onPick={on('pick')}
      onChooseMethod={on('method')}
      onSubmit={on('submit')}
      onAuthorise={on('authorise')}
      onShowWindow={on('show')}
      onReopen={on('reopen')}
      onContinueInTab={on('tab')}
      onBack={on('back')}
      onRetry={on('retry')}
      onConnectAnother={on('another')}
      onClose={on('close')}
    />
  );
  rerender(at('open'));
  const cancel = button('Cancel');
  rerender(at('blocked'));
  expect(cancel.isConnected).toBe(false);
});
