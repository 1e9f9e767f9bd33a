import { render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { ConnectorList, ExecutePlayground } from '../../src/components/index.js';
import { ConnectError } from '../../src/core/index.js';
import { connectorOf, definitions, methodOf, stripe } from '../../stories/fixtures/definitions.js';

beforeAll(() => Promise.all([formScreens.load(), laterScreens.load(), playgroundPanes.load()]));

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const GIVEN = 'This key ended on 12 March.';
const refused = new ConnectError('credentials_refused', 'The check said no.', { reason: GIVEN });
const method = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const till = connectorOf(stripe, 'Till');

describe('the reason that a service gives', () => {
  it('stands on the screen of a failure', () => {
    render(<ConnectScreens {...ACTIONS} definitions={definitions} state={{ step: 'failed', from: 'checking', connector: null, error: refused, ...method }} />);
    expect(screen.getByText(/^Reason given:/)).toHaveTextContent(GIVEN);
  });

  it('of a failure is to be read at once, also where it is long', () => {
    const error = new ConnectError('credentials_refused', 'The check said no.', { reason: GIVEN.repeat(9) });
    render(<ConnectScreens {...ACTIONS} definitions={definitions} state={{ step: 'failed', from: 'checking', connector: null, error, ...method }} />);
    expect(screen.getByText(GIVEN.repeat(9))).toBeVisible();
  });

  it('of a refused key stands at the key, and only there', () => {
    render(
      <ConnectScreens
        {...ACTIONS}
        definitions={definitions}
        state={{ step: 'configuring', error: refused, ...method }}
        initialValues={{ credentials: { api_key: 'sk_live_1' } }}
      />,
    );
    expect(screen.getByLabelText('Secret key')).toHaveAccessibleDescription(new RegExp(`^Stripe refused this secret key. Reason given: ${GIVEN}`));
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was savedWhat you typed is still in the form.');
  });

  it('is not made up where there is none', () => {
    const error = new ConnectError('credentials_refused', 'The check said no.');
    render(<ConnectScreens {...ACTIONS} definitions={definitions} state={{ step: 'failed', from: 'checking', connector: till, error, ...method }} />);
    expect(screen.queryByText(/Reason given/)).toBeNull();
  });

  it('stands in the row that a check found broken, and in one that was not disconnected', () => {
    const failures = { [till.id]: new ConnectError('upstream_refused', 'No.', { reason: 'A sync runs.' }) };
    const statuses = { [till.id]: { status: 'broken', reason: GIVEN } } as const;
    render(<ConnectorList connectors={[till]} statuses={statuses} failures={failures} onDisconnect={nothing} onRename={nothing} />);
    expect(screen.getByText(/12 March/)).toBeVisible();
    expect(within(screen.getByRole('alert')).getByText(/A sync runs/)).toBeVisible();
  });

  it('stands beside the result that did not come', () => {
    const operations = [{ entity: 'charges', action: 'list', kind: 'read' as const, schema: {} }];
    render(<ExecutePlayground connector={till} operations={operations} error={refused} onRun={nothing} onStop={nothing} />);
    expect(within(screen.getByRole('alert')).getByText(/^Reason given:/)).toHaveTextContent(GIVEN);
  });
});
