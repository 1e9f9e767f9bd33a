import { afterEach, describe, expect, it } from 'vitest';
import { APP } from '../server/harness.js';
import { connectsUsers } from './connectsUsers.js';
import { type RunningBackend, startSnippet } from './startSnippet.js';

let running: RunningBackend | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

describe('a backend of the README, as a process of its own', () => {
  it.each([
    ['Hono', 'server.ts', 'http://localhost:5173'],
    ['Express after express.json()', 'express.ts', APP],
    ['Fastify', 'fastify.ts', APP],
    ['plain Node', 'node.ts', APP],
  ])('in %s: connects users by key and by sign-in', { timeout: 60_000 }, async (_, file, page) => {
    running = await startSnippet(file);
    await connectsUsers({ base: `${running.origin}/api/airbyte`, sandbox: running.sandbox, page });
    expect(running.sandbox.unknownCalls).toEqual([]);
  });
});
