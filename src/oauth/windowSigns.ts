import type { ConsentWindow } from '../core/index.js';
import type { ConsentWindowHandle } from './consentWindow.js';
import { type CallbackMessage, openChannel } from './messages.js';
import { noteOwnAttempt } from './outcomes.js';
import { readCallbackMessage } from './readCallbackMessage.js';

/** How long a window must look closed before that is said, in milliseconds: a page with COOP looks closed while it loads. */
const CLOSED_GRACE_MS = 2_000;
const WINDOW_CHECK_MS = 500;

/** Hears the attempt's channel and messages of this origin. Answers how to stop. */
export function listen(attemptId: string, onMessage: (message: CallbackMessage, way: 'channel' | 'message') => void): () => void {
  noteOwnAttempt(attemptId);
  const hear = (way: 'channel' | 'message') => (event: MessageEvent) => {
    const message = event.origin === window.location.origin ? readCallbackMessage(event.data, attemptId) : null;
    if (message !== null) onMessage(message, way);
  };
  const channel = openChannel(attemptId);
  channel?.addEventListener('message', hear('channel'));
  const hearWindow = hear('message');
  window.addEventListener('message', hearWindow);
  return () => {
    channel?.close();
    window.removeEventListener('message', hearWindow);
  };
}

/** Calls `look` when the page is looked at again. Answers how to stop. */
export function onLookedAt(look: () => void): () => void {
  const visible = () => document.visibilityState === 'visible' && look();
  document.addEventListener('visibilitychange', visible);
  window.addEventListener('focus', look);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    window.removeEventListener('focus', look);
  };
}

export interface WatchWindowOptions {
  /** The sign-in window of the moment. */
  handle: () => ConsentWindowHandle | null;
  onWindow?: ((window: Exclude<ConsentWindow, 'blocked'>) => void) | undefined;
  /** It looks closed for the first time. */
  onSuspect: () => void;
}

/** Looks now and then whether the sign-in window seems closed. Answers how to stop. */
export function watchWindow({ handle, onWindow, onSuspect }: WatchWindowOptions): () => void {
  let closedFor = 0;
  const timer = setInterval(() => {
    const gone = handle()?.closed === true;
    if (!gone && closedFor >= CLOSED_GRACE_MS) onWindow?.('open');
    closedFor = gone ? closedFor + WINDOW_CHECK_MS : 0;
    if (closedFor === WINDOW_CHECK_MS) onSuspect();
    if (closedFor === CLOSED_GRACE_MS) onWindow?.('maybe_closed');
  }, WINDOW_CHECK_MS);
  return () => clearInterval(timer);
}
