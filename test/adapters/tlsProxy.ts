import { request as httpRequest } from 'node:http';
import { createServer, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface TlsProxy {
  origin: string;
  /** As `fetch`, for this proxy's certificate. */
  send(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/** Ends TLS before a backend that speaks http, as a load balancer does, and says so in forwarded headers. */
export async function startTlsProxy(backend: string, { key, cert }: { key: string; cert: string }): Promise<TlsProxy> {
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': incoming.headers.host };
    const upstream = httpRequest(backend + incoming.url, { method: incoming.method ?? 'GET', headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  // SAFETY: a server that listens on a port has such an address.
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections());
  return { origin, send: (request) => sendTo(request, cert), close };
}

async function sendTo(request: Request, ca: string): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer());
  const { method, url } = request;
  return new Promise((resolve, reject) => {
    httpsRequest(url, { method, ca, headers: Object.fromEntries(request.headers) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        const headers = new Headers();
        for (let at = 0; at < answer.rawHeaders.length; at += 2) headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
        resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers }));
      });
    })
      .on('error', reject)
      .end(body);
  });
}
