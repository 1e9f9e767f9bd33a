import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDemoApp } from '../../stories/demo/startDemo.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built demo app. */
    demoApp: string;
  }
}

/** Builds the demo app once for all files of the project. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'ack-demo-'));
  await buildDemoApp(folder);
  project.provide('demoApp', folder);
  return () => rm(folder, { recursive: true, force: true });
}
