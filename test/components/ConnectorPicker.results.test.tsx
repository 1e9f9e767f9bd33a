import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectorPicker } from '../../src/components/index.js';
import type { ConnectorDefinition } from '../../src/core/index.js';
import '../../src/styles.css';

const service = (name: string, category: string | null = null): ConnectorDefinition => ({ id: name, slug: null, name, category, iconUrl: null });
const many = (count: number) => Array.from({ length: count }, (_, place) => service(`Service ${place}`));
const nothing = () => undefined;
const options = () => [...document.querySelectorAll<HTMLElement>('[data-ack-slot=picker-item]')];

/** A room of its own: how services stand depends on it. */
function roomOf(width: number) {
  const room = document.body.appendChild(document.createElement('div'));
  room.style.inlineSize = `${width}px`;
  return room;
}

describe('the services', () => {
  it('say their place among all, over the groups they stand in', () => {
    render(<ConnectorPicker definitions={many(3)} suggested={['Service 2']} onSelect={nothing} />);
    expect(options().map((option) => `${option.querySelector('bdi')?.textContent} ${option.ariaPosInSet}/${option.ariaSetSize}`)).toEqual([
      'Service 2 1/3',
      'Service 0 2/3',
      'Service 1 3/3',
    ]);
  });

  it('come into view when the keys reach them', async () => {
    const { container } = render(<ConnectorPicker definitions={many(60)} layout="list" onSelect={nothing} autoFocus />);
    container.style.cssText = 'block-size: 300px; overflow-y: auto';
    await userEvent.keyboard('{End}');
    const [last, room] = [options().at(-1), container].map((element) => element?.getBoundingClientRect());
    expect(last?.bottom).toBeLessThanOrEqual((room?.bottom ?? 0) + 1);
    container.removeAttribute('style');
  });

  it('are drawn from the first page again for another query', async () => {
    render(<ConnectorPicker definitions={many(400)} onSelect={nothing} autoFocus />);
    // All of them come near, one page after the other, in a window as tall as this.
    await waitFor(() => {
      options().at(-1)?.scrollIntoView();
      expect(options().length).toBeGreaterThan(150);
    });
    await userEvent.keyboard('service 1');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/results for “service 1”/));
    expect(options().length).toBeLessThan(100);
    window.scrollTo(0, 0);
  });

  it.each([
    [700, 4],
    [480, 3],
    [320, 1],
  ])('stand as cards in %i px: %i of them beside each other', (width, columns) => {
    render(<ConnectorPicker definitions={many(8)} onSelect={nothing} />, { container: roomOf(width) });
    const [first] = options().map((option) => option.getBoundingClientRect().top);
    expect(options().filter((option) => option.getBoundingClientRect().top === first)).toHaveLength(columns);
  });

  it('are as tall with a kind as without one', () => {
    for (const category of ['CRM', null]) render(<ConnectorPicker definitions={[service('Acme', category)]} onSelect={nothing} />, { container: roomOf(480) });
    const [first, second] = options().map((option) => option.getBoundingClientRect().height);
    expect(first).toBeCloseTo(second ?? 0, 0);
  });
});

it('tells of the same service once in a row, and again after another one', () => {
  vi.useFakeTimers();
  try {
    const onIntent = vi.fn<(definition: ConnectorDefinition) => void>();
    render(<ConnectorPicker definitions={many(2)} onSelect={nothing} onIntent={onIntent} />);
    for (const place of [0, 0, 1, 0]) {
      fireEvent.pointerEnter(options()[place] ?? document.body);
      vi.advanceTimersByTime(200);
      fireEvent.pointerLeave(options()[place] ?? document.body);
    }
    expect(onIntent.mock.calls.map(([{ name }]) => name)).toEqual(['Service 0', 'Service 1', 'Service 0']);
  } finally {
    vi.useRealTimers();
  }
});

it('tells of a service that a pointer rests on also where the list is renewed meanwhile', () => {
  vi.useFakeTimers();
  try {
    const onIntent = vi.fn<(definition: ConnectorDefinition) => void>();
    const list = () => <ConnectorPicker definitions={many(2)} onSelect={nothing} onIntent={onIntent} />;
    const { rerender } = render(list());
    fireEvent.pointerEnter(options()[1] ?? document.body);
    rerender(list());
    vi.advanceTimersByTime(200);
    expect(onIntent.mock.calls.map(([{ name }]) => name)).toEqual(['Service 1']);
  } finally {
    vi.useRealTimers();
  }
});

it('does not tell of a service that the keys reached and the next letter took away', () => {
  vi.useFakeTimers();
  try {
    const onIntent = vi.fn<(definition: ConnectorDefinition) => void>();
    render(<ConnectorPicker definitions={many(2)} onSelect={nothing} onIntent={onIntent} />);
    const search = screen.getByRole('combobox');
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(options()[0]).toHaveAttribute('aria-selected', 'true');
    fireEvent.change(search, { target: { value: 'qqqqqq' } });
    expect(options()).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(onIntent).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});

it('gives another component of the host another try after one that threw', () => {
  const note = (event: ErrorEvent) => event.preventDefault();
  window.addEventListener('error', note);
  const Broken = () => {
    throw new Error('No such plan.');
  };
  const Whole = () => <b>Own</b>;
  const list = (part: () => React.ReactNode) => (
    <ConnectorPicker definitions={[service('Acme', 'CRM')]} onSelect={nothing} slots={{ 'picker-item-meta': part }} />
  );
  const { rerender } = render(list(Broken));
  expect(options()[0]).toHaveTextContent('AcmeCRM');
  rerender(list(Whole));
  expect(options()[0]).toHaveTextContent('AcmeOwn');
  window.removeEventListener('error', note);
});
