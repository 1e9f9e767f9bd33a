import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent as pointer } from 'vitest/browser';
import { ConnectorPicker } from '../../src/components/index.js';
import { ConnectError, type ConnectorDefinition } from '../../src/core/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

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
const names = () => screen.queryAllByRole('option').map((option) => option.querySelector('[data-ack-slot=picker-item-name]')?.textContent);
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
      expect(screen.queryByRole('option')).toBeNull();
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
      expect(screen.getByRole('alert')).toBeVisible();
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

  describe('with thousands of services', () => {
    const many = Array.from({ length: 5000 }, (_, place) => service(`Service ${place}`));

    it('draws the first, and more when the end comes near', async () => {
      const { user } = show({ definitions: many });
      expect(screen.getAllByRole('option')).toHaveLength(96);
      expect(screen.getAllByRole('option')[0]).toHaveAttribute('aria-setsize', '5000');
      await user.keyboard('{ArrowDown>40/}');
      await waitFor(() => expect(document.querySelectorAll('[role=option]').length).toBeGreaterThan(96));
    }, 60_000); // forty keys, each drawn twice by StrictMode

    it('finds the last of them', async () => {
      const { user } = show({ definitions: many });
      await user.keyboard('4999');
      expect(names()).toEqual(['Service 4999']);
    });
  });

  describe('for everyone', () => {
    const STATES: [string, Partial<Props>][] = [
      ['a list', { suggested: ['stripe'], connectedCounts: { 'id-jira': 1 }, attentionIds: ['id-hubspot'], onRequest: () => undefined }],
      ['a wait', { definitions: [], loading: true }],
      ['a failure', { definitions: [], error: OFFLINE, onRetry: () => undefined }],
      ['nothing', { definitions: [] }],
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
