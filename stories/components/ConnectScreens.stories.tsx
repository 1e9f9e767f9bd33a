import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { methodsOfSpec } from '../../src/airbyte/methodsOfSpec.js';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectError, type ConnectFlowState } from '../../src/core/index.js';
import { connectorOf, definitions, hubspot, methodOf, stripe, zendesk } from '../fixtures/definitions.js';
import { harbour } from '../fixtures/harbour.js';
import { NO_ACTIONS } from '../fixtures/noActions.js';

const nothing = () => {};
const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const { connectionSpecification, advanced_auth: advancedAuth } = harbour.spec;
const desk = {
  ...{ id: harbour.id, slug: null, name: harbour.name, category: null, iconUrl: null },
  methods: methodsOfSpec({ ...Object(connectionSpecification) }, advancedAuth, harbour.name),
};
const acme = connectorOf(hubspot, 'Acme Marketing');

/** A sign-in whose application may do only some things. */
const permitted = (reads: string[], changes: string[]) => ({
  ...oauth,
  definition: {
    ...hubspot,
    operations: [
      ...reads.map((entity) => ({ entity, action: 'list', kind: 'read' as const })),
      ...changes.map((entity) => ({ entity, action: 'create', kind: 'write' as const })),
    ],
  },
});

const meta = {
  title: 'Components/ConnectScreens',
  component: ConnectScreens,
  loaders: [formScreens.load], // So that every state is drawn at once.
  args: {
    state: { step: 'picking' },
    titleId: 'connect-title',
    definitions,
    appName: 'Fernway',
    autoFocus: true,
    ...NO_ACTIONS,
  },
  render: (args) => (
    <Dialog aria-labelledby="connect-title" onClose={nothing}>
      <ConnectScreens {...args} />
    </Dialog>
  ),
} satisfies Meta<typeof ConnectScreens>;
export default meta;

type Story = StoryObj<typeof meta>;
const inState = (state: ConnectFlowState): Story => ({ args: { state } });
const failed = (
  error: ConnectError,
  from: 'authorising' | 'submitting' | 'checking' = 'authorising',
  subject = from === 'submitting' ? key : oauth,
): Story => ({
  args: {
    state: { step: 'failed', from, error, connector: null, ...subject },
    // What was typed before it was sent.
    ...(from === 'submitting' && { initialValues: { credentials: { api_key: 'rk_live_of_the_story' } } }),
  },
});

export const Picking: Story = {};
export const PickingLoading: Story = { args: { definitions: [], definitionsLoading: true } };
export const PickingFailed: Story = {
  args: { definitions: [], definitionsError: new ConnectError('network_unavailable', 'offline'), onRetryDefinitions: nothing },
};
export const PickingNone: Story = { args: { definitions: [] } };
export const PickingSomeConnected: Story = {
  args: { connectedCounts: { [hubspot.id]: 2, [stripe.id]: 1 }, picker: { suggested: ['hubspot', 'stripe', 'zendesk-support'] } },
};
/** What the host begins with, and its way to hear of a missing service. */
export const PickingSuggested: Story = { args: { picker: { suggested: ['stripe', 'zendesk-support'], onRequest: nothing } } };
export const Loading = inState({ step: 'loading', definitionId: 'hubspot' });
/** Opened for one service before any list is there. */
export const LoadingUnknown: Story = { args: { state: { step: 'loading', definitionId: 'hubspot' }, definitions: [] } };
export const LoadingFailed = inState({
  step: 'failed',
  from: 'loading',
  definitionId: 'hubspot',
  error: new ConnectError('upstream_unavailable', 'down', { requestId: 'req_8fK2mQ7vTz' }),
});
export const LoadingLong: Story = { args: { state: { step: 'loading', definitionId: 'hubspot' }, longAfterMs: 0 } };
export const ChoosingMethod = inState({ step: 'choosingMethod', definition: hubspot });
export const EnteringKey = inState({ step: 'configuring', error: null, ...key });
export const KeyRefused = inState({ step: 'configuring', error: new ConnectError('credentials_refused', 'refused'), ...key });
export const EnteringToken = inState({ step: 'configuring', error: null, definition: zendesk, method: methodOf(zendesk, 'zendeskAPIToken') });
export const Submitting = inState({ step: 'submitting', ...key });
export const SubmittingLong: Story = { args: { state: { step: 'submitting', ...key }, longAfterMs: 0 } };
/** An account that is connected is signed in to anew, or gets a new key: the screens name it. */
export const ReconnectingByMethod: Story = { args: { state: { step: 'choosingMethod', definition: hubspot }, reconnects: { name: 'Marketing team' } } };
export const ReconnectingByKey: Story = { args: { state: { step: 'configuring', error: null, ...key }, reconnects: { name: 'Shop in Berlin' } } };
export const ReconnectingByConsent: Story = { args: { state: { step: 'configuring', error: null, ...oauth }, reconnects: { name: 'Marketing team' } } };
export const ConsentExplained = inState({ step: 'configuring', error: null, ...oauth });
export const ConsentWithInputs = inState({ step: 'configuring', error: null, definition: zendesk, method: methodOf(zendesk, 'zendeskOAuth') });
export const ConsentWithPermissions = inState({ step: 'configuring', error: null, ...permitted(['contacts', 'companies', 'deals'], ['contacts']) });
export const ConsentManyPermissions = inState({
  step: 'configuring',
  error: null,
  ...permitted(['contacts', 'companies', 'deals', 'tickets', 'owners', 'API_usage', 'marketing_emails', 'calls', 'meetings', 'tasks', 'products'], []),
});
export const WindowOpen = inState({ step: 'authorising', attemptId: 'a', window: 'open', ...oauth });
export const WindowOpenLong: Story = { args: { state: { step: 'authorising', attemptId: 'a', window: 'open', ...oauth }, longAfterMs: 0 } };
export const WindowMaybeClosed = inState({ step: 'authorising', attemptId: 'a', window: 'maybe_closed', ...oauth });
export const WindowBlocked = inState({ step: 'authorising', attemptId: 'a', window: 'blocked', ...oauth });
export const WindowBlockedForGood: Story = {
  args: { state: { step: 'authorising', attemptId: 'a', window: 'blocked', ...oauth }, canContinueInTab: false },
};
export const OpenThisLink: Story = {
  args: {
    state: { step: 'authorising', attemptId: 'a', window: 'blocked', ...oauth },
    canContinueInTab: false,
    consentUrl: 'https://app.hubspot.com/oauth/authorize',
  },
};
export const Checking = inState({ step: 'checking', connector: acme, ...oauth });
export const CheckingLong: Story = { args: { state: { step: 'checking', connector: acme, ...oauth }, longAfterMs: 0 } };
export const Offline: Story = { args: { state: { step: 'configuring', error: null, ...key }, offline: true } };
export const Connected = inState({ step: 'connected', connector: acme, ...oauth });
/** Of the one service that the host has chosen. */
export const ConnectedWithoutPicker: Story = { args: { state: { step: 'connected', connector: acme, ...oauth }, hasPicker: false } };
export const Unverified = inState({ step: 'unverified', connector: acme, ...oauth });
export const Denied = failed(new ConnectError('oauth_denied', 'denied', { requestId: 'req_8fK2mQ7vTz' }));
export const Expired = failed(new ConnectError('attempt_expired', 'expired'));
export const ServiceDown = failed(new ConnectError('upstream_unavailable', 'down', { requestId: 'req_8fK2mQ7vTz' }), 'submitting');
export const CheckFailedButStored = inState({
  ...{ step: 'failed', from: 'checking', connector: acme, ...oauth },
  error: new ConnectError('timeout', 'slow', { requestId: 'req_8fK2mQ7vTz' }),
});
export const StartedElsewhere = failed(new ConnectError('attempt_foreign', 'of another browser'));
export const ContinuedElsewhere = failed(new ConnectError('attempt_replaced', 'a newer one was started'));
export const UnknownSignIn = failed(new ConnectError('attempt_unknown', 'no such attempt'));
export const WrongAccount = failed(new ConnectError('connector_refused', 'another definition'));
export const RefusedAfterSignIn = failed(new ConnectError('credentials_refused', 'a scope is missing'), 'authorising');
export const RefusedWithReason = failed(
  new ConnectError('credentials_refused', 'refused', { reason: 'The user "ada@acme.example" has no right to read contacts.' }),
  'checking',
);
/** More than a sentence: in a fold, which is open. */
export const RefusedWithLongReason = failed(
  new ConnectError('credentials_refused', 'refused', {
    reason: 'The request was blocked by the access rules of the account. '.repeat(5).trim(),
    requestId: 'req_8fK2mQ7vTz',
  }),
  'checking',
);
export const KeyRefusedWithReason = inState({
  ...{ step: 'configuring', ...key },
  error: new ConnectError('credentials_refused', 'refused', { reason: 'This key ended on 12 March 2026.' }),
});
export const LimitReached = failed(new ConnectError('rate_limited', 'slow down', { retryAfter: 30 }), 'submitting');
export const FailedOffline = failed(new ConnectError('network_unavailable', 'offline'), 'submitting');
export const SignedOut = failed(new ConnectError('session_missing', 'no session'), 'submitting');
export const NotEnabled = failed(new ConnectError('definition_not_enabled', 'no template'));
export const NotSetUp = failed(new ConnectError('upstream_refused', 'bad secret', { requestId: 'req_8fK2mQ7vTz' }), 'submitting');

/** A service that the catalogue does not know: its ways to sign in are those of its own specification. */
export const UnknownChoosingMethod = inState({ step: 'choosingMethod', definition: desk });
export const UnknownConsentWithInputs = inState({ step: 'configuring', error: null, definition: desk, method: methodOf(desk, 'oauth2.0') });
export const UnknownEnteringAccount = inState({ step: 'configuring', error: null, definition: desk, method: methodOf(desk, 'service_account') });

/** Something was typed, and Close was pressed: the form stays in sight, Escape goes back to it. */
export const DiscardQuestion: Story = {
  args: { state: { step: 'configuring', error: null, ...key } },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByLabelText('Account ID'), 'acct_1');
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
    await expect(canvas.getByRole('button', { name: 'Keep editing' })).toHaveFocus();
  },
};

/** A host's own mark, explanation and end; the one that throws is left out for the kit's. */
export const ReplacedParts: Story = {
  args: {
    state: { step: 'configuring', error: null, ...permitted(['contacts'], []) },
    slots: {
      tile: ({ definition }) => <strong>{definition.name.slice(0, 2)}</strong>,
      guide: ({ definition, appName }) => (
        <p>
          {definition.name} will ask you about {appName}.
        </p>
      ),
    },
  },
};

/** In a page, without a dialog. */
export const Inline: Story = {
  render: (args) => (
    <section data-ack-slot="connect" aria-labelledby="connect-title">
      <ConnectScreens {...args} autoFocus={false} />
    </section>
  ),
};
