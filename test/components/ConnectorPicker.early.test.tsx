import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ConnectorPicker } from '../../src/components/index.js';
import type { ConnectorDefinition } from '../../src/core/index.js';

const service = (name: string): ConnectorDefinition => ({ id: `id-${name}`, slug: null, name, category: null, iconUrl: null });
const FEW = ['Airtable', 'HubSpot', 'Jira'].map(service);
const MANY = [...FEW, ...Array.from({ length: 300 }, (_, place) => service(`Service ${place}`))];

type Props = ComponentProps<typeof ConnectorPicker>;

/** A picker whose list is on its way. */
function show(props: Partial<Props> = {}) {
  const onSelect = vi.fn<Props['onSelect']>();
  const draw = (more: Partial<Props>) => (
    <StrictMode>
      <ConnectorPicker definitions={[]} loading onSelect={onSelect} autoFocus {...props} {...more} />
    </StrictMode>
  );
  const { rerender } = render(draw({}));
  const arrive = (definitions: readonly ConnectorDefinition[]) => rerender(draw({ definitions, loading: false }));
  return { user: userEvent.setup(), onSelect, arrive };
}

const search = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search services' });

/** The whole text at once and Enter, in one task: as a script does it, a voice, or a password manager. */
function fillAndPress(text: string) {
  act(() => {
    search().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search(), text);
    search().dispatchEvent(new Event('input', { bubbles: true }));
    search().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
}

describe('Enter before the list is there', () => {
  it.each([
    ['short', FEW],
    ['long', MANY],
  ])('is done when a %s list comes, once', (_, definitions) => {
    const { onSelect, arrive } = show();
    fillAndPress('hubspot');
    expect(onSelect).not.toHaveBeenCalled();
    arrive(definitions);
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(FEW[1]);
    arrive([...definitions]);
    expect(onSelect).toHaveBeenCalledOnce();
  });

  it.each<[string, (user: ReturnType<typeof userEvent.setup>) => Promise<void> | void]>([
    ['something else is typed', (user) => user.keyboard('s')],
    ['something else is typed and taken back', (user) => user.keyboard('s{Backspace}')],
    ['the search is cleared', (user) => user.keyboard('{Escape}hubspot')],
    ['the focus is elsewhere', () => act(() => search().blur())],
    ['the focus was elsewhere', () => act(() => [search().blur(), search().focus()])],
  ])('is forgotten when %s', async (_, meanwhile) => {
    const { onSelect, arrive, user } = show();
    fillAndPress('hubspot');
    await meanwhile(user);
    arrive(FEW);
    expect(onSelect).not.toHaveBeenCalled();
  });

  it.each([
    ['no service', 'quickbase'],
    ['a guess that nobody has seen', 'hubpsot'],
  ])('takes %s for what fits none, also later', (_, text) => {
    const { onSelect, arrive } = show();
    fillAndPress(text);
    arrive(FEW);
    arrive([...FEW, service(text)]);
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('asks for nothing without text', async () => {
    const { onSelect, arrive, user } = show();
    await user.keyboard('{Enter}');
    arrive(FEW);
    expect(onSelect).not.toHaveBeenCalled();
  });
});

describe('Enter with the list', () => {
  it.each([
    ['short', FEW],
    ['long', MANY],
  ])('acts on the text that stands in the field at that moment, in a %s list', (_, definitions) => {
    const { onSelect } = show({ definitions, loading: false });
    fillAndPress('jira');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(FEW[2]);
  });

  it('takes no guess that is not shown yet', () => {
    const { onSelect } = show({ definitions: MANY, loading: false });
    fillAndPress('hubpsot');
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('chooses once while it is held down, and by a double click', async () => {
    const { onSelect, user } = show({ definitions: FEW, loading: false });
    await user.keyboard('jira{Enter>5/}');
    expect(onSelect).toHaveBeenCalledOnce();
    await user.dblClick(screen.getByRole('option'));
    expect(onSelect).toHaveBeenCalledTimes(2);
  });
});
