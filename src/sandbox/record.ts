import { parseJson } from './bodies.js';
import type { Bearer } from './tokens.js';

/** A request as the sandbox got it. */
export interface RecordedRequest {
  method: string;
  /** Path and query. */
  path: string;
  /** As the contract names the call; null when the contract has none. */
  operationId: string | null;
  headers: Readonly<Record<string, string>>;
  /** Parsed when it is JSON, else the text; undefined when there is none. */
  body: unknown;
  bearer: Bearer['kind'];
  /** What was answered; undefined while the answer is awaited. */
  status: number | undefined;
}

/** The newest that are kept. */
const LIMIT = 5_000;

/** What a person running the sandbox can look into. */
export interface RequestLog {
  entries: readonly RecordedRequest[];
  add(request: Request, about: Pick<RecordedRequest, 'operationId' | 'bearer'>): Promise<RecordedRequest>;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const entries: RecordedRequest[] = [];
  return {
    entries,
    async add(request, about) {
      const { pathname, search } = new URL(request.url);
      const entry: RecordedRequest = {
        ...about,
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries(request.headers),
        body: await bodyOf(request),
        status: undefined,
      };
      entries.push(entry);
      if (entries.length > LIMIT) entries.shift();
      return entry;
    },
    clear: () => {
      entries.length = 0;
    },
  };
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.clone().text();
  return text === '' ? undefined : (parseJson(text) ?? text);
}
