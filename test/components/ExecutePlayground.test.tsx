import { act, render, screen, waitFor, within } from '@testing-library/react';
import { type ComponentProps, StrictMode } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { ExecutePlayground } from '../../src/components/index.js';
import { ConnectError, type ExecuteJsonResult, type Operation } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

beforeAll(async () => {
  await Promise.all([loadValidate(), playgroundPanes.load()]);
});

const schema = (properties: Record<string, unknown>, required: string[] = []) => ({ type: 'object', properties, required });
const OPERATIONS: Operation[] = [
  { entity: 'contacts', action: 'create', kind: 'write', schema: schema({ email: { type: 'string' } }, ['email']) },
  {
    entity: 'contacts',
    action: 'list',
    kind: 'read',
    schema: schema({ limit: { type: 'integer', minimum: 1 }, archived: { type: 'boolean' }, filter: { type: 'object' } }),
  },
  { entity: 'contacts', action: 'get', kind: 'read', schema: schema({ id: { type: 'string' } }, ['id']) },
  { entity: 'payment_intents', action: 'api_search', kind: 'read', schema: schema({}) },
  { entity: 'deals', action: 'context_store_search', kind: 'read', schema: schema({}) },
];
const CONNECTOR = { id: '1', name: 'Acme Marketing', definition: { id: 'd', slug: 'hubspot', name: 'HubSpot' }, createdAt: null, updatedAt: null };
const LIST = { entity: 'contacts', action: 'list' };
/** With nothing to begin with: it needs a parameter. */
const GET = OPERATIONS.filter(({ action }) => action === 'get');

const answer = (records: readonly unknown[] | null, rest: Partial<ExecuteJsonResult> = {}): ExecuteJsonResult => ({
  type: 'json',
  data: { results: records },
  records,
  nextParams: null,
  durationMs: 412,
  requestId: null,
  ...rest,
});
const PEOPLE = answer([
  { id: '1', email: 'ada@corlett.example', revenue: 12480 },
  { id: '2', email: null, revenue: 640.5 },
]);

type Props = ComponentProps<typeof ExecutePlayground>;

function show(props: Partial<Props> = {}, width = 720) {
  const calls = { onRun: vi.fn<Props['onRun']>(), onStop: vi.fn(), onNextPage: vi.fn<NonNullable<Props['onNextPage']>>(), onRetryOperations: vi.fn() };
  const room = document.createElement('div');
  room.style.inlineSize = `${width}px`;
  room.style.background = '#fff';
  document.body.append(room);
  const draw = (more: Partial<Props> = {}) => (
    <StrictMode>
      <ExecutePlayground connector={CONNECTOR} operations={OPERATIONS} {...calls} {...props} {...more} />
    </StrictMode>
  );
  const { rerender } = render(draw(), { container: room });
  return { ...calls, room, rerender: (more: Partial<Props>) => rerender(draw(more)) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const operation = async (entity: string, action: string | RegExp) => {
  const group = screen.getByText(entity).closest('details');
  if (group === null) throw new Error(`No group ${entity}`);
  if (!group.open) await userEvent.click(within(group).getByText(entity));
  await userEvent.click(within(group).getByRole('button', { name: action }));
};

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('ExecutePlayground', () => {
  describeConformance<
    HTMLElement,
    | 'playground-header'
    | 'playground-panes'
    | 'playground-main'
    | 'operations'
    | 'operations-group'
    | 'operations-list'
    | 'operation'
    | 'parameters'
    | 'parameters-head'
    | 'parameters-grid'
    | 'parameters-actions'
    | 'result'
    | 'result-bar'
    | 'result-scroll'
    | 'result-table'
  >({
    draw: (props, classNames) => (
      <ExecutePlayground
        {...props}
        classNames={classNames}
        connector={CONNECTOR}
        operations={OPERATIONS}
        result={PEOPLE}
        onRun={() => undefined}
        onStop={() => undefined}
      />
    ),
    tag: 'section',
    slot: 'playground',
    slots: [
      'playground-header',
      'playground-panes',
      'playground-main',
      'operations',
      'operations-group',
      'operations-list',
      'operation',
      'parameters',
      'parameters-head',
      'parameters-grid',
      'parameters-actions',
      'result',
      'result-bar',
      'result-scroll',
      'result-table',
    ],
  });

  it('says a name once where the account is called as its service', () => {
    const { room } = show({ connector: { ...CONNECTOR, name: 'HubSpot' } });
    expect(room.querySelector('[data-ack-slot=playground-header] > div')?.textContent).toBe('HubSpot');
  });

  describe('operations', () => {
    it('begins with a list that reads, and marks what writes', () => {
      show();
      expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('List contacts');
      expect(document.querySelector('[data-writes]')?.textContent).toBe('CreateWrites');
    });

    it('calls a write that takes something away by its name', () => {
      show({ operations: [...OPERATIONS, { entity: 'contacts', action: 'delete', kind: 'write', schema: schema({}) }] });
      expect([...document.querySelectorAll('[data-writes]')].map(({ textContent }) => textContent)).toEqual(['CreateWrites', 'DeleteDeletes']);
    });

    it('fold behind the name of the chosen one in a narrow column, by keys alone', async () => {
      show({}, 320);
      const fold = button('Contacts: List');
      expect(fold).toHaveAttribute('aria-expanded', 'false');
      expect(screen.queryByRole('button', { name: 'Get' })).toBeNull();
      fold.focus();
      await userEvent.keyboard('{Enter}');
      expect(fold).toHaveAttribute('aria-expanded', 'true');
      button('Get').focus();
      await userEvent.keyboard('{Enter}');
      expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Get contact');
      expect(document.activeElement).toBe(button('Contacts: Get'));
      expect(screen.queryByRole('button', { name: 'Search' })).toBeNull();
    });

    it('are all there in a narrow column while none is chosen', async () => {
      const { rerender } = show({ value: null }, 320);
      expect(screen.getByText('Contacts')).toBeVisible();
      expect(screen.queryByRole('button', { name: /^Contacts:/ })).toBeNull();
      rerender({ value: LIST });
      expect(screen.getByText('Payment intents')).not.toBeVisible();
    });

    it.each<[string, Partial<Props>]>([
      ['at once', {}],
      ['where the host agrees to it later', { value: null }],
    ])('give the focus to the name of the first one that is chosen in a narrow column, %s', async (_, props) => {
      const { rerender } = show({ operations: GET, ...props }, 320);
      await userEvent.click(screen.getByText('Contacts'));
      button('Get').focus();
      await userEvent.keyboard('{Enter}');
      if (props.value === null) rerender({ value: { entity: 'contacts', action: 'get' } });
      expect(button('Contacts: Get')).toHaveFocus();
    });

    it('leave the focus where it went before the host agreed to the first one', async () => {
      const { rerender } = show({ operations: GET, value: null }, 320);
      await operation('Contacts', 'Get');
      const elsewhere = document.createElement('button');
      document.body.append(elsewhere);
      elsewhere.focus();
      rerender({ value: { entity: 'contacts', action: 'get' } });
      expect(elsewhere).toHaveFocus();
      elsewhere.remove();
    });

    it('stand open in a wide column, where focus stays on what was pressed', async () => {
      show();
      expect(screen.queryByRole('button', { name: /^Contacts:/ })).toBeNull();
      button('Get').focus();
      await userEvent.keyboard('{Enter}');
      expect(document.activeElement).toBe(button('Get'));
    });

    it('names operations by rule', async () => {
      show();
      await operation('Payment intents', 'Search');
      expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Search payment intents');
      await operation('Deals', 'Indexed search');
      expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Search indexed deals');
      await operation('Contacts', 'Get');
      expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Get contact');
    });

    it('can be controlled', async () => {
      const onValueChange = vi.fn();
      show({ value: LIST, onValueChange });
      await operation('Contacts', 'Get');
      expect(onValueChange).toHaveBeenCalledExactlyOnceWith({ entity: 'contacts', action: 'get' });
      expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('List contacts');
    });

    it('offers a new sign-in where the account has none that works', async () => {
      const onReconnect = vi.fn();
      show({ operations: [], operationsError: new ConnectError('connector_recycled', 'x'), onReconnect });
      expect(screen.getByRole('alert')).toHaveTextContent('It was not used for a while and was paused.');
      await userEvent.click(button('Reconnect'));
      expect(onReconnect).toHaveBeenCalledExactlyOnceWith(CONNECTOR);
    });

    it('speaks of the account where the service refuses its sign-in: there is no form', async () => {
      const onReconnect = vi.fn();
      show({ operations: [], operationsError: new ConnectError('credentials_refused', 'x'), onReconnect });
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('HubSpot did not accept the sign-in of this accountNothing was changed.Reconnect');
      expect(alert).not.toHaveTextContent('form');
      await userEvent.click(button('Reconnect'));
      expect(onReconnect).toHaveBeenCalledOnce();
    });

    it('has the reference of which it speaks', async () => {
      show({ operations: [], operationsError: new ConnectError('upstream_refused', 'x', { requestId: 'req-7' }) });
      expect(await screen.findByRole('alert')).toHaveTextContent('the reference below helps them');
      await userEvent.click(screen.getByText('Technical details'));
      expect(screen.getByText('req-7')).toBeVisible();
    });

    it('says why there are none, and tries again', async () => {
      const { onRetryOperations } = show({ operations: [], operationsError: new ConnectError('upstream_unavailable', 'x') });
      expect(screen.getByRole('alert').textContent).toContain('The server behind this page is not answering');
      await userEvent.click(button('Try again'));
      expect(onRetryOperations).toHaveBeenCalledOnce();
    });
  });

  describe('parameters', () => {
    it('are typed and run by keys alone', async () => {
      const { onRun } = show();
      screen.getByRole('textbox', { name: /Limit/ }).focus();
      await userEvent.keyboard('25{Enter}');
      expect(onRun).toHaveBeenCalledExactlyOnceWith({ ...LIST, params: { limit: 25 } });
    });

    it('tell yes, no and not set apart', async () => {
      const { onRun } = show();
      await userEvent.selectOptions(screen.getByRole('combobox', { name: /Archived/ }), 'No');
      await userEvent.click(button('Run'));
      await userEvent.selectOptions(screen.getByRole('combobox', { name: /Archived/ }), 'Not set');
      await userEvent.click(button('Run'));
      expect(onRun.mock.calls.map(([{ params }]) => params)).toEqual([{ archived: false }, {}]);
    });

    it('take the focus to the first value that is wrong, and run nothing', async () => {
      const { onRun } = show();
      const limit = screen.getByRole('textbox', { name: /Limit/ });
      await userEvent.fill(limit, '0');
      await userEvent.click(button('Run'));
      await waitFor(() => expect(document.activeElement).toBe(limit));
      expect(screen.getByText('Limit must be 1 or more.').closest('[id]')?.id).toBe(limit.getAttribute('aria-describedby')?.split(' ')[0]);
      expect(onRun).not.toHaveBeenCalled();
    });

    describe('of several values', () => {
      const range = { type: 'object', properties: { gt: { type: 'integer' }, lt: { type: 'integer', minimum: 5 } } };
      const NESTED: Operation[] = [
        { entity: 'contacts', action: 'list', kind: 'read', schema: schema({ created: range, email: { type: 'string' }, limit: { type: 'integer' } }) },
      ];

      it('are folded under their name where they can be left out, after those of one value', async () => {
        const { onRun } = show({ operations: NESTED });
        const labels = [...document.querySelectorAll('[data-ack-slot=parameters-grid] > * [data-ack-slot=field-label] > bdi')].map(
          (label) => label.textContent,
        );
        expect(labels).toEqual(['Email', 'Limit', 'Created']);
        expect(screen.queryByRole('textbox', { name: /Gt/ })).toBeNull();
        await userEvent.click(screen.getByText('Created'));
        await userEvent.fill(screen.getByRole('textbox', { name: /Gt/ }), '3');
        await userEvent.click(button('Run'));
        expect(onRun).toHaveBeenCalledExactlyOnceWith({ ...LIST, params: { created: { gt: 3 } } });
      });

      it('stand two in a row', async () => {
        show({ operations: NESTED });
        await userEvent.click(screen.getByText('Created'));
        const [gt, lt] = [/Gt/, /Lt/].map((name) => screen.getByRole('textbox', { name }).getBoundingClientRect());
        expect(lt?.top).toBe(gt?.top);
        expect(lt?.left).toBeGreaterThan(gt?.right ?? Number.NaN);
      });

      it('open where a value is wrong, and have the focus', async () => {
        const { onRun } = show({ operations: NESTED });
        await userEvent.click(screen.getByText('Created'));
        await userEvent.fill(screen.getByRole('textbox', { name: /Lt/ }), '1');
        await userEvent.click(screen.getByText('Created'));
        await userEvent.click(button('Run'));
        await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Lt/ })));
        expect(screen.getByText('Lt must be 5 or more.')).toBeVisible();
        expect(onRun).not.toHaveBeenCalled();
      });

      it('are open at once where something is in them', async () => {
        show({ operations: NESTED });
        await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
        await userEvent.fill(screen.getByRole('textbox', { name: 'Parameters' }), '{"created": {"gt": 7}}');
        await userEvent.click(screen.getByRole('tab', { name: 'Form' }));
        expect(screen.getByRole('textbox', { name: /Gt/ })).toHaveProperty('value', '7');
      });
    });

    it('are carried from the form to JSON and back, with what the form does not know', async () => {
      const { onRun } = show();
      await userEvent.fill(screen.getByRole('textbox', { name: /Limit/ }), '5');
      screen.getByRole('tab', { name: 'Form' }).focus();
      await userEvent.keyboard('{ArrowRight}');
      const text = screen.getByRole('textbox', { name: 'Parameters' });
      expect(text).toHaveProperty('value', '{\n  "limit": 5\n}');
      await userEvent.fill(text, '{"limit": 7, "expand": ["owner"]}');
      await userEvent.click(screen.getByRole('tab', { name: 'Form' }));
      expect(screen.getByRole('textbox', { name: /Limit/ })).toHaveProperty('value', '7');
      expect(screen.getByText('Also sent, as entered in JSON: expand')).toBeTruthy();
      await userEvent.click(button('Run'));
      expect(onRun).toHaveBeenCalledExactlyOnceWith({ ...LIST, params: { limit: 7, expand: ['owner'] } });
    });

    it('stay in JSON while they are none', async () => {
      const { onRun } = show();
      await userEvent.click(screen.getByRole('tab', { name: 'Raw' }));
      await userEvent.fill(screen.getByRole('textbox', { name: 'Parameters' }), '[1]');
      await userEvent.click(screen.getByRole('tab', { name: 'Form' }));
      expect(screen.getByRole('alert').textContent).toBe('Parameters are one JSON object, in braces.');
      await userEvent.click(button('Run'));
      expect(onRun).not.toHaveBeenCalled();
    });

    it('are kept while another operation is looked at', async () => {
      show();
      await userEvent.fill(screen.getByRole('textbox', { name: /Limit/ }), '5');
      await operation('Contacts', 'Get');
      await operation('Contacts', 'List');
      expect(screen.getByRole('textbox', { name: /Limit/ })).toHaveProperty('value', '5');
    });
  });

  describe('a write', () => {
    const CREATE = { entity: 'contacts', action: 'create' };

    it('runs only after its box, which names the account, is ticked, and asks again for the next', async () => {
      const { onRun } = show({ defaultValue: CREATE });
      expect(button('Create contact')).toHaveProperty('disabled', true);
      expect(document.getElementById(button('Create contact').getAttribute('aria-describedby') ?? '')?.textContent).toBe('Tick the box to go on');
      await userEvent.fill(screen.getByRole('textbox', { name: /Email/ }), 'nina@corlett.example');
      await userEvent.keyboard('{Enter}');
      expect(onRun).not.toHaveBeenCalled();
      await userEvent.click(screen.getByRole('checkbox', { name: 'I want to write to Acme Marketing' }));
      await userEvent.click(button('Create contact'));
      expect(onRun).toHaveBeenCalledExactlyOnceWith({ ...CREATE, params: { email: 'nina@corlett.example' } });
      expect(button('Create contact')).toHaveProperty('disabled', true);
    });

    it('that deletes says so, and names the account once where it is called as its service', () => {
      const operations: Operation[] = [{ entity: 'contacts', action: 'delete', kind: 'write', schema: schema({}) }];
      show({ operations, defaultValue: { entity: 'contacts', action: 'delete' }, connector: { ...CONNECTOR, name: 'HubSpot' } });
      expect(screen.getByRole('checkbox', { name: 'I want to delete in HubSpot' })).not.toBeChecked();
      expect(screen.getByText('It runs in HubSpot at once. It cannot be undone here.')).toBeVisible();
    });

    it.each(['timeout', 'backend_unavailable'] as const)('is never repeated by a button, and says when nobody knows whether it arrived (%s)', (code) => {
      show({ defaultValue: CREATE, error: new ConnectError(code, 'x') });
      expect(screen.getByText(/It is not known whether HubSpot made the change/)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
    });
  });

  describe('a run', () => {
    it('counts the seconds, keeps one button to stop it, and starts nothing twice', async () => {
      const { onStop, onRun, rerender } = show();
      await userEvent.click(button('Run'));
      rerender({ running: true, elapsedMs: 3100 });
      expect(screen.getByText('Asking HubSpot, 3 s')).toBeTruthy();
      expect(document.querySelectorAll('[data-ack-slot=spinner]')).toHaveLength(1);
      expect(button('Run')).toHaveAttribute('aria-disabled', 'true');
      button('Run').focus();
      await userEvent.keyboard('{Enter}');
      screen.getByRole('textbox', { name: /Limit/ }).focus();
      await userEvent.keyboard('{Enter}');
      await userEvent.click(button('Stop'));
      expect([onRun.mock.calls.length, onStop.mock.calls.length]).toEqual([1, 1]);
    });

    it('counts by itself where the host does not, and explains a long wait', () => {
      vi.useFakeTimers();
      show({ running: true });
      act(() => vi.advanceTimersByTime(4000));
      expect(screen.getByText('Asking HubSpot, 4 s')).toBeTruthy();
      act(() => vi.advanceTimersByTime(7000));
      expect(screen.getAllByText(/taking long/).length).toBeGreaterThan(0);
    });

    it('shows its result only at its own operation', async () => {
      const { rerender } = show();
      await userEvent.click(button('Run'));
      rerender({ result: PEOPLE });
      expect(screen.getByRole('table')).toBeTruthy();
      await operation('Contacts', 'Get');
      expect(screen.queryByRole('table')).toBeNull();
      await operation('Contacts', 'List');
      expect(screen.getByRole('table')).toBeTruthy();
    });

    it('asks for the next page, of the operation that was run, and says which page is shown', async () => {
      const { onNextPage, onRun, rerender } = show();
      await userEvent.click(button('Run'));
      rerender({ result: { ...PEOPLE, nextParams: { after: '2' } } });
      await userEvent.click(button('Next page'));
      expect(onNextPage).toHaveBeenCalledExactlyOnceWith({ after: '2' }, LIST);
      rerender({ result: { ...PEOPLE, nextParams: null } });
      expect(screen.getByText('Page 2 · 2 records · 412 ms')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
      expect(onRun).toHaveBeenCalledOnce();
    });

    it('is told in a region that stood there empty before the run', async () => {
      const { rerender, room } = show();
      const region = () => room.querySelector('[data-ack-slot=playground-main] > [role=status]');
      const before = region();
      expect(before).toBeEmptyDOMElement();
      rerender({ running: true });
      expect(before).toHaveTextContent(/^Asking HubSpot$/);
      rerender({ running: true, elapsedMs: 10_000 });
      expect(before).toHaveTextContent('HubSpot is taking long.');
      rerender({ result: PEOPLE });
      expect(before).toHaveTextContent('HubSpot: 2 records · 412 ms');
      rerender({ error: new ConnectError('upstream_unavailable', '502.') });
      expect(before).toBeEmptyDOMElement();
      expect(region()).toBe(before);
    });

    it.each([
      ['cursor_repeated', 'HubSpot says there is more, but does not send it'],
      ['cursor_missing', 'HubSpot says there is more, but not how to ask for it'],
    ] as const)('says why there is no next page: %s', (stopped, title) => {
      const { rerender } = show({ result: { ...PEOPLE, stopped } });
      const notice = screen.getByText(title).closest('[data-ack-slot=notice]');
      expect(document.querySelector('[data-ack-slot=playground-main] > [role=status]')).toHaveTextContent(title);
      expect(notice?.textContent).toMatch(/complete up to here.*narrow the parameters/);
      expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
      expect(screen.getByRole('table')).toBeTruthy();
      rerender({ result: PEOPLE });
      expect(screen.queryByText(title)).toBeNull();
    });

    it.each([320, 720])('says so within %i px', (width) => {
      const { room } = show({ result: { ...PEOPLE, stopped: 'cursor_repeated' } }, width);
      expect(room.scrollWidth).toBeLessThanOrEqual(width);
    });

    it('repeats the page that failed, not the first', async () => {
      const { onNextPage, rerender } = show();
      await userEvent.click(button('Run'));
      rerender({ result: { ...PEOPLE, nextParams: { after: '2' } } });
      await userEvent.click(button('Next page'));
      rerender({ error: new ConnectError('upstream_unavailable', 'x') });
      await userEvent.click(button('Run again'));
      expect(onNextPage.mock.calls).toEqual([
        [{ after: '2' }, LIST],
        [{ after: '2' }, LIST],
      ]);
      rerender({ result: PEOPLE });
      expect(screen.getByText(/^Page 2 /)).toBeTruthy();
    });
  });

  describe('a failure', () => {
    it('says when to ask again, and lets nobody ask before', () => {
      vi.useFakeTimers();
      const { onRun } = show({ error: new ConnectError('rate_limited', 'x', { retryAfter: 10 }) });
      expect(button('Run again in 10 sec')).toHaveProperty('disabled', true);
      act(() => vi.advanceTimersByTime(8000));
      expect(button('Run again in 2 sec')).toHaveProperty('disabled', true);
      act(() => vi.advanceTimersByTime(2000));
      act(() => button('Run again').click());
      expect(onRun).toHaveBeenCalledOnce();
    });

    it('speaks of the saved sign-in, not of what was typed, where the service refuses the account, and offers a new one', async () => {
      const onReconnect = vi.fn();
      show({ error: new ConnectError('credentials_refused', 'Answered 401.'), onReconnect });
      expect(screen.getByRole('alert')).toHaveTextContent('HubSpot did not accept the sign-in of this account');
      expect(screen.getByRole('alert')).toHaveTextContent('Reconnect the account, then run it again.');
      await userEvent.click(button('Reconnect'));
      expect(onReconnect).toHaveBeenCalledExactlyOnceWith(CONNECTOR);
    });

    it('orders nothing that the host has no way to do', () => {
      show({ error: new ConnectError('credentials_refused', 'Answered 401.') });
      expect(screen.getByRole('alert')).not.toHaveTextContent('Reconnect');
      expect(button('Run again')).toBeEnabled();
    });

    it.each([
      ['connector_not_found', true],
      ['connector_recycled', true],
      ['upstream_unavailable', false],
    ] as const)('of which a new sign-in is the way on has a button for it: %s', (code, offered) => {
      show({ error: new ConnectError(code, 'x'), onReconnect: () => undefined });
      expect(screen.queryByRole('button', { name: 'Reconnect' }) !== null).toBe(offered);
    });

    it('folds away what to quote to support, and copies it', async () => {
      const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
      show({ error: new ConnectError('upstream_refused', 'internal words for developers', { requestId: 'req_8fK2' }) });
      await userEvent.click(screen.getByText('Technical details'));
      expect(screen.getByText('req_8fK2')).toBeTruthy();
      await userEvent.click(button('Copy details'));
      expect(write).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^\{"code":"upstream_refused","requestId":"req_8fK2","time":"[^"]+"\}$/));
      expect(document.body.textContent).not.toContain('internal words');
    });
  });

  describe('a result', () => {
    it('is a table with numbers at the end, and JSON by the arrow', async () => {
      show({ result: PEOPLE });
      expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['id', 'email', 'revenue']);
      expect(getComputedStyle(screen.getByRole('cell', { name: '12480' })).textAlign).toBe('end');
      screen.getByRole('tab', { name: 'Table' }).focus();
      await userEvent.keyboard('{ArrowRight}');
      expect(screen.queryByRole('table')).toBeNull();
      expect(screen.getByRole('region', { name: 'Contacts' }).textContent).toBe(`${JSON.stringify(PEOPLE.data, null, 2)}\n`);
    });

    it('is only ever text', async () => {
      const { room } = show({ result: answer([{ '<b>key</b>': '<img src=x onerror="window.hacked = true">', link: 'javascript:alert(1)' }]) });
      expect(screen.getByText(/onerror/)).toBeTruthy();
      await userEvent.click(within(room).getByRole('tab', { name: 'JSON' }));
      expect(screen.getByText(/onerror/)).toBeTruthy();
      expect(room.querySelectorAll('img, a, b')).toHaveLength(0);
      expect('hacked' in window).toBe(false);
    });

    it('draws a hundred of ten thousand records, and more on demand', async () => {
      const many = Array.from({ length: 10_000 }, (_, id) => ({ id, tags: ['a'] }));
      show({ result: answer(many) });
      expect(screen.getByText('10,000 records · 412 ms')).toBeTruthy();
      expect(document.querySelectorAll('tbody tr')).toHaveLength(100);
      await userEvent.click(button('Show 100 more'));
      expect(document.querySelectorAll('tbody tr')).toHaveLength(200);
      await userEvent.click(screen.getByRole('tab', { name: 'JSON' }));
      expect(screen.getByRole('region', { name: 'Contacts' }).querySelectorAll('span').length).toBeLessThan(1000);
      await userEvent.click(button('Show more lines'));
      expect(screen.getByText(/Cut after 2,400 lines/)).toBeTruthy();
    });

    it('that is empty is a result', () => {
      show({ result: answer([]) });
      expect(screen.getByRole('heading', { name: '0 records' })).toBeTruthy();
      expect(screen.queryByRole('alert')).toBeNull();
    });

    it('without content says that it was accepted', () => {
      show({ result: answer(null, { data: null }) });
      expect(screen.getByRole('heading', { name: 'No content' })).toBeTruthy();
    });

    it('that is no list is shown as JSON', () => {
      show({ result: answer(null, { data: { id: '301' } }) });
      expect(screen.queryByRole('table')).toBeNull();
      expect(screen.getByText('"301"').dataset.json).toBe('string');
    });

    it('is copied and downloaded whole', async () => {
      const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
      const saved: string[] = [];
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download, this.href);
      });
      show({ result: PEOPLE });
      await userEvent.click(button('Copy result'));
      await userEvent.click(button('Download result'));
      const [name, href] = saved;
      expect(name).toBe('contacts-list.json');
      expect(await (await fetch(href ?? '')).json()).toEqual(PEOPLE.data);
      expect(JSON.parse(write.mock.calls[0]?.[0] ?? '')).toEqual(PEOPLE.data);
    });

    it('that is a file is a link that saves it under a safe name', async () => {
      show({ result: { type: 'file', blob: new Blob(['<script>']), filename: '../photo\u202egpj.html', contentType: 'text/html', requestId: null } });
      const link = await screen.findByRole('link', { name: 'Save photogpj.html' });
      expect(link.getAttribute('download')).toBe('photogpj.html');
      expect(link.getAttribute('href')).toMatch(/^blob:/);
      expect(document.querySelector('iframe, object, embed')).toBeNull();
    });
  });

  it.each([320, 720])('fits a column of %i px', (width) => {
    const { room } = show({ result: PEOPLE }, width);
    expect(room.scrollWidth).toBeLessThanOrEqual(width);
  });

  describe('axe', () => {
    const STATES: Record<string, Partial<Props>> = {
      'a table is shown': { result: { ...PEOPLE, nextParams: { after: '2' } } },
      'a list stops before its end': { result: { ...PEOPLE, stopped: 'cursor_missing' } },
      'nothing came': { result: answer([]) },
      'it runs': { running: true },
      'it failed': { error: new ConnectError('rate_limited', 'x', { retryAfter: 10, requestId: 'req_1' }) },
      'a write is asked': { defaultValue: { entity: 'contacts', action: 'create' } },
      'operations load': { operations: [], operationsLoading: true },
      'operations failed': { operations: [], operationsError: new ConnectError('timeout', 'x') },
    };
    it.each(Object.entries(STATES))('finds nothing wrong when %s', async (_, props) => {
      expect(await violations(show(props).room)).toEqual([]);
    });

    it('finds nothing wrong in JSON, entered and shown', async () => {
      const { room } = show({ result: PEOPLE });
      for (const tab of screen.getAllByRole('tab', { name: /JSON|Raw/ })) await userEvent.click(tab);
      expect(await violations(room)).toEqual([]);
    });
  });
});
