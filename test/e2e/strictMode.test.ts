import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { buildDemoAppAs } from './buildDemoAppAs.js';
import { isCompletion } from './completions.js';
import { useDemo } from './harness.js';
import { continueInTab, expect, expectConnected, fillStripe, finish, startHubSpot } from './ui.js';

// Only React's development build runs what StrictMode runs twice.
const builtApp = await mkdtemp(join(tmpdir(), 'ack-demo-development-'));
beforeAll(() => buildDemoAppAs('development', builtApp));
afterAll(() => rm(builtApp, { recursive: true, force: true }));
const kit = useDemo({ builtApp });

/** What a browser asks the backend to complete, and what is said in its console. */
function listenTo(context: BrowserContext) {
  const heard = { completions: [] as string[], said: [] as string[] };
  context.on('request', (request) => isCompletion(request) && heard.completions.push(request.url()));
  context.on('console', (message) => heard.said.push(message.text()));
  return heard;
}

async function openHeard() {
  const context = await kit.newContext();
  const heard = listenTo(context);
  return { heard, page: await kit.open({ search: '?backend=seed', context }) };
}

/** React's development build praises its tools, and says nothing else. */
function expectNoComplaint(said: readonly string[]) {
  const isAdvice = (text: string) => text.includes('React DevTools');
  expect(said.filter(isAdvice), 'it is the development build').not.toEqual([]);
  expect(said.filter((text) => !isAdvice(text))).toEqual([]);
}

describe('under StrictMode, in the development build', () => {
  it('asks the backend to complete once, and leaves nothing in the address', async () => {
    const { page, heard } = await openHeard();
    const popup = await startHubSpot(page);
    await popup.getByRole('button', { name: 'Allow' }).click();
    await finish(page);
    expect(heard.completions).toHaveLength(1);
    expect(heard.completions[0]).not.toContain('?');
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
    expectNoComplaint(heard.said);
  });

  it('goes on once after the same tab came back', async () => {
    const { page, heard } = await openHeard();
    await continueInTab(page);
    await page.getByRole('button', { name: 'Allow' }).click();
    await expectConnected(page);
    expect(heard.completions).toHaveLength(1);
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
    expectNoComplaint(heard.said);
  });

  it('creates once by key', async () => {
    const { page, heard } = await openHeard();
    await fillStripe(page);
    await finish(page);
    expect(kit.demo.sandbox.connectors()).toHaveLength(1);
    expectNoComplaint(heard.said);
  });
});
