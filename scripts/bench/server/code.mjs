// The kit's sides of the bench as code, and their build for Node.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const of = (file) => JSON.stringify(`${root}src/${file}`);

/** The handler with its defaults, as a process that tells its port and its memory. */
export const HANDLER = `
import { createServer } from 'node:http';
import { toNodeListener } from ${of('node.ts')};
import { createConnectHandler } from ${of('server.ts')};
const { AIRBYTE_URL } = process.env;
const handler = createConnectHandler({
  clientId: 'id', clientSecret: 'secret', callbackUrl: 'https://app.example.com/connected',
  authorize: (request) => request.headers.get('x-user'),
  hosts: { agent: AIRBYTE_URL, public: AIRBYTE_URL },
});
const server = createServer(toNodeListener(handler));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', () => process.send({ bytes: process.memoryUsage().rss }));
`;

/** Bytes of heap for each workspace in the token cache, when it is full, and after as many again. */
export const MEMORY = `
import { createApplicationTokens } from ${of('airbyte/index.ts')};
const claims = (name) => btoa(JSON.stringify({ exp: Date.now() / 1000 + 3600, name, fill: 'x'.repeat(500) }));
const fetch = async (_input, { body }) => {
  const { workspace_name: name = '' } = JSON.parse(body);
  const token = 'eyJhbGciOiJIUzI1NiJ9.' + claims(name) + '.' + 's'.repeat(43);
  return Response.json({ access_token: token, token, expires_in: 3600 });
};
const hosts = { agent: 'https://airbyte.example', public: 'https://airbyte.example' };
const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', hosts, generation: 'current', fetch });
const heap = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
const fill = async (from, to) => { for (let user = from; user < to; user += 1) await tokens.scoped('user-' + user); };
await fill(0, 100);
const before = heap();
await fill(100, 10_100);
const full = heap() - before;
await fill(10_100, 20_100);
process.send({ full, again: heap() - before });
`;

/** @returns the path of a module that Node runs */
export async function buildForNode(name, code) {
  const id = `${root}src/bench-${name}.js`;
  const virtual = { name: 'bench', enforce: 'pre', resolveId: (asked) => (asked === id ? id : null), load: (asked) => (asked === id ? code : null) };
  const outDir = `${root}.cache/bench-server`;
  const output = { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[hash].mjs` };
  const options = { ssr: id, target: 'node20', outDir, emptyOutDir: false, minify: false, rolldownOptions: { output } };
  await build({ configFile: false, root, logLevel: 'error', plugins: [virtual], define: { 'process.env.NODE_ENV': '"production"' }, build: options });
  return `${outDir}/${name}.mjs`;
}
