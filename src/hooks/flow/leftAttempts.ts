import { listen, onLookedAt } from '../../oauth/index.js';

/** An attempt ends this long after its start at the latest, in milliseconds. */
const OPEN_MS = 15 * 60_000;

/**
 * Sign-ins that were cancelled or given up, and may end well all the same: in a window that nobody could close, or on another device. Then
 * the list is read again, when they say so and whenever the page is looked at.
 */
export function createLeftAttempts(refresh: () => void) {
  const running = new Set<() => void>();
  return {
    add(attemptId: string) {
      const stops = [
        listen(attemptId, (message) => {
          if (message.type !== 'ack:outcome') return;
          refresh();
          stop();
        }),
        onLookedAt(refresh),
      ];
      const timer = setTimeout(() => stop(), OPEN_MS);
      const stop = () => {
        clearTimeout(timer);
        running.delete(stop);
        for (const end of stops) end();
      };
      running.add(stop);
    },
    dispose() {
      for (const stop of running) stop();
    },
  };
}
