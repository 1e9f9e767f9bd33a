import type { ConnectApi } from '../../core/index.js';
import { dropReturn, isEmbedded, type ReturnPoint, saveReturn } from '../../oauth/index.js';

/** A page that is left is gone within this, in milliseconds; one that is still here could not leave. */
const LEAVING_MS = 5_000;

export interface ConsentTabOptions {
  api: ConnectApi;
  leave: (url: string) => void;
  /** The tab can not be left: there is only the link. */
  onStuck: (consentUrl: string) => void;
}

/** Goes on with a sign-in in this tab: notes where to come back to, and leaves. */
export function createConsentTab({ api, leave, onStuck }: ConsentTabOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stay = () => clearTimeout(timer);
  return {
    /** Whether leaving makes sense at all: not where attempts live in the page's memory, nor in a frame of another site. */
    mayLeave: () => api.survivesRedirect !== false && !isEmbedded(),
    go(consentUrl: string, point: ReturnPoint) {
      stay();
      if (!saveReturn(point)) return onStuck(consentUrl);
      leave(consentUrl);
      timer = setTimeout(onStuck, LEAVING_MS, consentUrl);
      // Kept whole while it is away, a page that comes back by the Back button has left well.
      addEventListener('pagehide', stay, { once: true });
    },
    /** The sign-in goes on in a window after all, or is over. */
    stay(attemptId: string) {
      stay();
      dropReturn(attemptId);
    },
  };
}
