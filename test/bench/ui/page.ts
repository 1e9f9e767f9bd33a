import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

export interface BenchedPage {
  page: (count: number) => ReactNode;
  /** Whether the list shows the answer to what was typed; left out where there is no list. */
  answers?: (typed: string) => boolean;
}

/** Offers `window.uiBench`, and measures each key press in the page's field. */
export function offerBench({ page, answers }: BenchedPage): void {
  window.presses = [];
  let clear = (): void => undefined;
  window.uiBench = {
    draw(count) {
      clear();
      const place = document.body.appendChild(document.createElement('main'));
      const root = createRoot(place);
      clear = () => {
        root.unmount();
        place.remove();
      };
      const shown = page(count);
      const start = performance.now();
      flushSync(() => root.render(shown));
      place.getBoundingClientRect(); // makes the browser lay it out now
      return performance.now() - start;
    },
  };
  let pressed = 0;
  addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  addEventListener('input', ({ target }) => {
    const start = pressed;
    const typed = target instanceof HTMLInputElement ? target.value : '';
    afterPaint(() => {
      const letter = performance.now() - start;
      const tell = (list: number | null) => window.presses.push({ letter, list });
      if (answers === undefined) tell(null);
      else
        whenPainted(
          () => answers(typed),
          () => tell(performance.now() - start),
        );
    });
  });
}

/** Looks after each paint; a frame in which it was true has been on the screen. */
function whenPainted(isTrue: () => boolean, then: () => void): void {
  if (isTrue()) then();
  else afterPaint(() => whenPainted(isTrue, then));
}

/** A message that is posted in a frame arrives when that frame is on the screen. */
function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = callback;
    port2.postMessage(null);
  });
}
