import '../../src/styles.css';
import { render, screen } from '@testing-library/react';
import { type KeyboardEvent, type ReactNode, StrictMode, useEffect, useRef, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Dialog } from '../../src/components/Dialog/index.js';

const hostClosed = vi.fn<() => void>();
beforeEach(() => hostClosed.mockClear());

/** What a host has in its own dialog: a button that opens ours. */
function Asking(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog aria-label="Ours" onClose={() => setOpen(false)}>
          <button type="button">First</button>
          <button type="button">Last</button>
        </Dialog>
      )}
    </>
  );
}

/** The browser's dialog: Escape, and a press beside it, close it. */
function HostDialog(): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label="Host"
      onCancel={hostClosed}
      onClose={hostClosed}
      onKeyDown={({ key }) => key === 'Escape' && hostClosed()}
      onClick={({ target }) => target === dialog.current && hostClosed()}
    >
      <Asking />
    </dialog>
  );
}

/** A dialog of an older make: it listens for Escape on the document, and takes back the focus that leaves it. */
function HostTrap(): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Node && box.current?.contains(target) === false) box.current.querySelector('button')?.focus();
    };
    const onKeyDown = ({ key }: globalThis.KeyboardEvent) => {
      if (key === 'Escape') hostClosed();
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') hostClosed();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what such hosts do.
    <div ref={box} onKeyDown={onKeyDown}>
      <Asking />
    </div>
  );
}

describe.each([
  ['a dialog of the host', HostDialog],
  ['a host that traps the focus', HostTrap],
])('in %s', (_, Host) => {
  async function opened() {
    render(<Host />, { wrapper: StrictMode });
    const open = screen.getByRole('button', { name: 'Open' });
    open.focus();
    await userEvent.keyboard('{Enter}');
    return { open, ours: await screen.findByRole('dialog', { name: 'Ours' }) };
  }

  it('keeps the focus inside', async () => {
    const { ours } = await opened();
    expect(ours.matches(':modal')).toBe(true);
    for (const name of ['First', 'Last']) {
      screen.getByRole('button', { name }).focus();
      expect(document.activeElement).toHaveTextContent(name);
    }
  });

  it('closes alone on Escape, and gives the focus back', async () => {
    const { open } = await opened();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog', { name: 'Ours' })).toBeNull();
    expect(document.activeElement).toBe(open);
    expect(hostClosed).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(hostClosed).toHaveBeenCalled();
  });

  it('closes alone on a press beside it', async () => {
    const { open } = await opened();
    await userEvent.click(document.documentElement, { position: { x: 4, y: 4 }, force: true });
    await expect.poll(() => screen.queryByRole('dialog', { name: 'Ours' })).toBeNull();
    expect(document.activeElement).toBe(open);
    expect(hostClosed).not.toHaveBeenCalled();
  });
});
