import type { CallbackWords } from './words.js';

/** Takes the parameters out of the address, and so out of the history. It reads none of them. */
const CLEANING_SCRIPT = `
history.replaceState(null, '', '?');
`;

/** The same, then says how it ended to whoever waits, and closes the window. */
export const CALLBACK_SCRIPT = `${CLEANING_SCRIPT}const { attempt, outcome, origin } = document.querySelector('meta[name="ack"]').dataset;
const message = { type: 'ack:outcome', attemptId: attempt, outcome };
const channel = new BroadcastChannel('ack-' + attempt);
channel.postMessage(message);
new BroadcastChannel('ack-').postMessage(message);
if (window.opener !== null && origin !== '') window.opener.postMessage(message, origin);
setTimeout(() => { channel.close(); window.close(); }, 100);
`;

export const CALLBACK_STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:32rem;margin:20vh auto;padding:0 1.5rem;text-align:center}';

export interface CallbackPageOptions {
  words: CallbackWords;
  says: Exclude<keyof CallbackWords, 'lang'>;
  status: number;
  /** Whom the page tells. @default nobody */
  tells?: { attemptId: string; outcome: 'connected' | 'failed'; origin: string | null } | undefined;
  /** Where a page that is still there goes by itself. @default nowhere */
  next?: { seconds: number; url: string } | undefined;
}

/** The page on which a sign-in ends. It runs one script, known by its hash, loads nothing, and is shown in no frame. */
export async function callbackPage({ words, says, status, tells, next }: CallbackPageOptions): Promise<Response> {
  const { title, text } = words[says];
  const script = tells === undefined ? CLEANING_SCRIPT : CALLBACK_SCRIPT;
  const meta = tells === undefined ? '' : `<meta name="ack" ${dataOf(tells)}>`;
  const html = `<!doctype html><html lang="${escaped(words.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${CALLBACK_STYLE}</style>${meta}<script type="module">${script}</script></head><body><h1>${escaped(title)}</h1><p>${escaped(text)}</p></body></html>`;
  const policy = [
    "default-src 'none'",
    `script-src ${await hashOf(script)}`,
    `style-src ${await hashOf(CALLBACK_STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    ...(next === undefined ? {} : { refresh: `${next.seconds}; url=${next.url}` }),
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
