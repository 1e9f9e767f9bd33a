import { act, render, screen } from '@testing-library/react';
import { userEvent as pointerUser } from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { ConnectError, type ConnectFlowAction, type ConnectFlowState, reduceFlow } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { definitions, methodOf, stripe } from '../../stories/fixtures/definitions.js';
import { NO_ACTIONS } from '../../stories/fixtures/noActions.js';
import '../../src/styles.css';

beforeAll(async () => {
  await Promise.all([formScreens.load(), laterScreens.load(), loadValidate()]);
});

const error = new ConnectError('credentials_refused', 'Stripe answered 401.');
const form: ConnectFlowState = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') };
/** A filled form that is being stored, until it is refused. */
async function storing() {
  const onSubmit = vi.fn();
  let go: (action: ConnectFlowAction) => void = () => undefined;
  function Flow() {
    const [state, setState] = useState(form);
    go = (action) => setState((now) => reduceFlow(now, action));
    const submit = () => {
      onSubmit();
      go({ type: 'submit' });
    };
    return <ConnectScreens {...NO_ACTIONS} state={state} definitions={definitions} onSubmit={submit} />;
  }
  render(<Flow />, { wrapper: StrictMode });
  await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
  await userEvent.fill(screen.getByLabelText('Secret key'), 'rk_live_1');
  await userEvent.click(screen.getByRole('button', { name: 'Connect Stripe' }));
  expect(onSubmit).toHaveBeenCalledOnce();
  const button = document.querySelector<HTMLElement>('[type=submit]')!;
  expect(button).toHaveAttribute('data-loading');
  return { onSubmit, button, refuse: () => act(() => go({ type: 'failed', error })) };
}

it.each(['Mouse', 'Touch'])('a press that began while storing, and ended on the same button after the refusal, stores nothing: %s', async (pointer) => {
  const { onSubmit, button, refuse } = await storing();
  const user = pointerUser.setup();
  const keys = pointer === 'Mouse' ? 'MouseLeft' : 'TouchA';
  await user.pointer({ keys: `[${keys}>]`, target: button });
  refuse();
  expect(button).toHaveTextContent('Connect Stripe');
  await user.pointer({ keys: `[/${keys}]`, target: button });
  expect(onSubmit).toHaveBeenCalledOnce();
  await user.pointer({ keys: `[${keys}]`, target: button });
  expect(onSubmit).toHaveBeenCalledTimes(2);
});

it('one that left the button meanwhile keeps no later one from storing', async () => {
  const { onSubmit, button, refuse } = await storing();
  const user = pointerUser.setup();
  await user.pointer([
    { keys: '[MouseLeft>]', target: button },
    { keys: '[/MouseLeft]', target: screen.getByRole('heading', { level: 2 }) },
  ]);
  refuse();
  act(() => button.click());
  expect(onSubmit).toHaveBeenCalledTimes(2);
});
