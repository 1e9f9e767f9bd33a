import { createServer } from 'node:http';
import { type ClientHttp2Stream, connect, createServer as createHttp2Server, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { APP } from '../server/harness.js';
import { createWorld } from '../server/world.js';

// A host that has loaded Hono's server, and with it had the runtime's Request and Response replaced; before the bridge, where this file is
// the first of its process that loads it.
const { Response: own } = globalThis;
const HEADERS = { origin: APP, 'x-user': 'ada' };
const PATH = '/api/airbyte/connectors';
const ends: (() => void)[] = [];

beforeAll(async () => {
  const before = Object.getOwnPropertyDescriptors(globalThis);
  const { getRequestListener } = await import('@hono/node-server');
  getRequestListener(() => new Response());
  return () => void Object.defineProperties(globalThis, { Request: before.Request, Response: before.Response });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function listening(server: Server): Promise<string> {
  ends.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // SAFETY: a server that listens on a port has such an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bridge() {
  expect(globalThis.Response).not.toBe(own);
  const { toNodeListener } = await import('../../src/node/index.js');
  return toNodeListener(createWorld().handler);
}

it.each(['GET', 'HEAD'])('answers %s where the host has replaced Request and Response', async (method) => {
  const listener = await bridge();
  const settled: Promise<void>[] = [];
  const base = await listening(createServer((request, response) => settled.push(listener(request, response))));
  const answer = await fetch(`${base}${PATH}`, { method, headers: { ...HEADERS, connection: 'close' } });
  expect([answer.status, await answer.text()]).toEqual([200, method === 'GET' ? '{"connectors":[]}' : '']);
  expect(answer.headers.get('ack-wire')).toBe('1');
  await Promise.all(settled);
});

it('answers over HTTP/2 there', async () => {
  const listener = await bridge();
  const server = createHttp2Server((request: Http2ServerRequest, response: Http2ServerResponse) => {
    // SAFETY: the bridge is typed for HTTP/1; Node's compatibility layer has the same methods.
    void listener(...([request, response] as unknown as Parameters<typeof listener>));
  });
  const client = connect(await listening(server));
  ends.push(() => client.close());
  const stream: ClientHttp2Stream = client.request({ ':path': PATH, ...HEADERS });
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const status = await new Promise((resolve, reject) => stream.once('response', (headers) => resolve(headers[':status'])).once('error', reject));
  await new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
  expect([status, text]).toEqual([200, '{"connectors":[]}']);
});
