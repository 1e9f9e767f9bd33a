const TIMEOUT_MS = 10_000;

/** An answer, not followed and not read. */
export interface Looked {
  status: number;
  headers: Headers;
  /** The first of it. */
  text: string;
}

const MAX_TEXT = 20_000;

/** Asks a page of the host. Null when nobody answers within 10 seconds. */
export async function look(fetch: typeof globalThis.fetch, url: string, init: RequestInit = {}): Promise<Looked | null> {
  try {
    const { status, headers, body } = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status, headers, text: await start(body) };
  } catch {
    return null; // Not reachable: the caller says so, and where.
  }
}

async function start(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader !== undefined && text.length < MAX_TEXT) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}
