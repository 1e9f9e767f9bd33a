import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../../src/cli/index.js';
import { connectsUsers } from '../adapters/connectsUsers.js';
import { readmeSnippets } from '../adapters/readmeSnippets.js';
import { freePort } from '../setup/freePort.js';
import { overSandbox } from './overSandbox.js';
import { installApp, isOnline, type StrangersApp } from './strangersApp.js';

const APP_ROUTER = ['app/api/airbyte/[...path]/route.ts'];
const PAGES_ROUTER = ['handler.ts', 'pages/api/airbyte/[...path].ts'];

const snippets = (files: string[]) => readmeSnippets().filter(({ file }) => files.includes(file));

describe.skipIf(!isOnline)('the backend of a Next.js app with the tarball and the README’s snippet, over the sandbox (needs the npm registry)', () => {
  let app: StrangersApp;
  let served: ServedSandbox;
  let stop: (() => void) | undefined;
  beforeAll(async () => {
    served = await serveSandbox();
    app = await installApp('next', snippets(APP_ROUTER));
  });
  afterEach(() => {
    stop?.();
    stop = undefined;
  });
  afterAll(async () => {
    await served.close();
    await app?.remove();
  });

  async function connects(): Promise<void> {
    await app.npx('next', 'build');
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    stop = await app.start(origin, ['next', 'start', '-p', String(port)], overSandbox(served.url));
    served.sandbox.reset();
    await connectsUsers({ base: `${origin}/api/airbyte`, sandbox: served.sandbox });
    expect(served.sandbox.unknownCalls).toEqual([]);
  }

  it('in the App Router: connects users by key and by sign-in', connects);

  it('in the pages router: connects users by key and by sign-in', async () => {
    await rm(join(app.folder, 'app/api'), { recursive: true });
    const files = [...snippets(PAGES_ROUTER), { file: 'session.js', code: "export { session } from './app/session.js';\n" }];
    expect(files).toHaveLength(3);
    for (const { file, code } of files) {
      await mkdir(dirname(join(app.folder, file)), { recursive: true });
      await writeFile(join(app.folder, file), code);
    }
    await connects();
  });
});
