import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toNodeListener } from '../../src/node/index.js';
import { createWorld } from '../server/world.js';
import { connectsUsers } from './connectsUsers.js';
import { startTlsProxy, type TlsProxy } from './tlsProxy.js';

/** A key and a certificate for localhost; null where there is no `openssl`. */
function selfSigned(): { key: string; cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'ack-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...name, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return null; // not installed: skipped by name
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pair = selfSigned();

describe.skipIf(pair === null)('a backend behind a proxy that ends TLS (needs openssl)', () => {
  const { handler, sandbox } = createWorld();
  const server = createServer(toNodeListener(handler));
  let proxy: TlsProxy;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    // SAFETY: a server that listens on a port has such an address, and without a pair nothing here runs.
    proxy = await startTlsProxy(`http://localhost:${(server.address() as AddressInfo).port}`, pair as { key: string; cert: string });
  });
  afterAll(async () => {
    await proxy.close();
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
  });

  it('connects users with Secure cookies, though it hears http', async () => {
    await connectsUsers({ base: `${proxy.origin}/api/airbyte`, sandbox, send: proxy.send });
    expect(sandbox.unknownCalls).toEqual([]);
  });
});
