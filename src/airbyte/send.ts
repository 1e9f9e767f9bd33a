import { ConnectError, createHttp, type HttpAnswer, type HttpRequest, isConnectError, isOffline, type JsonObject } from '../core/index.js';
import type { AirbyteHosts } from './patterns/pattern.js';

/** A request to Airbyte, less its bearer. */
export interface AirbyteRequest extends Pick<HttpRequest, 'method' | 'signal' | 'timeoutMs' | 'safe'> {
  host: keyof AirbyteHosts;
  /** From the root; ids in it went through `idSegment`. */
  path: string;
  /** Pairs where a name comes more than once. */
  query?: Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[] | undefined;
  body?: JsonObject | undefined;
  accept?: string | undefined;
}

/** Bytes of a JSON answer at most: to read one takes many times its size. A file may have the 64 MiB of any answer. */
const MAX_JSON_BYTES = 10 * 1024 * 1024;

/** Sends to Airbyte. Any status but a redirect is an answer. @throws {ConnectError} `upstream_unavailable`, `upstream_invalid`, `timeout`, `aborted`; `network_unavailable` where a browser knows that it has none */
export type SendToAirbyte = (request: AirbyteRequest, bearer: string | null) => Promise<HttpAnswer>;

export interface SendOptions {
  hosts: AirbyteHosts;
  fetch: typeof fetch;
  now: () => number;
  organizationId?: string | undefined;
}

/** What a header takes: of anything else `fetch` throws an error that quotes it. */
export const BEARER = /^[\x21-\x7e]+$/;

export function createSend({ hosts, fetch, now, organizationId }: SendOptions): SendToAirbyte {
  const http = createHttp({ fetch, now });
  return async ({ method, host, path, query, body, accept = 'application/json', signal, timeoutMs, safe }, bearer) => {
    if (bearer !== null && !BEARER.test(bearer)) throw new ConnectError('upstream_invalid', 'The token can not stand in a header, so that it was not sent.');
    const search = query === undefined ? '' : `?${new URLSearchParams(pairsOf(query))}`;
    const headers = {
      accept,
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...(organizationId === undefined || host === 'public' ? {} : { 'x-organization-id': organizationId }),
    };
    try {
      return await http({
        method,
        signal,
        timeoutMs,
        safe,
        url: `${hosts[host]}${path}${search}`,
        headers,
        json: body,
        maxBytes: accept === '*/*' ? undefined : MAX_JSON_BYTES,
      });
    } catch (error) {
      if (!isConnectError(error)) throw error;
      // A redirect, which is no answer of Airbyte's.
      if (error.code === 'backend_unavailable') throw new ConnectError('upstream_invalid', error.message, { cause: error });
      // The person's own network is not what failed, as far as a browser or anybody else can tell.
      if (error.code !== 'network_unavailable' || isOffline()) throw error;
      throw new ConnectError('upstream_unavailable', `${method} ${path} did not reach Airbyte. Check the hosts, and in a browser CORS and connect-src.`, {
        cause: error,
      });
    }
  };
}

const pairsOf = (query: NonNullable<AirbyteRequest['query']>): string[][] => (isPairs(query) ? query.map((pair) => [...pair]) : Object.entries(query));

const isPairs = (query: NonNullable<AirbyteRequest['query']>): query is Extract<typeof query, readonly unknown[]> => Array.isArray(query);

/** Whether a text can be an id of Airbyte's, and stand in a path or a log. */
export const isId = (text: string): boolean => /^[\w:-]{1,128}$/.test(text);

/**
 * An id as one segment of a path.
 * @throws {ConnectError} `connector_not_found` for what cannot be one: it came from outside, and `..` would ask another resource
 */
export function idSegment(id: string): string {
  if (!isId(id)) throw new ConnectError('connector_not_found', 'No connector has an id of this form.');
  return encodeURIComponent(id);
}
