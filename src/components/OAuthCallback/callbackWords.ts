import type { ConnectErrorCode } from '../../core/index.js';
import type { Messages } from '../../i18n/index.js';
import type { OAuthCallbackStatus } from './OAuthCallback.js';

/** What the page says, and the mark beside it. */
export interface CallbackWords {
  title: string;
  text: string;
  badge: 'success' | 'danger' | 'warning' | undefined;
}

interface Subject {
  status: OAuthCallbackStatus;
  errorCode: ConnectErrorCode;
  service: string | undefined;
  name: string | undefined;
  app: string | undefined;
  /** The wait has taken long. */
  long: boolean;
}

/** What the page says, and its sign. */
export function callbackWords({ callback, errors }: Pick<Messages, 'callback' | 'errors'>, { status, errorCode, long, ...named }: Subject): CallbackWords {
  switch (status) {
    case 'completing':
      return { title: callback.completing.title, text: long ? callback.completing.long : callback.completing.text(named), badge: undefined };
    case 'connected':
      return { title: callback.connected.title(named), text: callback.connected.text(named), badge: 'success' };
    case 'relayed':
      return { title: callback.relayed.title(named), text: callback.relayed.text(named), badge: 'success' };
    case 'nothing':
      return { title: callback.nothing.title, text: callback.nothing.text(named), badge: 'warning' };
    case 'failed': {
      const { title, text } = errors[errorCode]({ ...named, signedIn: true });
      // Where a newer one goes on, nothing has failed.
      return { title, text, badge: errorCode === 'attempt_replaced' ? 'warning' : 'danger' };
    }
  }
}
