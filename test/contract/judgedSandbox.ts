import type { Sandbox } from '../../src/sandbox/index.js';
import { createContract } from './openapi.js';

export interface JudgedSandbox {
  /** The sandbox's `fetch`; each answer is judged before it is handed on. */
  fetch: typeof fetch;
  /** What was wrong with the sandbox's answers. */
  answers: string[];
  /** What was wrong with the requests that the sandbox got until now. */
  requests(): string[];
  /** How many answers were judged, by call and status. */
  judged: Map<string, number>;
}

/** Judges by the OpenAPI file all that goes through a sandbox. Give its `fetch` to whatever is tested, in place of the sandbox's own. */
export function judge(sandbox: Pick<Sandbox, 'fetch' | 'requests'>): JudgedSandbox {
  const contract = createContract();
  const answers: string[] = [];
  const judged = new Map<string, number>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const response = await sandbox.fetch(request);
    const contentType = response.headers.get('content-type') ?? undefined;
    const text = await response.clone().text();
    const isFile = response.headers.has('content-disposition');
    const body = contentType?.includes('json') && text !== '' ? JSON.parse(text) : text;
    const call = `${contract.operationId({ method, url })} ${response.status}`;
    judged.set(call, (judged.get(call) ?? 0) + 1);
    const problems = contract.checkResponse({ method, url, status: response.status, body, contentType, isFile });
    answers.push(...problems.map((problem) => `${method} ${new URL(url).pathname} ${response.status}: ${problem}`));
    return response;
  };
  const requests = () =>
    sandbox.requests.flatMap(({ method, path, body, headers }) => {
      const problems = contract.checkRequest({ method, url: `https://sandbox.airbyte.test${path}`, body, headers });
      return problems.map((problem) => `${method} ${path}: ${problem}`);
    });
  return { fetch, answers, requests, judged };
}
