import { consentUrl } from './consentUrl.js';

const FEATURES = 'popup,width=600,height=720';

/** The window in which a person signs in. */
export interface ConsentWindowHandle {
  /**
   * Leaves the blank page for the consent page.
   * @throws {ConnectError} `consent_url_refused`
   */
  navigate(url: string): void;
  focus(): void;
  /** Only a hint: a page with `Cross-Origin-Opener-Policy` makes it true while the window is open. */
  readonly closed: boolean;
  close(): void;
}

export interface OpenConsentWindowOptions {
  /** Shown as the blank window's title until the consent page is there, `HubSpot`. */
  title?: string | undefined;
  /** The page's window. @default window */
  opener?: Window | undefined;
}

/** Opens the sign-in window, or tells by null that the browser blocked it. */
export type OpenConsentWindow = (options?: OpenConsentWindowOptions) => ConsentWindowHandle | null;

/**
 * Opens a blank window. Call it in the click itself, before any await: browsers block a window that opens later. Null when it was blocked.
 * @example
 * const handle = openConsentWindow({ title: 'HubSpot' }); // first, in the click
 * const { consentUrl } = await api.startAttempt(input);
 * handle?.navigate(consentUrl);
 */
export const openConsentWindow: OpenConsentWindow = ({ title, opener = window } = {}) => {
  const opened = opener.open('', '_blank', FEATURES);
  // Some browsers answer a blocked window with one that is closed already.
  if (opened === null || opened.closed) return null;
  if (title !== undefined) opened.document.title = title;
  return {
    navigate: (url) => opened.location.replace(consentUrl(url).href),
    focus: () => opened.focus(),
    get closed() {
      return opened.closed;
    },
    close: () => opened.close(),
  };
};
