import '../../src/styles.css';
import { render, screen } from '@testing-library/react';
import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type CloseGuard, Dialog, useCloseGuard } from '../../src/components/Dialog/index.js';

/** Holds the dialog open, and notes why it was to close. */
function Guarded({ asked }: { asked: string[] }) {
  const guard = useCallback<CloseGuard>((cause) => asked.push(cause) > 0, [asked]);
  useCloseGuard(guard);
  return (
    <>
      <input aria-label="Typed" />
      <input aria-label="A host’s list" onKeyDown={(event) => event.preventDefault()} />
      {createPortal(<input aria-label="Elsewhere" />, document.body)}
      <dialog aria-label="A host’s own">
        <input aria-label="In the host’s own" />
      </dialog>
    </>
  );
}

function draw() {
  const asked: string[] = [];
  const closed: string[] = [];
  function Asking() {
    const [typing, setTyping] = useState(true);
    return (
      <Dialog aria-label="Asked" onClose={() => closed.push('closed')}>
        {typing && <Guarded asked={asked} />}
        <button type="button" onClick={() => setTyping(false)}>
          Finish
        </button>
      </Dialog>
    );
  }
  render(<Asking />);
  return { asked, closed, dialog: screen.getByRole<HTMLDialogElement>('dialog') };
}

const typed = () => screen.getByLabelText('Typed');
const pressEscape = (how: KeyboardEventInit = {}) =>
  typed().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...how }));

describe('what a dialog holds is asked before it closes', () => {
  it('by the browser’s own way back, as on a phone', () => {
    const { asked, closed, dialog } = draw();
    const back = new Event('cancel', { cancelable: true });
    dialog.dispatchEvent(back);
    expect([asked, closed, back.defaultPrevented]).toEqual([['escape'], [], true]);
  });

  it('not by the Escape of an input method, nor by one that something inside has taken', () => {
    const { asked } = draw();
    pressEscape({ isComposing: true });
    typed().addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    pressEscape();
    expect(asked).toEqual([]);
    pressEscape();
    expect(asked).toEqual(['escape']);
  });

  it('not by an Escape that a control of the host’s closes its list with', async () => {
    const { asked, closed } = draw();
    screen.getByLabelText('A host’s list').focus();
    await userEvent.keyboard('{Escape}');
    expect([asked, closed]).toEqual([[], []]);
    typed().focus();
    await userEvent.keyboard('{Escape}');
    expect([asked, closed]).toEqual([['escape'], []]);
  });

  it.each(['Elsewhere', 'In the host’s own'])('not by an Escape %s, which is that of another surface', (name) => {
    const { asked } = draw();
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    screen.getByLabelText(name).dispatchEvent(pressed);
    expect([asked, pressed.defaultPrevented]).toEqual([[], false]);
  });

  it('and no more once that is gone', async () => {
    const { asked, closed } = draw();
    await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => closed).toEqual(['closed']);
    expect(asked).toEqual([]);
  });
});

describe('a dialog with more in it than the window shows', () => {
  const before = [window.innerWidth, window.innerHeight] as const;
  afterEach(() => page.viewport(...before));

  it('scrolls its body between head and foot, and holds no page that does not scroll', async () => {
    await page.viewport(600, 500);
    render(
      <Dialog aria-label="Long" onClose={() => undefined}>
        <header data-ack-slot="dialog-header">Head</header>
        <div data-ack-slot="dialog-body">
          <div ref={(node) => node?.style.setProperty('height', '4000px')}>Body</div>
        </div>
        <footer data-ack-slot="dialog-footer">
          <button type="button">Go on</button>
        </footer>
      </Dialog>,
    );
    const body = document.querySelector('[data-ack-slot="dialog-body"]') ?? document.body;
    body.scrollTop = 4000;
    expect(body.scrollTop).toBeGreaterThan(3000);
    expect(screen.getByRole('button').getBoundingClientRect().bottom).toBeLessThanOrEqual(500);
    expect(document.documentElement.hasAttribute('data-ack-scroll-locked')).toBe(false);
  });
});
