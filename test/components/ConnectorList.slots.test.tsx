import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ConnectorList, type ConnectorListParts, type ConnectorListProps, type ListItemPartProps } from '../../src/components/index.js';
import { ConnectError, type Connector } from '../../src/core/index.js';
import '../../src/styles.css';

const connector = (id: string, name: string, service: string): Connector => ({
  ...{ id, name, createdAt: null, updatedAt: null },
  definition: { id: service, slug: null, name: service },
});
const ACME = connector('1', 'Acme', 'HubSpot');
const STORE = connector('2', 'Store', 'Shopify');

function show(slots: ConnectorListParts, props: Partial<ConnectorListProps> = {}) {
  const calls = { onDisconnect: vi.fn(), onRename: vi.fn(), onCheck: vi.fn(), onReconnect: vi.fn(), onConnect: vi.fn() };
  render(<ConnectorList connectors={[ACME, STORE]} appName="Fernway" slots={slots} {...calls} {...props} />, { wrapper: StrictMode });
  return { ...calls, user: userEvent.setup() };
}
const row = (name: string) => within(screen.getByText(name).closest('li') ?? document.body);

describe('parts of a host in the list', () => {
  it('draws its mark and its state, which know how the connector stands', () => {
    const tile = ({ connector }: ListItemPartProps) => <i>{`mark of ${connector.definition.name}`}</i>;
    const state = ({ status, pending }: ListItemPartProps) => <i>{`${status?.status ?? 'unknown'}, ${pending ?? 'idle'}`}</i>;
    show({ tile, state }, { statuses: { 1: { status: 'broken' } }, pendingIds: ['2'] });
    expect(row('Acme').getByText('mark of HubSpot')).toBeVisible();
    expect(row('Acme').getByText('broken, idle')).toBeVisible();
    expect(row('Store').getByText('unknown, check')).toBeVisible();
    expect(screen.queryByText('Sign in again')).toBeNull();
  });

  it('lets its own buttons do what the menu does: disconnecting asks first, renaming is in the row', async () => {
    const actions = ({ connector: { name }, onCheck, onRename, onDisconnect }: ListItemPartProps) => (
      <>
        <button type="button" onClick={onCheck}>{`Look at ${name}`}</button>
        <button type="button" onClick={onRename}>{`Call ${name} something else`}</button>
        <button type="button" onClick={onDisconnect}>{`Drop ${name}`}</button>
      </>
    );
    const { user, onCheck, onRename, onDisconnect } = show({ 'manager-item-actions': actions });
    expect(screen.queryByRole('button', { name: 'More for Acme' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Look at Acme' }));
    expect(onCheck).toHaveBeenCalledExactlyOnceWith(ACME);
    await user.click(screen.getByRole('button', { name: 'Call Acme something else' }));
    await user.keyboard('Acme EU{Enter}');
    expect(onRename).toHaveBeenCalledExactlyOnceWith(ACME, 'Acme EU');
    expect(document.activeElement).toHaveTextContent('Look at Acme');
    await user.click(screen.getByRole('button', { name: 'Drop Acme' }));
    expect(onDisconnect).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Disconnect Acme' }));
    expect(onDisconnect).toHaveBeenCalledExactlyOnceWith(ACME);
  });

  it.each([320, 720])('keeps its parts in the columns of the row, in a list of %i px', (width) => {
    const state = () => <em>never looked at</em>;
    const actions = ({ connector: { name } }: ListItemPartProps) => <button type="button">{`Remove ${name}`}</button>;
    show({ state, 'manager-item-actions': actions });
    const list = document.querySelector<HTMLElement>('[data-ack-slot=manager]');
    list?.style.setProperty('inline-size', `${width}px`);
    expect(list?.scrollWidth).toBeLessThanOrEqual(width);
    for (const name of ['Acme', 'Store']) {
      const { width: own, height } = screen.getByText(name).getBoundingClientRect();
      // In one line, beside its tile.
      expect(own).toBeGreaterThan(height);
      const item = screen.getByText(name).closest('li')?.getBoundingClientRect();
      expect(screen.getByText(name).getBoundingClientRect().left - (item?.left ?? 0)).toBeLessThan(90);
    }
  });

  it('draws its whole row in the list item, with what failed', () => {
    const Row = ({ connector, error }: ListItemPartProps) => <div>{`${connector.name}: ${error?.code ?? 'fine'}`}</div>;
    show({ 'manager-item': Row }, { failures: { 2: new ConnectError('timeout', 'Slow.') } });
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toEqual(['Acme: fine', 'Store: timeout']);
    const own = screen.getByText('Acme: fine');
    expect(own.offsetWidth).toBeGreaterThan(0.8 * (own.parentElement?.offsetWidth ?? Number.NaN));
  });

  it('draws its own empty list, which can begin to connect', async () => {
    const Empty: NonNullable<ConnectorListParts['empty']> = ({ appName, onConnect }) => (
      <button type="button" onClick={onConnect}>{`Bring data to ${appName}`}</button>
    );
    const { user, onConnect } = show({ empty: Empty }, { connectors: [] });
    await user.click(screen.getByRole('button', { name: 'Bring data to Fernway' }));
    expect(onConnect).toHaveBeenCalledOnce();
  });

  it('keeps the kit’s own part where one throws, names it to the developer, and the rest keeps working', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reports: unknown[] = [];
    const note = (event: ErrorEvent) => {
      reports.push(event.error);
      event.preventDefault();
    };
    addEventListener('error', note);
    const state = ({ connector }: ListItemPartProps) => {
      if (connector.id === '1') throw new TypeError('No such state.');
      return <i>own</i>;
    };
    show({ state }, { statuses: { 1: { status: 'ok' } } });
    removeEventListener('error', note);
    vi.restoreAllMocks();
    expect(row('Acme').getByText('Working')).toBeVisible();
    expect(row('Store').getByText('own')).toBeVisible();
    expect(reports).toContainEqual(expect.objectContaining({ code: 'invalid_prop', message: expect.stringContaining('"state"') }));
  });
});
