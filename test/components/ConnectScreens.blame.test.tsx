import { render, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { ConnectScreens } from '../../src/components/ConnectScreens/index.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { ConnectError, type ConnectFlowState } from '../../src/core/index.js';
import { connectorOf, definitions, methodOf, stripe } from '../../stories/fixtures/definitions.js';
import { NO_ACTIONS } from '../../stories/fixtures/noActions.js';

beforeAll(() => laterScreens.load());

const common = { definition: stripe, method: methodOf(stripe, 'bearerAuth'), error: new ConnectError('upstream_unavailable', 'x') };

it.each<[string, ConnectFlowState, string]>([
  ['storing', { step: 'failed', from: 'submitting', connector: null, ...common }, 'Fernway is not answering'],
  ['the start of a sign-in', { step: 'failed', from: 'authorising', connector: null, ...common }, 'Fernway is not answering'],
  ['a check', { step: 'failed', from: 'checking', connector: connectorOf(stripe, 'Till'), ...common }, 'Stripe is not answering'],
])('who is not answering depends on who was asked: %s', async (_what, state, cause) => {
  const { container } = render(<ConnectScreens {...NO_ACTIONS} definitions={definitions} appName="Fernway" state={state} />);
  expect(await screen.findByText(new RegExp(cause))).toBeVisible();
  expect(container.textContent).not.toContain(cause.startsWith('Stripe') ? 'Fernway is not answering' : 'Stripe is not answering');
});
