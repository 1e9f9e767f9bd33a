import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Offers `window.bench` and measures keystrokes. What is drawn is compiled inside the measured time, the modules are loaded before it. */
export function offerBench(formOf: (schema: object) => () => ReactNode): void {
  window.keystrokes = [];
  window.bench = {
    draw(schema) {
      const place = document.body.appendChild(document.createElement('main'));
      const root = createRoot(place);
      const start = performance.now();
      const form = formOf(schema);
      flushSync(() => root.render(form()));
      place.getBoundingClientRect(); // makes the browser lay it out now
      const took = performance.now() - start;
      window.bench.clear = () => {
        root.unmount();
        place.remove();
      };
      return took;
    },
    clear: () => undefined,
  };
  let pressed = 0;
  window.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  window.addEventListener('input', () => {
    const start = pressed;
    requestAnimationFrame(() => afterPaint(() => window.keystrokes.push(performance.now() - start)));
  });
}

/** A message that is posted in a frame arrives when that frame is on the screen. */
function afterPaint(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = callback;
  port2.postMessage(null);
}
