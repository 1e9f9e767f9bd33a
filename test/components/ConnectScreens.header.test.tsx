import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { ConnectError, type ConnectFlowState } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { connectorOf, definitions, methodOf, stripe, zendesk } from '../../stories/fixtures/definitions.js';
import { NO_ACTIONS } from '../../stories/fixtures/noActions.js';
import '../../src/styles.css';

beforeAll(async () => {
  await Promise.all([formScreens.load(), laterScreens.load(), loadValidate()]);
});

const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const oauth = { definition: zendesk, method: methodOf(zendesk, 'zendeskOAuth') };
const connector = connectorOf(stripe, 'Acme Payments');
const error = new ConnectError('upstream_unavailable', 'Airbyte answered 502.');

const picking: ConnectFlowState = { step: 'picking' };
const loading: ConnectFlowState = { step: 'loading', definitionId: stripe.id };
const choosing: ConnectFlowState = { step: 'choosingMethod', definition: zendesk };
const consent: ConnectFlowState = { step: 'configuring', error: null, ...oauth };
const form: ConnectFlowState = { step: 'configuring', error: null, ...key };
const checking: ConnectFlowState = { step: 'checking', connector, ...key };

/** Every screen, in an order in which a person may meet them. */
const STATES: readonly ConnectFlowState[] = [
  picking,
  loading,
  choosing,
  consent,
  { step: 'authorising', attemptId: null, window: 'open', ...oauth },
  loading,
  form,
  { step: 'submitting', ...key },
  checking,
  { step: 'failed', from: 'checking', connector, error, ...key },
  { step: 'connected', connector, ...key },
  { step: 'unverified', connector, ...key },
];

it.each([
  { name: 'while it loads', state: loading, back: false },
  { name: 'at the choice of a method', state: choosing, back: false },
  { name: 'at the form of its only method', state: form, back: false },
  { name: 'at one of several methods', state: consent, back: true },
  { name: 'while it is stored', state: { step: 'submitting', ...key } as const, back: true },
])('a flow that began with a service leads back only to a step of its own: $name', ({ state, back }) => {
  const { rerender } = render(<ConnectScreens {...NO_ACTIONS} definitions={definitions} state={state} hasPicker={false} />);
  expect(screen.queryAllByRole('button', { name: 'Back' })).toHaveLength(back ? 1 : 0);
  rerender(<ConnectScreens {...NO_ACTIONS} definitions={definitions} state={state} />);
  expect(screen.queryAllByRole('button', { name: 'Back' })).toHaveLength(1);
});

function draw(first: ConnectFlowState, autoFocus = true) {
  const heard: string[] = [];
  const on = (name: string) => () => void heard.push(name);
  const at = (state: ConnectFlowState) => (
    <StrictMode>
      <section data-ack-slot="connect">
        <ConnectScreens
          state={state}
          definitions={definitions}
          autoFocus={autoFocus}
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
      </section>
    </StrictMode>
  );
  const { rerender } = render(at(first));
  return { heard, go: (state: ConnectFlowState) => rerender(at(state)) };
}

const close = () => screen.getByRole('button', { name: 'Close' });
const back = () => screen.getByRole('button', { name: 'Back' });

/** A press that begins on one screen and ends on the next. */
function pressOver(element: HTMLElement, change: () => void) {
  const event = { bubbles: true, cancelable: true, detail: 1 };
  element.dispatchEvent(new PointerEvent('pointerdown', event));
  change();
  const { left, top, width, height } = element.getBoundingClientRect();
  const under = document.elementFromPoint(left + width / 2, top + height / 2);
  // As a browser does it: a click only where both ends of the press meet the same element.
  if (element.isConnected && element.contains(under)) act(() => under?.dispatchEvent(new MouseEvent('click', event)));
}

describe('the head of the flow', () => {
  it('is the same through all screens: its Close', () => {
    const { go } = draw(picking);
    const first = close();
    for (const state of STATES) {
      go(state);
      expect(close(), state.step).toBe(first);
    }
  });

  it('is the same while there is a way back: its Back', () => {
    const { go } = draw(loading);
    const first = back();
    for (const state of [choosing, consent, loading, form, { step: 'submitting', ...key } satisfies ConnectFlowState]) {
      go(state);
      expect(back(), state.step).toBe(first);
    }
  });

  it.each(['Close', 'Back'])('hears a press on %s that begins while the service loads and ends on its form', (name) => {
    const { go, heard } = draw(loading);
    pressOver(screen.getByRole('button', { name }), () => go(form));
    expect(heard).toEqual([name.toLowerCase()]);
  });

  it('keeps the focus that a person gave it while the service loads', async () => {
    const { go, heard } = draw(loading);
    close().focus();
    go(form);
    expect(close()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(heard).toEqual(['close']);
  });

  it.each(['something of the page', 'nothing'])('leaves the focus on %s when what it began to load is there, in the page', (where) => {
    const { go } = draw(loading, false);
    const field = document.body.appendChild(document.createElement('input'));
    if (where !== 'nothing') field.focus();
    const focused = document.activeElement;
    go(form);
    expect(document.activeElement).toBe(focused);
    field.remove();
  });

  it('hands the focus on to the title of what was loading, where somebody has chosen it', () => {
    const { go } = draw(picking, false);
    for (const state of [loading, form]) {
      go(state);
      expect(screen.getByRole('heading', { level: 2 }), state.step).toHaveFocus();
    }
  });

  it('hands the focus to the title of what a wait ends with', () => {
    const { go } = draw(checking);
    close().focus();
    go({ step: 'connected', connector, ...key });
    expect(screen.getByRole('heading', { name: 'Acme Payments is connected' })).toHaveFocus();
  });

  it('hands the focus to the title of the picker that Back leads to, in the page as well', () => {
    const { go } = draw(form, false);
    back().focus();
    go(picking);
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  });
});
