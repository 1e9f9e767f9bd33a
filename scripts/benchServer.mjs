// The handler beside a bare Hono proxy, in one run over one upstream: requests per second, p99, memory; and what a workspace in the token
// cache costs. Ends with code 1 when a gate fails. Usage: npm run bench:server
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { buildForNode, HANDLER, MEMORY } from './bench/server/code.mjs';
import { load } from './bench/server/load.mjs';
import { ensureInstalled } from './lib/install.mjs';

const RUNS = 5;
const RUN_MS = 3_000;
const WARM_MS = 2_000;
/** Of the proxy's requests per second. */
const GATE = 0.6;
const WORKSPACES = 10_000;
/** A token has some 800 characters. */
const MAX_BYTES_PER_WORKSPACE = 8_000;
/** A cache that is full does not grow: so much is noise. */
const MAX_GROWTH = 1.2;

const MIB = 1024 * 1024;
const children = new Set();
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const local = (path) => fileURLToPath(new URL(path, import.meta.url));

async function start(module, env = {}, execArgv = []) {
  const child = fork(module, [], { env: { ...process.env, NODE_ENV: 'production', ...env }, execArgv });
  children.add(child);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${module} ended before it answered.`)));
  ended.catch(() => undefined); // it ends at the end of the bench, too
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return { child, message };
}

async function memoryOf({ child }) {
  child.send('memory');
  const [{ bytes }] = await once(child, 'message');
  return bytes;
}

async function throughput() {
  const airbyte = await start(local('./bench/server/airbyte.mjs'));
  const env = { AIRBYTE_URL: `http://127.0.0.1:${airbyte.message.port}` };
  const sides = { handler: await start(await buildForNode('handler', HANDLER), env), proxy: await start(local('./bench/server/proxy.mjs'), env) };
  for (const { message } of Object.values(sides)) await load(message.port, WARM_MS);
  const runs = { handler: [], proxy: [] };
  for (let run = 0; run < RUNS; run += 1) for (const [name, { message }] of Object.entries(sides)) runs[name].push(await load(message.port, RUN_MS));
  const of = async (name) => ({
    perSecond: median(runs[name].map(({ perSecond }) => perSecond)),
    p99: median(runs[name].map(({ p99 }) => p99)),
    bytes: await memoryOf(sides[name]),
  });
  // By pairs: what else the machine does in a moment meets both sides of one.
  const ratio = median(runs.handler.map(({ perSecond }, run) => perSecond / runs.proxy[run].perSecond));
  return { handler: await of('handler'), proxy: await of('proxy'), ratio };
}

function line(name, { perSecond, p99, bytes }) {
  return `  ${name.padEnd(18)}${perSecond.toFixed(0).padStart(8)} req/s${p99.toFixed(1).padStart(9)} ms p99${(bytes / MIB).toFixed(0).padStart(7)} MiB`;
}

try {
  await ensureInstalled();
  console.log(`GET /connectors of ${WORKSPACES} users over 32 connections, medians of ${RUNS} runs of ${RUN_MS / 1000} s by turns.`);
  const { handler, proxy, ratio } = await throughput();
  console.log(`${line('the handler', handler)}\n${line('a bare Hono proxy', proxy)}`);
  console.log(`  ratio, median of the pairs, ${ratio.toFixed(2)} of at least ${GATE}: ${ratio >= GATE ? 'ok' : 'TOO LITTLE'}`);
  const { message } = await start(await buildForNode('memory', MEMORY), {}, ['--expose-gc']);
  const each = message.full / WORKSPACES;
  const growth = message.again / message.full;
  const isBounded = each <= MAX_BYTES_PER_WORKSPACE && growth <= MAX_GROWTH;
  console.log(`Token cache: ${each.toFixed(0)} bytes for each of ${WORKSPACES} workspaces (at most ${MAX_BYTES_PER_WORKSPACE}).`);
  console.log(`  after as many again ${growth.toFixed(2)} of that (at most ${MAX_GROWTH}): ${isBounded ? 'ok' : 'TOO MUCH'}`);
  process.exitCode = ratio >= GATE && isBounded ? 0 : 1;
} catch (error) {
  console.error(`The bench did not run: ${error.stack}`);
  process.exitCode = 1;
} finally {
  for (const child of children) child.kill();
}
