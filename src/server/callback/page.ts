import type { CallbackWords } from './words.js';

/** Takes the parameters out of the address, says how it ended to whoever waits, and closes the window. It reads none of the parameters. */
export const CALLBACK_SCRIPT = `
history.replaceState(null, '', '?');
const { attempt, outcome, origin } = document.querySelector('meta[name="ack"]').dataset;
const message = { type: 'ack:outcome', attemptId: attempt, outcome };
const channel = new BroadcastChannel('ack-' + attempt);
channel.postMessage(message);
if (window.opener !== null && origin !== '') window.opener.postMessage(message, origin);
setTimeout(() => { channel.close(); window.close(); }, 100);
`;

export const CALLBACK_STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:32rem;margin:20vh auto;padding:0 1.5rem;text-align:center}';

const RETRY_SECONDS = 5;

export interface CallbackPageOptions {
  words: CallbackWords;
  says: Exclude<keyof CallbackWords, 'lang'>;
  status: number;
  /** Whom the page tells; null when nobody is told. */
  tells: { attemptId: string; outcome: 'connected' | 'failed'; origin: string | null } | null;
}

/** The page on which a sign-in ends. It runs one script, known by its hash, loads nothing, and is shown in no frame. */
export async function callbackPage({ words, says, status, tells }: CallbackPageOptions): Promise<Response> {
  const { title, text } = words[says];
  const script = tells === null ? '' : `<meta name="ack" ${dataOf(tells)}><script type="module">${CALLBACK_SCRIPT}</script>`;
  const html = `<!doctype html><html lang="${escaped(words.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${CALLBACK_STYLE}</style>${script}</head><body><h1>${escaped(title)}</h1><p>${escaped(text)}</p></body></html>`;
  const policy = [
    "default-src 'none'",
    `script-src ${tells === null ? "'none'" : await hashOf(CALLBACK_SCRIPT)}`,
    `style-src ${await hashOf(CALLBACK_STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    // The same address again: it still holds what completes the sign-in.
    ...(says === 'waiting' ? { refresh: String(RETRY_SECONDS) } : {}),
  };
  return new Response(html, { status, headers });
}

const dataOf = ({ attemptId, outcome, origin }: NonNullable<CallbackPageOptions['tells']>) =>
  `data-attempt="${escaped(attemptId)}" data-outcome="${outcome}" data-origin="${escaped(origin ?? '')}"`;

async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
