import '../../src/styles.css';
import { act, render, screen } from '@testing-library/react';
import { type ReactNode, StrictMode, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Dialog } from '../../src/components/Dialog/index.js';
import { Button } from '../../src/components/parts/index.js';
import { describeConformance, violations } from './conformance.js';

const LOCK = 'data-ack-scroll-locked';

function Asking({ onClose }: { onClose?: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  const close = () => {
    onClose?.();
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <button type="button">Behind</button>
      {open && (
        <Dialog aria-labelledby="asked" onClose={close}>
          <h2 id="asked">Disconnect Acme?</h2>
          <button type="button" onClick={close}>
            Keep it
          </button>
          <button type="button">Disconnect</button>
        </Dialog>
      )}
    </>
  );
}

async function opened(props: Parameters<typeof Asking>[0] = {}) {
  const { unmount } = render(<Asking {...props} />, { wrapper: StrictMode });
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  return { unmount, dialog: await screen.findByRole('dialog', { name: 'Disconnect Acme?' }) };
}

describeConformance<HTMLDialogElement>({
  draw: (props) => (
    <Dialog {...props} aria-label="Asked" onClose={() => undefined}>
      <p>text</p>
    </Dialog>
  ),
  tag: 'dialog',
  slot: 'dialog',
});

describe('a dialog, by keyboard', () => {
  it('holds focus inside, and gives it back to the button that opened it', async () => {
    const { dialog } = await opened();
    const focused: (string | null)[] = [];
    for (let presses = 0; presses < 6; presses += 1) {
      await userEvent.tab();
      focused.push(document.activeElement?.textContent ?? null);
    }
    expect(focused).not.toContain('Behind');
    expect(dialog.matches(':modal')).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toHaveTextContent('Open');
  });

  it('asks once for Escape, however often it is drawn', async () => {
    let asked = 0;
    await opened({ onClose: () => (asked += 1) });
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => asked).toBe(1);
  });

  it('stays open for a host that does not agree, and tells it when the browser closes it all the same', async () => {
    let asked = 0;
    render(
      <Dialog aria-label="Asked" onClose={() => (asked += 1)}>
        <button type="button">Inside</button>
      </Dialog>,
      { wrapper: StrictMode },
    );
    const dialog = screen.getByRole<HTMLDialogElement>('dialog');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => asked).toBe(1);
    expect(dialog.open).toBe(true);
    act(() => dialog.close());
    await expect.poll(() => asked).toBe(2);
  });
});

describe('the foot of a narrow dialog', () => {
  it('stacks its buttons, each as wide as the others', async () => {
    const before = [window.innerWidth, window.innerHeight] as const;
    await page.viewport(320, 640);
    render(
      <Dialog aria-label="Sign in" onClose={() => undefined}>
        <footer data-ack-slot="dialog-footer">
          <Button variant="ghost">Cancel</Button>
          <Button variant="primary">Continue</Button>
        </footer>
      </Dialog>,
    );
    const [cancel, go] = ['Cancel', 'Continue'].map((name) => screen.getByRole('button', { name }).getBoundingClientRect());
    expect(go?.width).toBeGreaterThan(200);
    expect(go?.width).toBe(cancel?.width);
    expect(go?.bottom).toBeLessThanOrEqual(cancel?.top ?? 0);
    await page.viewport(...before);
  });
});

describe('the page behind a dialog', () => {
  it('is held while it scrolls, does not move, and goes free with the last dialog', async () => {
    const Page = ({ first, second }: { first: boolean; second: boolean }) => (
      <>
        <div ref={(node) => node?.style.setProperty('height', '5000px')} />
        {first && <Dialog aria-label="First" onClose={() => undefined} />}
        {second && <Dialog aria-label="Second" onClose={() => undefined} />}
      </>
    );
    const { rerender } = render(<Page first={false} second={false} />);
    const width = document.body.getBoundingClientRect().width;
    rerender(<Page first second />);
    expect(getComputedStyle(document.documentElement).overflowY).toBe('hidden');
    expect(document.body.getBoundingClientRect().width).toBe(width);
    rerender(<Page first={false} second />);
    expect(document.documentElement.hasAttribute(LOCK)).toBe(true);
    rerender(<Page first={false} second={false} />);
    expect(document.documentElement.hasAttribute(LOCK)).toBe(false);
    expect(document.documentElement.getAttribute('style') ?? '').toBe('');
  });

  it('is as it was after a hundred dialogs', () => {
    const before = document.documentElement.cloneNode(true);
    for (let times = 0; times < 100; times += 1) {
      const { unmount, container } = render(<Dialog aria-label="Asked" onClose={() => undefined} />, { wrapper: StrictMode });
      unmount();
      container.remove();
    }
    expect(document.documentElement.isEqualNode(before)).toBe(true);
  });
});

it('has nothing that axe finds wrong', async () => {
  await opened();
  expect(await violations(document.body)).toEqual([]);
});
