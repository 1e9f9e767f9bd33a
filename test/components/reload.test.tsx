import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorList, ConnectorPicker, ExecutePlayground } from '../../src/components/index.js';
import { ConnectError, type Connector } from '../../src/core/index.js';

const heard: string[] = [];
const hold = (event: NavigateEvent) => {
  event.preventDefault();
  heard.push(event.navigationType);
};
beforeEach(() => navigation.addEventListener('navigate', hold));
afterEach(() => {
  navigation.removeEventListener('navigate', hold);
  heard.length = 0;
});

const onRetry = () => void heard.push('retry');
const nothing = () => undefined;
type Draw = (error: ConnectError, retries?: boolean) => ReactElement;
const CONNECTOR: Connector = { id: '1', name: 'Acme', definition: { id: 'd', slug: 'hubspot', name: 'HubSpot' }, createdAt: null, updatedAt: null };
const playground = { connector: CONNECTOR, operations: [], onRun: nothing, onStop: nothing };
const lists: [string, Draw][] = [
  [
    'connected services',
    (error, retries = true) => (
      <ConnectorList connectors={[]} error={error} onRetry={retries ? onRetry : undefined} onDisconnect={nothing} onRename={nothing} />
    ),
  ],
  [
    'services to connect',
    (error, retries = true) => <ConnectorPicker definitions={[]} error={error} onRetry={retries ? onRetry : undefined} onSelect={nothing} />,
  ],
  ['operations', (error, retries = true) => <ExecutePlayground {...playground} operationsError={error} onRetryOperations={retries ? onRetry : undefined} />],
];

describe.each(lists)('a list of %s that did not come', (_, draw) => {
  it.each(['session_missing', 'version_mismatch'] as const)('is asked for by a new page after %s: the old one meets the same answer', async (code) => {
    render(draw(new ConnectError(code, 'for developers')));
    fireEvent.click(await screen.findByRole('button', { name: 'Reload the page' }));
    expect(heard).toEqual(['reload']);
  });

  it.each(['session_missing', 'version_mismatch'] as const)('needs no help of the host for a new page after %s', async (code) => {
    render(draw(new ConnectError(code, 'for developers'), false));
    fireEvent.click(await screen.findByRole('button', { name: 'Reload the page' }));
    expect(heard).toEqual(['reload']);
  });

  it('has no button of which the host would hear nothing', async () => {
    render(draw(new ConnectError('upstream_unavailable', 'for developers'), false));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Try again|Reload/ })).toBeNull();
  });

  it('is asked for again after any other failure', async () => {
    render(draw(new ConnectError('upstream_unavailable', 'for developers')));
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(heard).toEqual(['retry']);
  });
});

describe('a run that got no answer', () => {
  const operations = [{ entity: 'contacts', action: 'list', kind: 'read', schema: {} }] as const;

  it.each(['session_missing', 'version_mismatch'] as const)('loads the page anew after %s', async (code) => {
    render(<ExecutePlayground {...playground} operations={operations} error={new ConnectError(code, 'for developers')} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Reload the page' }));
    expect(heard).toEqual(['reload']);
    expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
  });
});
