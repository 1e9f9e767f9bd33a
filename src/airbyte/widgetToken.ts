import { isJsonObject } from '../core/index.js';
import { jwtWorkspaceId } from './jwtClaims.js';

/** What a widget token holds. */
export interface OpenedToken {
  /** The bearer. */
  token: string;
  /** Its workspace: by the widget's address, else by the token's claims. Null when neither tells. */
  workspaceId: string | null;
}

/**
 * Opens a widget token, base64 of `{ token, widgetUrl }`; with the letters of URLs and without padding too. Anything else is a bearer
 * itself. Nothing is verified: the token is ours to send, not to judge.
 */
export function openWidgetToken(text: string): OpenedToken {
  const { token, widgetUrl } = payloadOf(text) ?? {};
  const bearer = typeof token === 'string' && token !== '' ? token : text;
  const told = typeof widgetUrl === 'string' && URL.canParse(widgetUrl) ? new URL(widgetUrl).searchParams.get('workspaceId') : null;
  return { token: bearer, workspaceId: told || jwtWorkspaceId(bearer) };
}

function payloadOf(text: string): { token?: unknown; widgetUrl?: unknown } | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const payload: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(payload) ? payload : null;
  } catch {
    return null; // A JWT is no base64 as a whole: it has dots.
  }
}
