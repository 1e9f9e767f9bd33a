import { render, screen, waitFor, within } from '@testing-library/react';
import { type ComponentProps, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectorList } from '../../src/components/index.js';
import { ConnectError, type Connector } from '../../src/core/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

const connector = (id: string, name: string, service: string): Connector => ({
  id,
  name,
  definition: { id: `definition-${service}`, slug: null, name: service },
  createdAt: null,
  updatedAt: null,
});
const ACME = connector('1', 'Acme Marketing', 'HubSpot');
const STORE = connector('2', 'acme-store', 'Shopify');
const UNAVAILABLE = new ConnectError('upstream_unavailable', 'Airbyte answered 502.');

type Props = ComponentProps<typeof ConnectorList>;

function show(props: Partial<Props> = {}, width = 720) {
  const calls = {
    onDisconnect: vi.fn<Props['onDisconnect']>(),
    onRename: vi.fn<Props['onRename']>(),
    onCheck: vi.fn(),
    onReconnect: vi.fn(),
    onConnect: vi.fn(),
    onRetry: vi.fn(),
  };
  const room = document.createElement('div');
  room.style.inlineSize = `${width}px`;
  room.style.background = '#fff';
  document.body.append(room);
  const draw = (more: Partial<Props> = {}) => (
    <StrictMode>
      <ConnectorList connectors={[ACME, STORE]} appName="Fernway" {...calls} {...props} {...more} />
    </StrictMode>
  );
  const { rerender } = render(draw(), { container: room });
  return { ...calls, room, rerender: (more: Partial<Props>) => rerender(draw(more)) };
}

const more = (name: string) => screen.getByRole('button', { name: `More for ${name}` });
const NO_BUTTONS: NonNullable<Props['slots']> = { 'manager-item-actions': () => null };
/** A browser takes the focus from what may not have it only when it draws. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const focused = () => document.activeElement?.textContent;
const row = (name: string) => within(screen.getByText(name).closest('li') ?? document.body);

/** Opens the first row's menu by keys and selects an item by how many steps down it is. */
async function select(steps: number) {
  more('Acme Marketing').focus();
  await userEvent.keyboard('{Enter}');
  for (let step = 0; step < steps; step++) await userEvent.keyboard('{ArrowDown}');
  await userEvent.keyboard('{Enter}');
}

describe('ConnectorList', () => {
  describeConformance<
    HTMLElement,
    | 'manager-header'
    | 'manager-list'
    | 'manager-item'
    | 'manager-item-name'
    | 'manager-item-account'
    | 'manager-item-actions'
    | 'manager-item-note'
    | 'menu'
    | 'menu-item'
  >({
    draw: (props, classNames) => (
      <ConnectorList
        {...props}
        classNames={classNames}
        connectors={[ACME]}
        statuses={{ 1: { status: 'broken', note: 'Revoked.' } }}
        onDisconnect={() => undefined}
        onRename={() => undefined}
      />
    ),
    tag: 'section',
    slot: 'manager',
    slots: [
      'manager-header',
      'manager-list',
      'manager-item',
      'manager-item-name',
      'manager-item-account',
      'manager-item-actions',
      'manager-item-note',
      'menu',
      'menu-item',
    ],
  });

  describe('the menu of a row', () => {
    it('opens on its first item, moves by arrows, Home and End, and gives focus back on Escape', async () => {
      show();
      more('Acme Marketing').focus();
      await userEvent.keyboard('{Enter}');
      expect(focused()).toBe('Check now');
      expect(more('Acme Marketing').getAttribute('aria-expanded')).toBe('true');
      await userEvent.keyboard('{ArrowDown}');
      expect(focused()).toBe('Rename');
      await userEvent.keyboard('{End}');
      expect(focused()).toBe('Disconnect');
      await userEvent.keyboard('{ArrowDown}');
      expect(focused()).toBe('Check now');
      await userEvent.keyboard('{ArrowUp}{Home}{Escape}');
      expect(document.activeElement).toBe(more('Acme Marketing'));
      await waitFor(() => expect(more('Acme Marketing').getAttribute('aria-expanded')).toBe('false'));
    });

    it('opens on its last item by the arrow up', async () => {
      show();
      more('Acme Marketing').focus();
      await userEvent.keyboard('{ArrowUp}');
      expect(focused()).toBe('Disconnect');
    });

    it('closes when its button is pressed again', async () => {
      show();
      await userEvent.click(more('Acme Marketing'));
      expect(document.querySelectorAll('[role=menu]:popover-open')).toHaveLength(1);
      await userEvent.click(more('Acme Marketing'));
      expect(document.querySelectorAll('[role=menu]:popover-open')).toHaveLength(0);
    });

    it('stands at its button, inside the window', async () => {
      show();
      await userEvent.click(more('acme-store'));
      const menu = document.querySelector('[role=menu]:popover-open')?.getBoundingClientRect();
      const button = more('acme-store').getBoundingClientRect();
      expect(Math.round((menu?.right ?? 0) - button.right)).toBe(0);
      expect(menu?.bottom).toBeLessThanOrEqual(document.documentElement.clientHeight);
    });

    it('offers only what the host can do', async () => {
      show({ onCheck: undefined, onReconnect: undefined });
      await userEvent.click(more('Acme Marketing'));
      expect(
        row('Acme Marketing')
          .getAllByRole('menuitem')
          .map((item) => item.textContent),
      ).toEqual(['Rename', 'Disconnect']);
    });

    it('checks the connector, and keeps the focus on its button, which opens nothing while that runs', async () => {
      const { onCheck, rerender } = show();
      await select(0);
      expect(onCheck).toHaveBeenCalledExactlyOnceWith(ACME);
      rerender({ pendingIds: ['1'] });
      await drawn();
      expect(more('Acme Marketing')).toHaveFocus();
      await userEvent.keyboard('{Enter}{ArrowDown}');
      await userEvent.click(more('Acme Marketing'), { force: true });
      expect(document.querySelector('[role=menu]:popover-open')).toBeNull();
      rerender({ pendingIds: [] });
      await userEvent.keyboard('{Enter}');
      expect(focused()).toBe('Check now');
    });
  });

  describe('renaming', () => {
    it('takes a new name in place, by keys alone', async () => {
      const { onRename } = show();
      await select(1);
      await userEvent.keyboard('  Acme EU {Enter}');
      expect(onRename).toHaveBeenCalledExactlyOnceWith(ACME, 'Acme EU');
      await waitFor(() => expect(document.activeElement).toBe(more('Acme Marketing')));
    });

    it('leaves the name as it is on Escape', async () => {
      const { onRename } = show();
      await select(1);
      await userEvent.keyboard('Other{Escape}');
      expect(onRename).not.toHaveBeenCalled();
      await waitFor(() => expect(document.activeElement).toBe(more('Acme Marketing')));
    });

    it('asks nothing of the host when the name is the same', async () => {
      const { onRename } = show();
      await select(1);
      await userEvent.keyboard('{Enter}');
      expect(onRename).not.toHaveBeenCalled();
    });

    it('refuses an empty and an endless name at the field', async () => {
      const { onRename } = show();
      await select(1);
      const input = screen.getByRole('textbox', { name: 'New name for Acme Marketing' });
      await userEvent.keyboard('   {Enter}');
      expect(screen.getByRole('alert').textContent).toBe('Enter a name.');
      expect(input.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
      await userEvent.fill(input, 'x'.repeat(201));
      await userEvent.keyboard('{Enter}');
      expect(screen.getByRole('alert').textContent).toBe('Use at most 200 characters.');
      expect(onRename).not.toHaveBeenCalled();
    });
  });

  describe('disconnecting', () => {
    it('asks by name, with the focus on keeping it, and does nothing on Escape', async () => {
      const { onDisconnect } = show();
      await select(3);
      const dialog = screen.getByRole('alertdialog', { name: 'Disconnect Acme Marketing?' });
      expect(dialog.getAttribute('aria-describedby')).not.toBeNull();
      expect(focused()).toBe('Keep connected');
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
      expect(onDisconnect).not.toHaveBeenCalled();
      expect(document.activeElement).toBe(more('Acme Marketing'));
    });

    it('asks the host once when it is confirmed, and says so while it runs', async () => {
      const { onDisconnect, rerender } = show();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      expect(onDisconnect).toHaveBeenCalledExactlyOnceWith(ACME);
      rerender({ pendingIds: ['1'] });
      expect(row('Acme Marketing').getByText('Disconnecting')).toBeTruthy();
      expect(more('Acme Marketing')).toHaveAttribute('aria-disabled', 'true');
    });

    it('is on its way out whoever asked: a broken row offers no new sign-in then', () => {
      show({ leavingIds: ['1'], statuses: { 1: { status: 'broken' } } });
      expect(row('Acme Marketing').getByText('Disconnecting')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Reconnect Acme Marketing' })).toBeNull();
      expect(more('Acme Marketing')).toHaveAttribute('aria-disabled', 'true');
    });

    it('says that it is still connected where it was accepted and not carried out', () => {
      show({ stuckIds: ['1'] });
      expect(row('Acme Marketing').getByRole('alert').textContent).toMatch(/^Acme Marketing was not disconnected in time. It is still connected./);
      expect(more('Acme Marketing')).toBeEnabled();
    });

    it('is asked for again from where it says so, by the same question', async () => {
      const { onDisconnect } = show({ stuckIds: ['1'] });
      await userEvent.click(screen.getByRole('button', { name: 'Try again: Acme Marketing' }));
      expect(screen.getByRole('alertdialog', { name: 'Disconnect Acme Marketing?' })).toBeTruthy();
      expect(onDisconnect).not.toHaveBeenCalled();
    });

    it.each<[string, Partial<Props>, string[]]>([
      ['runs', { pendingIds: ['1'] }, []],
      ['failed', { failures: { 1: UNAVAILABLE } }, [expect.stringContaining('HubSpot is not answering')]],
    ])('does not say so where another try %s', (_, other, alerts) => {
      show({ stuckIds: ['1'], ...other });
      expect(screen.queryAllByRole('alert').map(({ textContent }) => textContent)).toEqual(alerts);
    });

    it('tells when it is gone, and takes the focus to the title', async () => {
      const { rerender } = show();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      rerender({ connectors: [STORE] });
      await waitFor(() => expect(screen.getByText('Acme Marketing is disconnected.').getAttribute('role')).toBe('status'));
      expect(focused()).toBe('Connected services');
    });

    it('keeps the list where it is when it turns out to be empty', () => {
      const { rerender, room } = show({ connectors: [], loading: true });
      const top = () => room.querySelector('[data-ack-slot=manager-list]')?.getBoundingClientRect().top;
      const before = top();
      expect(before).toBeGreaterThan(0);
      rerender({ loading: false });
      expect(screen.getByText('No services connected')).toBeVisible();
      expect(top()).toBe(before);
      expect(screen.getByText('Connect the first service, and Fernway can read from it.')).toBeVisible();
    });

    it('is told in sight, in a region that stood there before, until something else is asked or the account is back', async () => {
      const { rerender, room } = show();
      const region = room.querySelector('[data-ack-slot=manager-header] [role=status]');
      expect(region).toBeEmptyDOMElement();
      const height = () => room.querySelector('[data-ack-slot=manager-header]')?.getBoundingClientRect().height;
      const before = height();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      rerender({ connectors: [STORE] });
      await waitFor(() => expect(region).toHaveTextContent('Acme Marketing is disconnected.'));
      expect(region?.getBoundingClientRect().height).toBeGreaterThan(10);
      expect(screen.queryByText('Fernway reads from these accounts.')).toBeNull();
      expect(height()).toBe(before);
      rerender({ connectors: [ACME, STORE] });
      expect(region).toBeEmptyDOMElement();
      rerender({ connectors: [STORE] });
      expect(region).toHaveTextContent('Acme Marketing is disconnected.');
      await userEvent.click(more('acme-store'));
      await userEvent.keyboard('{Enter}');
      expect(region).toBeEmptyDOMElement();
      expect(screen.getByText('Fernway reads from these accounts.')).toBeVisible();
    });

    it('is told no longer once an account comes that was not there: it may be the same one', async () => {
      const { rerender } = show();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      rerender({ connectors: [STORE] });
      expect(await screen.findByText('Acme Marketing is disconnected.')).toBeVisible();
      rerender({ connectors: [STORE, { ...ACME, id: '3' }] });
      expect(screen.queryByText('Acme Marketing is disconnected.')).toBeNull();
      rerender({ connectors: [STORE] });
      expect(screen.queryByText('Acme Marketing is disconnected.')).toBeNull();
    });

    it('is told no longer once another is being connected', async () => {
      const { rerender, onConnect } = show();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      rerender({ connectors: [] });
      expect(await screen.findByText('Acme Marketing is disconnected.')).toBeVisible();
      await userEvent.click(screen.getByRole('button', { name: /^Connect/ }));
      expect(onConnect).toHaveBeenCalledOnce();
      expect(screen.queryByText('Acme Marketing is disconnected.')).toBeNull();
    });

    it('says in the row that it did not work, and that the row is still there', async () => {
      const { rerender } = show();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      rerender({ failures: { 1: UNAVAILABLE } });
      expect(screen.getByRole('alert')).toHaveTextContent('Acme Marketing was not disconnected. Fernway is not answering.');
    });
  });

  describe('an account that could not be disconnected', () => {
    async function failed() {
      const shown = show();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      shown.rerender({ failures: { 1: UNAVAILABLE } });
      return shown;
    }

    it('is not called disconnected when it leaves later for another reason', async () => {
      const { rerender } = await failed();
      rerender({ connectors: [STORE] });
      expect(screen.queryByText('Acme Marketing')).toBeNull();
      expect(screen.queryByText('Acme Marketing is disconnected.')).toBeNull();
    });

    it('is, when another try went well, also where the host still tells of the first', async () => {
      const { rerender } = await failed();
      await select(3);
      await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme Marketing' }));
      rerender({ failures: { 1: UNAVAILABLE }, pendingIds: ['1'] });
      rerender({ connectors: [STORE] });
      expect(await screen.findByText('Acme Marketing is disconnected.')).toBeTruthy();
    });
  });

  describe('what was asked and did not happen', () => {
    it('is asked for again with the name that was typed', async () => {
      const { onRename, rerender } = show();
      await select(1);
      await userEvent.keyboard('Acme EU{Enter}');
      rerender({ failures: { 1: UNAVAILABLE } });
      expect(screen.getByRole('alert')).toHaveTextContent('Acme Marketing was not renamed. Fernway is not answering.');
      expect(screen.getByRole('alert').querySelector('svg')).not.toBeNull();
      await userEvent.click(screen.getByRole('button', { name: 'Try again: Acme Marketing' }));
      expect(onRename.mock.calls).toEqual([
        [ACME, 'Acme EU'],
        [ACME, 'Acme EU'],
      ]);
    });

    it('is asked for again where a check did not get through', async () => {
      const { onCheck } = show({ failures: { 1: UNAVAILABLE } });
      await userEvent.click(screen.getByRole('button', { name: 'Try again: Acme Marketing' }));
      expect(onCheck).toHaveBeenCalledExactlyOnceWith(ACME);
    });

    it.each<[string, Partial<Props>, string]>([
      ['check', {}, 'More for Acme Marketing'],
      ['check, in a row with buttons of the host’s', { slots: NO_BUTTONS }, ''],
    ])('leaves the focus in its row when it is asked for again by key: a %s', async (_, other, name) => {
      const { rerender } = show({ failures: { 1: UNAVAILABLE }, ...other });
      screen.getByRole('button', { name: 'Try again: Acme Marketing' }).focus();
      await userEvent.keyboard('{Enter}');
      rerender({ failures: {}, pendingIds: ['1'] });
      await drawn();
      expect(document.activeElement?.closest('li')).toBe(screen.getByText('Acme Marketing').closest('li'));
      expect(document.activeElement?.getAttribute('aria-label') ?? '').toBe(name);
    });

    it('leaves the focus in its row when it is disconnected by key, also through its question', async () => {
      const { rerender } = show({ stuckIds: ['1'] });
      screen.getByRole('button', { name: 'Try again: Acme Marketing' }).focus();
      await userEvent.keyboard('{Enter}');
      screen.getByRole('button', { name: 'Disconnect Acme Marketing' }).focus();
      await userEvent.keyboard('{Enter}');
      rerender({ stuckIds: [], pendingIds: ['1'] });
      await drawn();
      expect(more('Acme Marketing')).toHaveFocus();
      rerender({ connectors: [STORE], stuckIds: [], pendingIds: ['1'] });
      expect(focused()).toBe('Connected services');
    });

    it.each<[string, Partial<Props>]>([
      ['the host can not', { onCheck: undefined }],
      ['something runs', { pendingIds: ['1'] }],
    ])('has no button where %s', (_, other) => {
      show({ failures: { 1: UNAVAILABLE }, ...other });
      expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
    });
  });

  describe('states', () => {
    it('says under a name that is the service’s own since when it is connected', () => {
      const own = { ...connector('1', 'HubSpot', 'HubSpot'), createdAt: '2026-03-02T12:00:00Z' };
      show({ connectors: [own, connector('2', 'Shopify', 'Shopify'), { ...connector('3', 'Stripe', 'Stripe'), createdAt: 'some day' }, { ...ACME, id: '4' }] });
      const lines = [...document.querySelectorAll('[data-ack-slot=manager-item-text]')].map((text) => text.textContent);
      expect(lines).toEqual(['HubSpotConnected on Mar 2, 2026', 'Shopify', 'Stripe', 'Acme MarketingHubSpot']);
    });

    it('says nothing of a connector that nobody looked at', () => {
      show();
      expect(row('Acme Marketing').queryByText('Working')).toBeNull();
    });

    it('offers a broken row a way on that names it', async () => {
      const { onReconnect } = show({ statuses: { 1: { status: 'broken', note: 'The key was revoked.' } } });
      expect(row('Acme Marketing').getByText('The key was revoked.')).toBeTruthy();
      await userEvent.click(screen.getByRole('button', { name: 'Reconnect Acme Marketing' }));
      expect(onReconnect).toHaveBeenCalledExactlyOnceWith(ACME);
    });

    it('says that a connector was recycled, and offers to connect it again', async () => {
      const { onReconnect } = show({ connectors: [{ ...ACME, status: 'recycled' }], canReconnect: ({ status }) => status === 'recycled' });
      expect(row('Acme Marketing').getByText('Reconnect to use')).toBeTruthy();
      await userEvent.click(screen.getByRole('button', { name: 'Reconnect Acme Marketing' }));
      expect(onReconnect).toHaveBeenCalledExactlyOnceWith({ ...ACME, status: 'recycled' });
    });

    it('offers no new sign-in where the host says that there is none', async () => {
      show({ canReconnect: () => false, statuses: { 1: { status: 'broken' } } });
      expect(screen.queryByRole('button', { name: 'Reconnect Acme Marketing' })).toBeNull();
      await userEvent.click(more('Acme Marketing'));
      expect(row('Acme Marketing').queryByRole('menuitem', { name: 'Reconnect' })).toBeNull();
    });

    it('announces that it loads, in the layout that comes', () => {
      const { room } = show({ connectors: [], loading: true });
      expect(screen.getByText('Loading your connected services')).toBeTruthy();
      expect(room.querySelectorAll('[data-ack-slot=manager-item]')).toHaveLength(3);
    });

    it.each<[string, Partial<Props>]>([
      ['the list comes', {}],
      ['there is none', { connectors: [] }],
    ])('has no way to connect that would move from under a press when %s', async (_, come) => {
      const { onConnect, rerender } = show({ connectors: [], loading: true });
      expect(screen.getByRole('button', { name: 'Connect' })).toBeDisabled();
      rerender({ connectors: [ACME], loading: false, ...come });
      await userEvent.click(screen.getByRole('button', { name: /^Connect/ }));
      expect(onConnect).toHaveBeenCalledOnce();
    });

    it('has one button when nothing is connected', async () => {
      const { onConnect } = show({ connectors: [] });
      await userEvent.click(screen.getByRole('button'));
      expect(onConnect).toHaveBeenCalledOnce();
    });

    it('says why there is no list, and tries again', async () => {
      const { onRetry } = show({ connectors: [], error: UNAVAILABLE });
      expect(screen.getByRole('alert').textContent).toContain('could not be loaded');
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(onRetry).toHaveBeenCalledOnce();
    });

    it.each([
      ['no list', []],
      ['an old list', [ACME]],
    ])('has code and reference to quote in a fold: %s', async (_, connectors) => {
      const { room } = show({ connectors, error: new ConnectError('upstream_unavailable', 'For developers.', { requestId: 'req_8fK2mQ7v' }) });
      expect(await screen.findByText('req_8fK2mQ7v')).not.toBeVisible();
      await userEvent.click(screen.getByText('Technical details'));
      expect(screen.getByText('req_8fK2mQ7v')).toBeVisible();
      expect(screen.getByText('upstream_unavailable')).toBeVisible();
      expect(room).not.toHaveTextContent('For developers.');
      expect(await violations(room)).toEqual([]);
    });

    it('keeps the rows when they could not be renewed', () => {
      show({ error: UNAVAILABLE });
      expect(screen.getByRole('alert')).toHaveTextContent('This list may be out of date');
      expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(2);
    });

    it('offers no second try where a list is not possible', () => {
      show({ connectors: [], error: new ConnectError('not_available_in_token_mode', 'No list.') });
      expect(screen.getByText('The list is not available here')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
      expect(screen.queryByText('No services connected')).toBeNull();
    });

    it('shows names from outside as text', () => {
      const { room } = show({ connectors: [connector('1', '<img src=x>', 'HubSpot')] });
      expect(room.querySelector('img')).toBeNull();
      expect(screen.getByText('<img src=x>')).toBeTruthy();
    });

    it.each([320, 720])('keeps names of three hundred characters in a column of %i px', (width) => {
      const long = connector('1', 'x'.repeat(300), 'Service '.repeat(37).trim());
      const { room } = show({ connectors: [long, STORE], statuses: { 1: { status: 'broken', note: 'n'.repeat(300) } } }, width);
      expect(room.scrollWidth).toBeLessThanOrEqual(width);
      expect(row('acme-store').getByText('acme-store')).toBeTruthy();
    });

    it('keeps a row where it is when its wait begins and ends', () => {
      const { room, rerender } = show({ statuses: { 1: { status: 'ok' } } });
      const boxes = () => [...room.querySelectorAll('[data-ack-slot=manager-item]')].map((item) => item.getBoundingClientRect().toJSON());
      const before = boxes();
      rerender({ pendingIds: ['1'] });
      expect(boxes()).toEqual(before);
      rerender({ pendingIds: [] });
      expect(boxes()).toEqual(before);
    });

    it('moves nothing when the list comes', () => {
      const { room, rerender } = show({ connectors: [], loading: true });
      const boxes = () =>
        [...room.querySelectorAll('[data-ack-slot=manager-item], [data-ack-slot=manager-header] h2')].slice(0, 3).map((part) => part.getBoundingClientRect());
      const before = boxes();
      rerender({ connectors: [ACME, STORE], loading: false });
      const moved = boxes().flatMap((box, place) => [
        Math.abs(box.y - (before[place]?.y ?? Number.NaN)),
        Math.abs(box.height - (before[place]?.height ?? Number.NaN)),
      ]);
      expect(Math.max(...moved)).toBeLessThan(1);
    });

    it.each([320, 720])('fits a column of %i px', (width) => {
      const { room } = show({ statuses: { 1: { status: 'broken', note: 'The key was revoked in HubSpot on 12 Mar.' }, 2: { status: 'attention' } } }, width);
      expect(room.scrollWidth).toBeLessThanOrEqual(width);
    });
  });

  describe('axe', () => {
    const STATES: Record<string, Partial<Props>> = {
      listed: { statuses: { 1: { status: 'ok' }, 2: { status: 'broken', note: 'Revoked.' } } },
      pending: { pendingIds: ['1'], failures: { 2: UNAVAILABLE } },
      loading: { connectors: [], loading: true },
      empty: { connectors: [] },
      failed: { connectors: [], error: UNAVAILABLE },
    };
    it.each(Object.entries(STATES))('finds nothing wrong when %s', async (_, props) => {
      expect(await violations(show(props).room)).toEqual([]);
    });

    it('finds nothing wrong in the open menu, the name field and the question', async () => {
      const { room } = show();
      await userEvent.click(more('Acme Marketing'));
      expect(await violations(room)).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await select(1);
      expect(await violations(room)).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(document.activeElement).toBe(more('Acme Marketing')));
      await select(3);
      expect(await violations(room)).toEqual([]);
    });
  });
});
