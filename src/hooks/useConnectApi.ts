'use client';

import { useMemo } from 'react';
import type { CatalogEntries } from '../catalog/index.js';
import { type ConnectApi, ConnectError } from '../core/index.js';
import { createEndpointApi, type EndpointHeaders } from './endpointApi.js';
import { useLatest } from './useLatest.js';
import { withCatalogWords } from './withCatalogWords.js';

export interface ConnectApiProps {
  /** Path or address of your `createConnectHandler`. @default '/api/airbyte' */
  endpoint?: string | undefined;
  /** A client, instead of `endpoint`. Make it once, outside the component or in `useMemo`: another one mounts everything anew. */
  client?: ConnectApi | undefined;
  /** Sent with every request to `endpoint`: an object, or a function that is asked each time. In client components only. */
  headers?: EndpointHeaders | undefined;
  /**
   * Your names, logos and words of connectors, by slug, shown instead of the backend's. What is offered, asked and sent is the backend's:
   * pass it the same entries. In client components only.
   */
  catalog?: CatalogEntries | undefined;
}

/**
 * The api that a provider's props describe.
 * @throws {ConnectError} `invalid_prop`
 */
export function useConnectApi(props: ConnectApiProps): ConnectApi {
  const problem = problemOf(props);
  if (problem !== null) throw new ConnectError('invalid_prop', problem);
  const { endpoint = '/api/airbyte', client, headers } = props;
  const latest = useLatest(headers);
  const made = useMemo(() => createEndpointApi(endpoint, () => latest.current), [endpoint, latest]);
  const api = client ?? made;
  const words = useLatest(props.catalog);
  const corrects = props.catalog !== undefined;
  return useMemo(() => (corrects ? withCatalogWords(api, () => words.current) : api), [api, words, corrects]);
}

function problemOf({ endpoint, client, headers }: ConnectApiProps): string | null {
  if (client !== undefined && endpoint !== undefined) return 'AirbyteProvider was given both `endpoint` and `client`. Pass the one that you use.';
  if (client !== undefined && headers !== undefined)
    return 'AirbyteProvider was given `headers` beside `client`. Pass them to the function that makes the client.';
  if (client !== undefined && (client === null || typeof client !== 'object' || typeof client.listConnectors !== 'function'))
    return '`client` is not a client. Pass what createBackendClient(), createTokenClient() or sandbox.connectApi() returned.';
  if (endpoint !== undefined && !(typeof endpoint === 'string' && /^(https?:\/)?\//i.test(endpoint)))
    return '`endpoint` is not a path such as "/api/airbyte" or a whole address with https://. To pass a client object use `client`.';
  return null;
}
