import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serveSandbox } from '../../src/cli/index.js';
import { bundleModule } from '../adapters/bundleModule.js';
import { type RunningScript, runScript } from '../commands/runScript.js';
import { freePort } from '../setup/freePort.js';

/** Two processes of one backend over one sandbox, and an address before them that sends each request to the other one than the last. */
export async function startTwoProcesses(redisSocket?: string) {
  const module = await bundleModule(fileURLToPath(new URL('instance.ts', import.meta.url)));
  const served = await serveSandbox();
  const env = { SANDBOX_URL: served.url, ...(redisSocket === undefined ? {} : { REDIS_SOCKET: redisSocket }) };
  const ports = [await freePort(), await freePort()];
  const processes: RunningScript[] = ports.map((port) => runScript([module], { ...env, PORT: String(port) }));
  await Promise.all(processes.map((process) => process.says(/listening/)));
  let turn = 0;
  const balancer = createServer((incoming, outgoing) => {
    const port = ports[turn % ports.length];
    turn += 1;
    const upstream = httpRequest({ host: '127.0.0.1', port, path: incoming.url, method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => balancer.listen(0, '127.0.0.1', resolve));
  // SAFETY: a server that listens on a port has such an address.
  const { port } = balancer.address() as AddressInfo;
  return {
    sandbox: served.sandbox,
    base: `http://127.0.0.1:${port}/api/airbyte`,
    /** Ids of the connectors that `onConnected` was told of, in both. */
    told: () => processes.flatMap(({ printed }) => [...printed.out.matchAll(/connected (\S+)/g)].map(([, id]) => id)),
    async stop() {
      for (const process of processes) process.stop();
      await Promise.all([...processes.map(({ ended }) => ended), served.close(), new Promise((resolve) => balancer.close(resolve).closeAllConnections())]);
    },
  };
}
