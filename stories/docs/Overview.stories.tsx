import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ConnectorList } from '../../src/components/ConnectorList/index.js';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { connectorOf, definitions, hubspot, methodOf, stripe, zendesk } from '../fixtures/definitions.js';
import { NO_ACTIONS } from '../fixtures/noActions.js';
import './overview.css';

const SHOWN = 'hubspot stripe zendesk-support airtable amplitude github google-drive intercom mailchimp notion salesforce sentry shopify slack typeform'.split(
  ' ',
);

const nothing = () => undefined;

type FlowProps = Pick<ConnectScreensProps, 'state' | 'titleId'> & Partial<ConnectScreensProps>;

const Flow = (props: FlowProps) => (
  <section data-ack-slot="connect" aria-labelledby={props.titleId}>
    <ConnectScreens {...NO_ACTIONS} definitions={definitions} appName="Fernway" autoFocus={false} {...props} />
  </section>
);

const connectors = [
  { ...connectorOf(hubspot, 'Acme Marketing'), id: '1' },
  { ...connectorOf(zendesk, 'Acme Support EU'), id: '2' },
  { ...connectorOf(stripe, 'Acme GmbH'), id: '3' },
];

/** An application that reads three things and changes none. */
const reader = { ...hubspot, operations: ['contacts', 'companies', 'deals'].map((entity) => ({ entity, action: 'list', kind: 'read' as const })) };

/** What a host gets, on one page: the picture of the README. The third panel is the same kit in another brand. */
function Overview() {
  return (
    <div className="overview">
      <Flow
        titleId="overview-picker"
        state={{ step: 'picking' }}
        definitions={definitions.filter(({ slug }) => SHOWN.includes(slug ?? ''))}
        picker={{ suggested: SHOWN.slice(0, 3) }}
        connectedCounts={{ [hubspot.id]: 1, [zendesk.id]: 1 }}
        attentionIds={[stripe.id]}
      />
      <Flow titleId="overview-consent" state={{ step: 'configuring', error: null, definition: reader, method: methodOf(hubspot, 'oauth2') }} />
      <div className="overview-brand" data-ack-theme="dark">
        <Flow titleId="overview-key" appName="Lumen" state={{ step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') }} />
      </div>
      <ConnectorList
        connectors={connectors}
        appName="Fernway"
        statuses={{ 1: { status: 'ok' }, 2: { status: 'checking' }, 3: { status: 'broken', note: 'The key was revoked in Stripe on 12 March.' } }}
        onConnect={nothing}
        onRename={nothing}
        onReconnect={nothing}
        onCheck={nothing}
        onDisconnect={nothing}
      />
    </div>
  );
}

const meta = { title: 'Overview', component: Overview, loaders: [formScreens.load] } satisfies Meta<typeof Overview>;
export default meta;

/** Picker, consent, a key in another brand, and the list. */
export const Default: StoryObj<typeof meta> = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Secret key'), 'rk_test_51Nv0F');
    await userEvent.type(canvas.getByLabelText('Account ID'), 'acct_1Nv0F');
    await expect(canvas.getByLabelText('Account ID')).toHaveFocus();
  },
};
