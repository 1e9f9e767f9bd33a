import { type ServedSandbox, type ServeSandboxOptions, serveSandbox } from '../../src/cli/index.js';
import { isJsonObject, type JsonObject } from '../../src/core/index.js';

/** What a call was answered. */
export interface Answer {
  status: number;
  body: JsonObject;
}

export interface Guide extends ServedSandbox {
  /** One call as the guide has it, over HTTP. */
  call(method: string, path: string, options?: { bearer?: string | undefined; body?: JsonObject }): Promise<Answer>;
  /** The ids of the contract's calls that were answered well, in order, since the last time this was asked. */
  answered(): string[];
}

/** A sandbox on ports of its own. */
export async function openGuide(options?: ServeSandboxOptions): Promise<Guide> {
  const served = await serveSandbox(options);
  let looked = 0;
  return {
    ...served,
    async call(method, path, { bearer, body } = {}) {
      const headers = {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      };
      const response = await fetch(`${served.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const text = await response.text();
      const parsed: unknown = text === '' ? {} : JSON.parse(text);
      return { status: response.status, body: isJsonObject(parsed) ? parsed : {} };
    },
    answered() {
      const news = served.sandbox.requests.slice(looked);
      looked = served.sandbox.requests.length;
      return news.filter(({ status = 500 }) => status < 300).map(({ operationId }) => operationId ?? 'none');
    },
  };
}

/** A text of an answer; the test fails where it is not there. */
export function text(body: JsonObject, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value === '') throw new Error(`The answer holds no text "${key}": ${JSON.stringify(body)}`);
  return value;
}

/** Approves a consent like a person in a browser: the address to which the browser is sent back. */
export async function approve(consentUrl: string): Promise<URL> {
  const answer = await fetch(consentUrl, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }), redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The consent page sent nobody back (${answer.status}).`);
  return new URL(location);
}
