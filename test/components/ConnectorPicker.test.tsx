import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent as pointer } from 'vitest/browser';
import { pickerTrouble } from '../../src/components/ConnectorPicker/pickerTrouble.js';
import { ConnectorPicker } from '../../src/components/index.js';
import { ConnectError, type ConnectorDefinition } from '../../src/core/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

beforeAll(() => pickerTrouble.load());

const service = (name: string, category: string | null = null): ConnectorDefinition => ({
  id: `id-${name.toLowerCase().replaceAll(' ', '-')}`,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  category,
  iconUrl: null,
});

const DEFINITIONS = [
  service('Airtable', 'Spreadsheets'),
  service('Google Ads', 'Advertising'),
  service('Google Sheets', 'Spreadsheets'),
  service('HubSpot', 'CRM'),
  service('Jira', 'Projects'),
  service('Salesforce', 'CRM'),
  service('Stripe', 'Payments'),
];
/** So many that the choice of their kind is offered. */
const MANY = Array.from({ length: 30 }, (_, place) => service(`Place ${place + 1}`, place % 2 === 0 ? 'CRM' : 'Projects'));
const OFFLINE = new ConnectError('network_unavailable', 'The list could not be reached.');

type Props = ComponentProps<typeof ConnectorPicker>;

function show(props: Partial<Props> = {}, width: 320 | 480 = 480, theme: 'light' | 'dark' = 'light') {
  const onSelect = vi.fn<Props['onSelect']>();
  const user = userEvent.setup();
  const room = document.createElement('div');
  room.style.inlineSize = `${width}px`;
  room.style.background = theme === 'dark' ? '#17181b' : '#fff';
  room.setAttribute('data-ack-theme', theme);
  document.body.append(room);
  const draw = (more: Partial<Props> = {}) => (
    <StrictMode>
      <ConnectorPicker definitions={DEFINITIONS} onSelect={onSelect} autoFocus {...props} {...more} />
    </StrictMode>
  );
  const { container, rerender } = render(draw(), { container: room });
  return { user, onSelect, container, rerender: (more: Partial<Props>) => rerender(draw(more)) };
}

const search = () => screen.getByRole('combobox', { name: 'Search services' });
const names = () => [...document.querySelectorAll('[data-ack-slot=picker-item-name]')].map(({ textContent }) => textContent);
const highlighted = () => document.querySelector('[data-highlighted] [data-ack-slot=picker-item-name]')?.textContent ?? null;

describe('ConnectorPicker', () => {
  describeConformance<
    HTMLDivElement,
    'picker-search' | 'picker-results' | 'picker-heading' | 'picker-list' | 'picker-item' | 'picker-item-name' | 'picker-item-meta' | 'picker-footer' | 'input'
  >({
    draw: (props, classNames) => (
      <ConnectorPicker {...props} classNames={classNames} definitions={DEFINITIONS} onSelect={() => undefined} onRequest={() => undefined} />
    ),
    tag: 'div',
    slot: 'picker',
    slots: [
      'picker-search',
      'picker-results',
      'picker-heading',
      'picker-list',
      'picker-item',
      'picker-item-name',
      'picker-item-meta',
      'picker-footer',
      'input',
    ],
  });

  describe('by keyboard alone', () => {
    it('keeps the focus in the search while arrows move the highlight through the cards', async () => {
      const { user } = show();
      expect(search()).toHaveFocus();
      expect(highlighted()).toBeNull();
      await user.keyboard('{ArrowDown}');
      expect(highlighted()).toBe('Airtable');
      await user.keyboard('{ArrowRight}');
      expect(highlighted()).toBe('Google Ads');
      await user.keyboard('{ArrowDown}');
      expect(highlighted()).toBe('Jira');
      await user.keyboard('{ArrowUp}{ArrowLeft}');
      expect(highlighted()).toBe('Airtable');
      expect(search()).toHaveFocus();
    });

    it('names the highlighted option to assistive technology', async () => {
      const { user } = show();
      await user.keyboard('{ArrowDown}{ArrowDown}');
      const option = screen.getByRole('option', { selected: true });
      expect(option).toHaveTextContent('HubSpot');
      expect(search()).toHaveAttribute('aria-activedescendant', option.id);
      expect(search()).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Services' }).id);
    });

    it('moves left to the next card where text runs from the right', async () => {
      const { user } = show({ dir: 'rtl' });
      await user.keyboard('{ArrowDown}{ArrowLeft}');
      expect(highlighted()).toBe('Google Ads');
    });

    it('moves to the next row where cards are rows', async () => {
      const { user } = show({}, 320);
      await user.keyboard('{ArrowDown}{ArrowDown}');
      expect(highlighted()).toBe('Google Ads');
    });

    it('keeps the highlight at the ends', async () => {
      const { user } = show({ layout: 'list' });
      await user.keyboard('{ArrowUp}');
      expect(highlighted()).toBeNull();
      await user.keyboard('{ArrowDown}{ArrowUp}');
      expect(highlighted()).toBe('Airtable');
      await user.keyboard('{ArrowDown>9/}');
      expect(highlighted()).toBe('Stripe');
    });

    it('goes to the first and the last by Home and End, which belong to the text once there is some', async () => {
      const { user } = show();
      await user.keyboard('{End}');
      expect(highlighted()).toBe('Stripe');
      await user.keyboard('{Home}');
      expect(highlighted()).toBe('Airtable');
      await user.keyboard('goo{ArrowDown}{Home}x');
      expect(search()).toHaveValue('xgoo');
    });

    it('highlights the best result and selects it with Enter', async () => {
      const { user, onSelect } = show();
      await user.keyboard('sheets');
      expect(highlighted()).toBe('Google Sheets');
      await user.keyboard('{Enter}');
      expect(onSelect).toHaveBeenCalledExactlyOnceWith(DEFINITIONS[2]);
    });

    it('does nothing on Enter while nothing is highlighted', async () => {
      const { user, onSelect } = show();
      await user.keyboard('{Enter}');
      expect(onSelect).not.toHaveBeenCalled();
    });

    it('clears the search on Escape, and leaves a second one to the dialog around it', async () => {
      const escapes: boolean[] = [];
      const { user } = show({ onKeyDown: (event) => event.key === 'Escape' && escapes.push(event.isDefaultPrevented()) });
      await user.keyboard('goo{Escape}');
      expect(search()).toHaveValue('');
      await user.keyboard('{Escape}');
      expect(escapes).toEqual([true, false]);
    });

    it('leaves left and right to the text while something is typed', async () => {
      const { user } = show();
      await user.keyboard('oo{ArrowLeft}{ArrowLeft}g');
      expect(search()).toHaveValue('goo');
    });

    it('keeps Enter of an input method for the text', async () => {
      const { onSelect, user } = show();
      await user.keyboard('goo');
      search().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
      expect(onSelect).not.toHaveBeenCalled();
    });
  });

  describe('searching', () => {
    it('marks what was found and says how many there are', async () => {
      const { user, container } = show();
      await user.keyboard('goo');
      expect(names()).toEqual(['Google Ads', 'Google Sheets']);
      expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Goo', 'Goo']);
      expect(screen.getByRole('status')).toHaveTextContent('2 results for “goo”');
    });

    it('repeats a query without result, and clears it with the focus back in the search', async () => {
      const { user } = show();
      await user.keyboard('quickbase');
      expect(screen.getByRole('heading', { name: 'No service matches “quickbase”' })).toBeVisible();
      expect(search()).toHaveAttribute('aria-expanded', 'false');
      await user.tab();
      await user.tab();
      await user.keyboard('{Enter}');
      expect(names()).toHaveLength(DEFINITIONS.length);
      expect(search()).toHaveFocus();
    });

    it('asks for a service that is not offered', async () => {
      const onRequest = vi.fn<(query: string) => void>();
      const { user } = show({ onRequest });
      await user.click(screen.getByRole('button', { name: 'Request it' }));
      await user.type(search(), ' quickbase ');
      await user.click(screen.getByRole('button', { name: 'Request “quickbase”' }));
      expect(onRequest.mock.calls).toEqual([[''], ['quickbase']]);
    });

    it('guesses after a slip of the keys, and takes the guess with Enter', async () => {
      const { user, onSelect } = show();
      await user.keyboard('hubpsot');
      expect(screen.getByRole('group', { name: 'No service matches “hubpsot”. Did you mean one of these?' })).toBeVisible();
      expect(screen.getByRole('status')).toHaveTextContent('No service matches “hubpsot”. Did you mean HubSpot?');
      await user.keyboard('{Enter}');
      expect(onSelect).toHaveBeenCalledExactlyOnceWith(DEFINITIONS[3]);
    });

    it('repeats no more than a line of what was typed', async () => {
      const { user } = show();
      await user.click(search());
      await user.paste('q'.repeat(300));
      expect(screen.getByRole('heading')).toHaveTextContent(`No service matches “${'q'.repeat(60)}…”`);
    });

    it('takes with Enter what was typed, however late the list follows', async () => {
      const { onSelect } = show({ definitions: [...DEFINITIONS, ...Array.from({ length: 3000 }, (_, place) => service(`Service ${place}`))] });
      // One task: the list is not drawn in between.
      act(() => {
        const field = search();
        if (field instanceof HTMLInputElement) Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'jira');
        flushSync(() => field.dispatchEvent(new Event('input', { bubbles: true })));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      });
      expect(onSelect).toHaveBeenCalledExactlyOnceWith(DEFINITIONS[4]);
    });

    it('looks through one kind of service, and through all again', async () => {
      const { user } = show({ categories: true, suggested: ['stripe'] });
      const kind = screen.getByRole('combobox', { name: 'Kind of service' });
      expect(
        within(kind)
          .getAllByRole('option')
          .map((option) => option.textContent),
      ).toEqual(['All kinds', 'Advertising', 'CRM', 'Payments', 'Projects', 'Spreadsheets']);
      await user.selectOptions(kind, 'CRM');
      expect(names()).toEqual(['HubSpot', 'Salesforce']);
      await user.type(search(), 'stripe');
      expect(screen.getByText('The search went through CRM only.')).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Search all kinds' }));
      expect(names()).toEqual(['Stripe']);
      expect(search()).toHaveFocus();
    });

    it('offers kinds by itself only where there are many services', () => {
      const { rerender } = show();
      expect(screen.queryByRole('combobox', { name: 'Kind of service' })).toBeNull();
      rerender({ definitions: Array.from({ length: 30 }, (_, place) => service(`Service ${place}`, place % 2 === 0 ? 'CRM' : 'Files')) });
      expect(screen.getByRole('combobox', { name: 'Kind of service' })).toBeVisible();
    });

    it('keeps what is typed while the list is on its way', async () => {
      const { user, rerender } = show({ definitions: [], loading: true });
      await user.keyboard('jir');
      rerender({ definitions: DEFINITIONS, loading: false });
      expect(names()).toEqual(['Jira']);
      expect(search()).toHaveFocus();
    });
  });

  describe('what it shows', () => {
    it('says how a service stands in place of its kind', () => {
      show({ connectedCounts: { 'id-hubspot': 2, 'id-jira': 1 }, attentionIds: ['id-stripe'] });
      const text = (name: RegExp) => screen.getByRole('option', { name }).textContent;
      expect(text(/HubSpot/)).toContain('2 connected');
      expect(text(/Jira/)).toContain('Connected');
      expect(text(/Stripe/)).toContain('Sign in again');
      expect(text(/Airtable/)).toContain('Spreadsheets');
    });

    it('puts suggested services first, each only once', () => {
      show({ suggested: ['stripe', 'id-hubspot', 'unknown'] });
      const groups = screen.getAllByRole('group').map((group) => within(group).getAllByRole('option').length);
      expect(names().slice(0, 2)).toEqual(['Stripe', 'HubSpot']);
      expect(groups).toEqual([2, 5]);
      expect(screen.getByRole('group', { name: 'More services' })).toBeVisible();
    });

    it('selects by a press without taking the focus from the search', async () => {
      const { onSelect } = show();
      // The browser's own pointer: where a press puts the focus is the browser's.
      await pointer.click(screen.getByRole('option', { name: /Jira/ }));
      expect(onSelect).toHaveBeenCalledExactlyOnceWith(DEFINITIONS[4]);
      expect(search()).toHaveFocus();
    });

    it('says that the list is on its way', () => {
      const { container } = show({ definitions: [], loading: true });
      expect(screen.getByRole('status')).toHaveTextContent('Loading your services');
      expect(container.querySelectorAll('[data-ack-slot=picker-item][data-loading]')).toHaveLength(9);
      expect(screen.queryByRole('listbox')).toBeNull();
      expect(screen.getByRole('combobox', { name: 'Kind of service' })).toBeDisabled();
    });

    it('offers a retry when the list fails, and gives the focus to the search when it is there', async () => {
      const onRetry = vi.fn();
      const { user, rerender } = show({ definitions: [], error: OFFLINE, onRetry, autoFocus: false });
      expect(screen.getByRole('alert')).toHaveTextContent('You seem to be offline');
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      expect(onRetry).toHaveBeenCalledOnce();
      rerender({ definitions: DEFINITIONS, error: null });
      await waitFor(() => expect(search()).toHaveFocus());
    });

    it('speaks of the list, not of a service, and gives the reference', () => {
      show({ definitions: [], error: new ConnectError('upstream_unavailable', 'Airbyte answered 502.', { requestId: 'req-7' }) });
      expect(screen.getByRole('alert')).toHaveTextContent('The services could not be loaded');
      expect(screen.getByRole('alert')).toHaveTextContent('req-7');
    });

    it('keeps an old list when a new one fails', () => {
      show({ error: OFFLINE, onRetry: () => undefined });
      expect(screen.getByRole('alert')).toHaveAttribute('data-tone', 'warning');
      expect(names()).toHaveLength(DEFINITIONS.length);
    });

    it('says that the application offers nothing', () => {
      show({ definitions: [], appName: 'Fernway' });
      expect(screen.getByText('Fernway does not offer any service yet.')).toBeVisible();
      expect(screen.queryByRole('combobox')).toBeNull();
    });

    it('shows markup in a name as text', () => {
      const { container } = show({ definitions: [service('<img src=x onerror=alert(1)>')] });
      expect(container.querySelector('img')).toBeNull();
      expect(names()).toEqual(['<img src=x onerror=alert(1)>']);
    });
  });

  describe('before a choice', () => {
    it('tells which service a pointer rests on, and nothing of those it passes', async () => {
      const onIntent = vi.fn<NonNullable<Props['onIntent']>>();
      show({ onIntent });
      fireEvent.pointerEnter(screen.getByRole('option', { name: /Airtable/ }));
      fireEvent.pointerLeave(screen.getByRole('option', { name: /Airtable/ }));
      fireEvent.pointerEnter(screen.getByRole('option', { name: /Jira/ }));
      await waitFor(() => expect(onIntent).toHaveBeenCalled());
      expect(onIntent.mock.calls).toEqual([[DEFINITIONS[4]]]);
    });

    it('tells which service the keys rest on', async () => {
      const onIntent = vi.fn<NonNullable<Props['onIntent']>>();
      const { user } = show({ onIntent });
      await user.keyboard('{ArrowDown}{ArrowDown}');
      await waitFor(() => expect(onIntent).toHaveBeenCalledWith(DEFINITIONS[3]));
      expect(onIntent).not.toHaveBeenCalledWith(DEFINITIONS[0]);
    });
  });

  describe('when the list comes', () => {
    const boxes = (container: HTMLElement) =>
      [
        ...container.querySelectorAll(
          '[data-ack-slot=picker-search], [data-ack-slot=picker-heading], [data-ack-slot=picker-item], [data-ack-slot=picker-item] > :first-child',
        ),
      ]
        .slice(0, 10)
        .map((element) => element.getBoundingClientRect())
        .flatMap(({ x, y, width, height }) => [x, y, width, height]);

    it.each([
      { layout: 'grid', width: 480, count: 'many', categories: undefined },
      { layout: 'grid', width: 320, count: 'many', categories: undefined },
      { layout: 'list', width: 480, count: 'many', categories: undefined },
      { layout: 'grid', width: 320, count: 'few', categories: undefined },
      { layout: 'list', width: 480, count: 'few', categories: undefined },
      { layout: 'grid', width: 320, count: 'one kind', categories: undefined },
      { layout: 'grid', width: 320, count: 'few', categories: false },
      { layout: 'list', width: 480, count: 'few', categories: false },
    ] as const)('moves nothing: $layout, $width px, $count services', ({ layout, width, count, categories }) => {
      const { container, rerender } = show({ definitions: [], loading: true, layout, categories }, width);
      const before = boxes(container);
      rerender({ definitions: { many: MANY, few: DEFINITIONS, 'one kind': DEFINITIONS.map((one) => ({ ...one, category: 'CRM' })) }[count], loading: false });
      const moved = boxes(container).map((side, place) => Math.abs(side - (before[place] ?? Number.NaN)));
      expect(moved).toHaveLength(40);
      expect(Math.max(...moved)).toBeLessThan(1);
    });
  });

  describe('with bad input', () => {
    const HUGE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"><rect width="9000" height="9000"/></svg>')}`;

    it('shows the letter where a logo does not load, and keeps a huge one in its tile', async () => {
      const { container } = show({
        definitions: [
          { ...service('Broken'), iconUrl: 'data:image/png;base64,AAAA' },
          { ...service('Huge'), iconUrl: HUGE },
        ],
      });
      await waitFor(() => expect(container.querySelectorAll('img')).toHaveLength(1));
      expect([...container.querySelectorAll('[data-ack-slot=tile]')].map(({ textContent }) => textContent)).toEqual(['B', '']);
      const logo = container.querySelector('img');
      await waitFor(() => expect(logo?.naturalWidth).toBe(9000));
      expect(logo?.getBoundingClientRect().width).toBeLessThan(36);
    });

    it.each([480, 320] as const)('keeps names of three hundred characters in their place, %i px wide', (width) => {
      const long = 'Name '.repeat(60).trim();
      const { container } = show({ definitions: [service(long), service('x'.repeat(300)), service('Jira')] }, width);
      expect(container.scrollWidth).toBeLessThanOrEqual(width + 8); // rows reach into the dialog's sides
      expect(Math.max(...screen.getAllByRole('option').map((option) => option.getBoundingClientRect().height))).toBeLessThan(180);
      expect(screen.getByRole('option', { name: new RegExp(long) })).toBeVisible();
    });

    it('shows a name of two lines whole', () => {
      const { container } = show({ definitions: [service('Google Analytics Data Interface')] });
      const name = container.querySelector('[data-ack-slot=picker-item-name]');
      const text = container.querySelector('[data-ack-slot=picker-item-name] > bdi');
      expect(text?.getClientRects().length).toBeGreaterThan(1);
      expect(name?.getBoundingClientRect().height).toBeGreaterThanOrEqual((text?.getBoundingClientRect().height ?? 0) - 1);
      expect(name?.scrollHeight).toBe(name?.clientHeight);
    });

    it('keeps the order of words where a name runs from the right', () => {
      const { container } = show({ definitions: [service('חשבונית ירוקה 2')] });
      expect(container.querySelector('[data-ack-slot=picker-item-name] > bdi')).toHaveTextContent('חשבונית ירוקה 2');
    });

    it('works with one service alone', async () => {
      const { user, onSelect } = show({ definitions: DEFINITIONS.slice(0, 1), suggested: ['airtable'] });
      expect(screen.getByRole('status')).toHaveTextContent('1 service');
      await user.keyboard('{ArrowDown}{Enter}');
      expect(onSelect).toHaveBeenCalledOnce();
    });

    it('draws its own part where one of the host throws, names it, and keeps working', async () => {
      const reports: unknown[] = [];
      const note = (event: ErrorEvent) => {
        reports.push(event.error);
        event.preventDefault();
      };
      addEventListener('error', note);
      const Meta = ({ definition }: { definition: ConnectorDefinition }) => {
        if (definition.name === 'HubSpot') throw new TypeError('No such plan.');
        return <span>{`Own ${definition.name}`}</span>;
      };
      const { onSelect } = show({ slots: { 'picker-item-meta': Meta } });
      expect(screen.getByRole('option', { name: /HubSpot/ })).toHaveTextContent('HubSpotCRM');
      expect(screen.getByRole('option', { name: /Jira/ })).toHaveTextContent('Own Jira');
      await pointer.click(screen.getByRole('option', { name: /HubSpot/ }));
      expect(onSelect).toHaveBeenCalledOnce();
      removeEventListener('error', note);
      expect(reports).toContainEqual(expect.objectContaining({ code: 'invalid_prop', message: expect.stringContaining('"picker-item-meta"') }));
    });
  });

  describe('with thousands of services', () => {
    const many = Array.from({ length: 5000 }, (_, place) => service(`Service ${place}`));

    it('draws the first, and more when the end comes near', async () => {
      const { user } = show({ definitions: many });
      expect(screen.getAllByRole('option')).toHaveLength(24);
      expect(screen.getAllByRole('option')[0]).toHaveAttribute('aria-setsize', '5000');
      await user.keyboard('{ArrowDown>40/}');
      await waitFor(() => expect(document.querySelectorAll('[role=option]').length).toBeGreaterThan(24));
    }, 60_000); // forty keys, each drawn twice by StrictMode

    it('draws a list of a hundred whole', () => {
      show({ definitions: many.slice(0, 100) });
      expect(screen.getAllByRole('option').filter(({ tagName }) => tagName === 'BUTTON')).toHaveLength(100);
    });

    it('finds the last of them', async () => {
      const { user } = show({ definitions: many });
      await user.keyboard('4999');
      await waitFor(() => expect(names()).toEqual(['Service 4999']));
    });
  });

  describe('for everyone', () => {
    const STATES: [string, Partial<Props>][] = [
      ['a list', { suggested: ['stripe'], connectedCounts: { 'id-jira': 1 }, attentionIds: ['id-hubspot'], onRequest: () => undefined }],
      ['a wait', { definitions: [], loading: true }],
      ['a failure', { definitions: [], error: OFFLINE, onRetry: () => undefined }],
      ['nothing', { definitions: [], onRequest: () => undefined }],
      ['kinds to choose from', { categories: true }],
    ];
    const THEMES = ['light', 'dark'] as const;

    it.each(STATES.flatMap(([state, props]) => THEMES.map((theme) => ({ state, theme, props }))))(
      'has no finding of axe with $state, $theme',
      async ({ theme, props }) => {
        const { container } = show(props, 480, theme);
        expect(await violations(container)).toEqual([]);
      },
    );

    it('has no finding of axe while searching, with and without result', async () => {
      const { container, user } = show();
      await user.keyboard('goo');
      expect(await violations(container)).toEqual([]);
      await user.keyboard('xyz');
      expect(await violations(container)).toEqual([]);
    });

    it('fits into 320 px', () => {
      const { container } = show(
        { definitions: [service('A-very-long-name-without-any-place-to-break-it-at-all'), ...DEFINITIONS], suggested: ['stripe'] },
        320,
      );
      expect(container.scrollWidth).toBeLessThanOrEqual(320 + 8);
    });
  });
});
