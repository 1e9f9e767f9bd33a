import '../../src/styles.css';
import { act, render, screen } from '@testing-library/react';
import { type KeyboardEvent, type ReactNode, StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
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

/** A panel of the host that closes on a press outside of it, and a dialog drawn beside it, by a provider around the app. */
function HostPanel({ dialog }: { dialog: ReactNode }): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || panel.current?.contains(target) || target.closest('[data-ack-slot="dialog"]')) return;
      hostClosed();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, []);
  return (
    <>
      <div ref={panel}>Panel</div>
      {dialog}
    </>
  );
}

describe('beside a panel of the host that closes on a press outside of it', () => {
  it('is passed over by its slot, for a press in it and one beside it', async () => {
    const onClose = vi.fn();
    const dialog = (
      <Dialog aria-label="Ours" onClose={onClose}>
        <button type="button">First</button>
      </Dialog>
    );
    const { rerender } = render(<HostPanel dialog={dialog} />, { wrapper: StrictMode });
    await userEvent.click(screen.getByRole('button', { name: 'First' }));
    await userEvent.click(document.documentElement, { position: { x: 4, y: 4 }, force: true });
    expect(onClose).toHaveBeenCalledOnce();
    expect(hostClosed).not.toHaveBeenCalled();
    rerender(<HostPanel dialog={null} />);
    await userEvent.click(document.documentElement, { position: { x: 4, y: 200 }, force: true });
    expect(hostClosed).toHaveBeenCalledOnce();
  });
});

it('can be pressed where a modal of the host has taken the presses from the page', async () => {
  document.body.style.pointerEvents = 'none';
  onTestFinished(() => {
    document.body.style.removeProperty('pointer-events');
  });
  const onPress = vi.fn();
  render(
    <Dialog aria-label="Ours" onClose={() => undefined}>
      <button type="button" onClick={onPress}>
        First
      </button>
    </Dialog>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'First' }), { timeout: 2_000 });
  expect(onPress).toHaveBeenCalledOnce();
});

it('keeps its Escape from a host that listens on the document where React’s root is the document', async () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument;
  if (page === null) throw new Error('A frame of this page has a document.');
  const root = createRoot(page);
  onTestFinished(() => {
    act(() => root.unmount());
    frame.remove();
  });
  act(() =>
    root.render(
      <html lang="en">
        <body>
          <Dialog aria-label="Ours" onClose={() => undefined}>
            <button type="button">First</button>
          </Dialog>
        </body>
      </html>,
    ),
  );
  const onKeyDown = vi.fn();
  page.addEventListener('keydown', onKeyDown);
  const press = (key: string) => page.querySelector('button')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  press('Escape');
  expect(onKeyDown).not.toHaveBeenCalled();
  press('a');
  expect(onKeyDown).toHaveBeenCalledOnce();
});
