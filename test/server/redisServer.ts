import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IoRedisClient, NodeRedisClient } from '../../src/server/index.js';

/** Whether there is a `redis-server` to test against. */
export const hasRedis = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // Not installed: the tests that need it are skipped by name.
  }
})();

export interface RedisServer {
  /** Sends one command and answers what came back. */
  command(...args: string[]): Promise<Answer>;
  /** Lets the keys live that much less, in milliseconds, as if the time had passed. */
  elapse(ms: number): Promise<void>;
  /** Its socket, for other processes. */
  socketPath: string;
  stop(): Promise<void>;
}

const ELAPSE = "for _, key in ipairs(redis.call('KEYS', '*')) do redis.call('PEXPIRE', key, redis.call('PTTL', key) - ARGV[1]) end return 0";

/** A Redis of one's own behind a socket in a temporary folder. It keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ack-redis-'));
  const path = join(folder, 'redis.sock');
  const process = spawn('redis-server', ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    process.stdout.on('data', (chunk: Buffer) => /ready to accept connections/i.test(chunk.toString()) && resolve());
    process.once('exit', () => reject(new Error('redis-server did not start.')));
  });
  const socket = connect(path);
  const ended = new Promise<void>((resolve) => void process.once('exit', () => resolve()));
  const command = createCommand(socket);
  return {
    command,
    elapse: async (ms) => void (await command('EVAL', ELAPSE, '0', String(ms))),
    socketPath: path,
    async stop() {
      socket.destroy();
      process.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The wire protocol of Redis, as far as our commands need it: commands as arrays of bulk strings, answers in the order of the commands. */
export function createCommand(socket: Socket): RedisServer['command'] {
  const waiting: { resolve: (answer: Answer) => void; reject: (failure: Error) => void }[] = [];
  let received = '';
  // Lengths count bytes: one character each, until an answer is whole.
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk;
    for (let taken = readAnswer(received); taken !== null; taken = readAnswer(received)) {
      received = received.slice(taken.length);
      if (taken.answer instanceof Error) waiting.shift()?.reject(taken.answer);
      else waiting.shift()?.resolve(taken.answer);
    }
  });
  return (...args) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      socket.write(`*${args.length}\r\n${args.map((arg) => `$${Buffer.byteLength(arg)}\r\n${arg}\r\n`).join('')}`);
    });
}

type Answer = string | number | null;

function readAnswer(text: string): { answer: Answer | Error; length: number } | null {
  const end = text.indexOf('\r\n');
  if (end < 0) return null;
  const [kind, line] = [text[0], text.slice(1, end)];
  if (kind === ':') return { answer: Number(line), length: end + 2 };
  if (kind === '-') return { answer: new Error(line), length: end + 2 };
  if (kind !== '$') return { answer: line, length: end + 2 };
  const size = Number(line);
  if (size < 0) return { answer: null, length: end + 2 };
  return text.length < end + size + 4 ? null : { answer: Buffer.from(text.slice(end + 2, end + 2 + size), 'latin1').toString(), length: end + size + 4 };
}

type Command = RedisServer['command'];
const text = async (answer: Promise<Answer>): Promise<string | null> => {
  const given = await answer;
  return given === null ? null : String(given);
};

/** A client in the shape of node-redis. */
export const nodeRedisLike = (command: Command): NodeRedisClient => ({
  get: (key) => text(command('GET', key)),
  set: (key, value, { PX, NX }) => text(command('SET', key, value, 'PX', String(PX), ...(NX === true ? ['NX'] : []))),
  del: async (key) => Number(await command('DEL', key)),
  eval: (script, { keys, arguments: args }) => command('EVAL', script, String(keys.length), ...keys, ...args),
});

/** A client in the shape of ioredis, with its `keyPrefix`: older versions 5 find the keys of a `call` by names in lower case only. */
export const ioRedisLike = (command: Command, keyPrefix = ''): IoRedisClient => ({
  get: (key) => text(command('GET', keyPrefix + key)),
  set: (key: string, value: string, unit: 'PX', milliseconds: number, ...condition: 'NX'[]) =>
    text(command('SET', keyPrefix + key, value, unit, String(milliseconds), ...condition)),
  del: async (key) => Number(await command('DEL', keyPrefix + key)),
  call: (name, ...args) => command(name, ...args.map((arg, index) => (name === 'eval' && index === 2 ? keyPrefix + arg : arg))),
});
