import { fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorList, ConnectorPicker } from '../../src/components/index.js';
import { ConnectError } from '../../src/core/index.js';

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
const lists: [string, (error: ConnectError) => ReactElement][] = [
  ['connected services', (error) => <ConnectorList connectors={[]} error={error} onRetry={onRetry} onDisconnect={nothing} onRename={nothing} />],
  ['services to connect', (error) => <ConnectorPicker definitions={[]} error={error} onRetry={onRetry} onSelect={nothing} />],
];

describe.each(lists)('a list of %s that did not come', (_, draw) => {
  it.each(['session_missing', 'version_mismatch'] as const)('is asked for by a new page after %s: the old one meets the same answer', async (code) => {
    render(draw(new ConnectError(code, 'for developers')));
    fireEvent.click(await screen.findByRole('button', { name: 'Reload the page' }));
    expect(heard).toEqual(['reload']);
  });

  it('is asked for again after any other failure', async () => {
    render(draw(new ConnectError('upstream_unavailable', 'for developers')));
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(heard).toEqual(['retry']);
  });
});
