import { render, screen, waitFor } from '@testing-library/react';
import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectorList } from '../../src/components/index.js';
import type { Connector } from '../../src/core/index.js';
import '../../src/styles.css';

const ACME: Connector = {
  ...{ id: '1', name: 'Acme', createdAt: null, updatedAt: null },
  definition: { id: 'hubspot', slug: 'hubspot', name: 'HubSpot' },
};
const nothing = () => undefined;

/** A list of one account, at a place of the window. */
function List({ place = {}, dir }: { place?: Pick<CSSProperties, 'top' | 'insetInline'>; dir?: 'rtl' }) {
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    Object.assign(room.current?.style ?? {}, { position: 'absolute', top: '40px', insetInline: '20px 60px', ...place });
  }, [place]);
  return (
    <div ref={room} dir={dir}>
      <ConnectorList connectors={[ACME]} onDisconnect={nothing} onRename={nothing} />
      <button type="button">After</button>
    </div>
  );
}

const button = () => screen.getByRole('button', { name: 'More for Acme' });
const menu = () => document.querySelector('[role=menu]:popover-open');
async function open(): Promise<{ menu: DOMRect; button: DOMRect }> {
  button().focus();
  await userEvent.keyboard('{Enter}');
  const box = menu()?.getBoundingClientRect();
  if (box === undefined) throw new Error('The menu is not open.');
  return { menu: box, button: button().getBoundingClientRect() };
}

describe('an open menu', () => {
  it('stands below its button, and above it where there is no room', async () => {
    const { unmount } = render(<List />);
    const below = await open();
    expect(below.menu.top).toBeGreaterThanOrEqual(below.button.bottom);
    unmount();
    render(<List place={{ top: `${window.innerHeight - 140}px` }} />);
    const above = await open();
    expect(above.menu.bottom).toBeLessThanOrEqual(above.button.top);
  });

  it('begins at the other end of its button where text runs from the right', async () => {
    render(<List dir="rtl" />);
    const boxes = await open();
    expect(boxes.menu.left).toBeCloseTo(boxes.button.left, 0);
  });

  it('stays at its button while the page scrolls, and leaves nothing that listens when it is gone', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const { unmount } = render(
      <>
        <div ref={(node) => node?.style.setProperty('height', '3000px')} />
        <List />
      </>,
    );
    const before = await open();
    await waitFor(() => expect(button().getAttribute('aria-expanded')).toBe('true'));
    window.scrollTo(0, 30);
    await waitFor(() => expect(menu()?.getBoundingClientRect().top).toBeCloseTo(before.menu.top - 30, 0));
    unmount();
    window.scrollTo(0, 0);
    const heard = ({ mock }: typeof added | typeof removed, wanted: string) => mock.calls.filter(([type]) => type === wanted).map(([, listener]) => listener);
    for (const type of ['scroll', 'resize']) {
      expect(heard(added, type).length).toBeGreaterThan(0);
      expect(heard(added, type).filter((listener) => !heard(removed, type).includes(listener))).toEqual([]);
    }
    added.mockRestore();
    removed.mockRestore();
  });

  it('is left by Tab', async () => {
    render(<List />);
    await open();
    await userEvent.tab();
    await waitFor(() => expect(menu()).toBeNull());
  });
});

describe('names', () => {
  it('run in their own direction, and so does what is typed for one', async () => {
    const { container } = render(<List />);
    expect(container.querySelector('[data-ack-slot=manager-item-name] > bdi')).toHaveTextContent('Acme');
    await open();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: 'New name for Acme' }).dir).toBe('auto');
  });

  it('are given up by Escape without a word to what holds the row', async () => {
    const heard: string[] = [];
    render(<ConnectorList connectors={[ACME]} onDisconnect={nothing} onRename={nothing} onKeyDown={({ key }) => heard.push(key)} />);
    await open();
    await userEvent.keyboard('{Enter}');
    heard.length = 0;
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(heard).toEqual([]);
  });
});

describe('an account that was disconnected', () => {
  it('takes no focus from where a person is by then', async () => {
    const list = (connectors: Connector[]) => (
      <>
        <ConnectorList connectors={connectors} onDisconnect={nothing} onRename={nothing} />
        <input aria-label="Elsewhere" />
      </>
    );
    const { rerender } = render(list([ACME]));
    await open();
    await userEvent.keyboard('{End}{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect Acme' }));
    screen.getByRole('textbox', { name: 'Elsewhere' }).focus();
    rerender(list([]));
    expect(await screen.findByText('Acme is disconnected.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Elsewhere' })).toHaveFocus();
  });
});
