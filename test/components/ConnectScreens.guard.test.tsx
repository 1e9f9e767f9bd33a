import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent as realUser } from 'vitest/browser';
import { methodsOfSpec } from '../../src/airbyte/methodsOfSpec.js';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectError, type ConnectFlowAction, type ConnectFlowState, type ConnectorValues, initialFlow, reduceFlow } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { connectorOf, definitions, methodOf, stripe, zendesk } from '../../stories/fixtures/definitions.js';
import { harbour } from '../../stories/fixtures/harbour.js';
import '../../src/styles.css';

beforeAll(async () => {
  await Promise.all([formScreens.load(), laterScreens.load(), loadValidate()]);
});

const key: ConnectFlowState = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const choosing: ConnectFlowState = { step: 'choosingMethod', definition: zendesk };

const till = connectorOf(stripe, 'Till');
const unavailable = new ConnectError('upstream_unavailable', 'Airbyte answered 502.');

interface FlowProps {
  first: ConnectFlowState;
  inline?: boolean;
  initialValues?: ConnectorValues;
  heard: unknown[];
}

/** The screens over the reducer, in a dialog or in the page. */
function Flow({ first, inline = false, initialValues, heard }: FlowProps) {
  const [state, setState] = useState(first);
  const go = (action: ConnectFlowAction) => setState((now) => reduceFlow(now, action));
  const close = () => {
    heard.push('closed');
    setState(initialFlow);
  };
  const screens = (
    <ConnectScreens
      state={state}
      definitions={definitions}
      titleId="title"
      initialValues={initialValues}
      onPick={() => undefined}
      onChooseMethod={(method) => go({ type: 'choose_method', method })}
      onSubmit={(values) => {
        heard.push(values);
        go({ type: 'submit' });
        go({ type: 'failed', error: unavailable });
      }}
      onAuthorise={(values) => heard.push(values)}
      onShowWindow={() => undefined}
      onReopen={() => undefined}
      onContinueInTab={() => undefined}
      onBack={() => go({ type: 'back' })}
      onRetry={() => undefined}
      onConnectAnother={() => undefined}
      onClose={close}
    />
  );
  if (state.step === 'idle') return <p>Closed</p>;
  return inline ? (
    <section data-ack-slot="connect">{screens}</section>
  ) : (
    <Dialog aria-labelledby="title" onClose={close}>
      {screens}
    </Dialog>
  );
}

function draw(props: Omit<FlowProps, 'heard'>) {
  const heard: unknown[] = [];
  render(
    <StrictMode>
      <Flow {...props} heard={heard} />
    </StrictMode>,
  );
  return { heard, user: userEvent.setup() };
}

const secret = () => screen.getByLabelText<HTMLInputElement>('Secret key');
const question = () => screen.queryByRole('alertdialog');
const button = (name: string) => screen.getByRole('button', { name });

describe('closing a form', () => {
  it('asks nothing when nothing was typed', async () => {
    const { heard } = draw({ first: key });
    await realUser.keyboard('{Escape}');
    expect(heard).toEqual(['closed']);
  });

  it('by Escape asks first, with the focus on keeping; a second Escape keeps, and the focus is back where it was', async () => {
    const { heard, user } = draw({ first: key });
    await user.type(secret(), 'rk_live_1');
    await realUser.keyboard('{Escape}');
    expect(question()).toHaveAccessibleName('Discard what you typed?');
    expect(document.activeElement).toBe(button('Keep editing'));
    expect(secret().closest('[inert]')).not.toBeNull();
    for (let round = 0; round < 3; round += 1) {
      await realUser.keyboard('{Escape}');
      expect(question()).toBeNull();
      expect(document.activeElement).toBe(secret());
      await realUser.keyboard('{Escape}');
      expect(question()).not.toBeNull();
    }
    await user.click(button('Keep editing'));
    expect(document.activeElement).toBe(secret());
    expect(secret().value).toBe('rk_live_1');
    expect(heard).toEqual([]);
  });

  it.each(['Close', 'Cancel'])('by %s asks first, and discards', async (name) => {
    const { heard, user } = draw({ first: key });
    await user.type(secret(), 'rk_live_1');
    await user.click(button(name));
    expect(heard).toEqual([]);
    await user.click(button('Discard'));
    expect(heard).toEqual(['closed']);
    expect(document.documentElement.outerHTML).not.toContain('rk_live_1');
  });

  it('asks in the picker too, from which it is still there for whoever picks the same service', async () => {
    const { heard, user } = draw({ first: key });
    await user.type(secret(), 'rk_live_1');
    await user.click(button('Back'));
    expect(screen.getByRole('combobox', { name: 'Search services' })).toBeVisible();
    await realUser.keyboard('{Escape}');
    expect([question() !== null, heard]).toEqual([true, []]);
    await user.click(button('Keep editing'));
    await user.click(button('Close'));
    await user.click(button('Discard'));
    expect(heard).toEqual(['closed']);
  });

  it('asks nothing when what was typed was taken out again, or forgotten', async () => {
    const { heard, user } = draw({ first: key });
    await user.type(secret(), 'rk');
    await user.clear(secret());
    await user.type(secret(), 'rk_live_1');
    await user.click(button('Close'));
    expect(question()).not.toBeNull();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect.poll(question).toBeNull();
    await user.click(button('Close'));
    expect(heard).toEqual(['closed']);
  });

  it('asks in the page too', async () => {
    const { heard, user } = draw({ first: key, inline: true });
    await user.type(secret(), 'rk_live_1');
    await user.click(button('Cancel'));
    expect(document.activeElement).toBe(button('Keep editing'));
    await user.click(button('Discard'));
    expect(heard).toEqual(['closed']);
  });
});

describe('a press beside the dialog', () => {
  const pressBeside = () => realUser.click(document.documentElement, { position: { x: 4, y: 4 }, force: true });

  it('closes a form in which nothing was typed', async () => {
    const { heard } = draw({ first: key });
    await pressBeside();
    expect(heard).toEqual(['closed']);
  });

  it('asks before it throws away what was typed, and a second one answers nothing', async () => {
    const { heard, user } = draw({ first: key });
    await user.type(secret(), 'rk_live_1');
    await pressBeside();
    expect(question()).toHaveAccessibleName('Discard what you typed?');
    await pressBeside();
    expect(question()).not.toBeNull();
    await realUser.keyboard('{Escape}');
    expect(question()).toBeNull();
    expect(secret().value).toBe('rk_live_1');
    expect(heard).toEqual([]);
  });

  it.each<[string, ConnectFlowState]>([
    ['ends nothing that is stored', { ...key, step: 'submitting' }],
    ['ends nothing that is checked', { ...key, step: 'checking', connector: till }],
    ['ends no sign-in', { ...key, step: 'authorising', attemptId: null, window: 'open' }],
  ])('%s, where Escape does', async (_, first) => {
    const { heard } = draw({ first });
    await pressBeside();
    expect(heard).toEqual([]);
    await realUser.keyboard('{Escape}');
    expect(heard).toEqual(['closed']);
  });

  it('leaves a connector that could not be checked at that', async () => {
    const { heard } = draw({ first: { ...key, step: 'failed', from: 'checking', error: unavailable, connector: till } });
    await pressBeside();
    expect(heard).toEqual(['closed']);
  });
});

describe('a failure with a form behind it', () => {
  async function failed() {
    const drawn = draw({ first: key });
    await drawn.user.type(screen.getByLabelText('Account ID'), 'acct_1');
    await drawn.user.type(secret(), 'rk_live_1');
    await drawn.user.click(button('Connect Stripe'));
    await screen.findByRole('button', { name: 'Back to the form' });
    expect(drawn.heard).toHaveLength(1);
    return drawn;
  }

  it.each([
    ['Escape', () => realUser.keyboard('{Escape}')],
    ['a press beside it', () => realUser.click(document.documentElement, { position: { x: 4, y: 4 }, force: true })],
  ])('asks on %s before what was typed is thrown away', async (_, leave) => {
    const { heard, user } = await failed();
    await leave();
    expect(question()).toHaveAccessibleName('Discard what you typed?');
    await user.click(button('Keep editing'));
    await user.click(button('Back to the form'));
    expect(secret().value).toBe('rk_live_1');
    expect(heard).toHaveLength(1);
  });
});

describe('several ways to sign in', () => {
  it('keep what was typed in each, there and back', async () => {
    const { user, heard } = draw({ first: choosing });
    const token = () => screen.getByLabelText<HTMLInputElement>('API token');
    await user.click(screen.getByRole('button', { name: /^API token/ }));
    await user.type(token(), 'tok_1');
    await user.click(button('Back'));
    await user.click(screen.getByRole('button', { name: /Sign in with Zendesk/ }));
    await user.type(screen.getByRole('textbox', { name: /subdomain/i }), 'acme');
    await user.click(button('Back'));
    await user.click(screen.getByRole('button', { name: /^API token/ }));
    expect(token().value).toBe('tok_1');
    await user.click(button('Back'));
    // What was typed would be lost from here too.
    await user.click(button('Close'));
    expect(question()).not.toBeNull();
    await user.click(button('Keep editing'));
    await user.click(screen.getByRole('button', { name: /Sign in with Zendesk/ }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /subdomain/i }).value).toBe('acme');
    expect(heard).toEqual([]);
  });
});

describe('values that came back over a redirect', () => {
  it('are in the form, and nothing to discard until something is typed', async () => {
    const state: ConnectFlowState = { step: 'configuring', error: null, definition: zendesk, method: methodOf(zendesk, 'zendeskOAuth') };
    const { user, heard } = draw({ first: state, initialValues: { environment: { subdomain: 'acme' } } });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /subdomain/i }).value).toBe('acme');
    await user.click(button('Close'));
    expect(heard).toEqual(['closed']);
  });

  it('are in the lists too, and go back as they came', async () => {
    const methods = methodsOfSpec(Object(harbour.spec.connectionSpecification), harbour.spec, harbour.name);
    const definition = { id: harbour.id, slug: null, name: harbour.name, category: null, iconUrl: null, methods };
    const typed = { replication_config: { port: 'north', credentials: { auth_type: 'oauth2.0' }, boats: [{ name: 'Marie' }, { name: 'Anna' }] } };
    const state: ConnectFlowState = { step: 'configuring', error: null, definition, method: methodOf(definition, 'oauth2.0') };
    const { user, heard } = draw({ first: state, initialValues: typed });
    const port = screen.getByRole<HTMLInputElement>('textbox', { name: /port/i });
    expect(port.value).toBe('north');
    expect(document.body).toHaveTextContent(/Marie/);
    await user.type(port, 'west');
    await user.click(button('Continue to Harbour Desk'));
    expect(heard).toEqual([{ replication_config: { ...typed.replication_config, port: 'northwest' } }]);
  });
});
