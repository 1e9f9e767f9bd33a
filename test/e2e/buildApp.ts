import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDemoAppAs } from './buildDemoAppAs.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built demo app. */
    demoApp: string;
  }
}

/** Builds the demo app once for all files of the project, as people get it: React's development build takes twice the time for the same screens. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'ack-demo-'));
  await buildDemoAppAs('production', folder);
  project.provide('demoApp', folder);
  return () => rm(folder, { recursive: true, force: true });
}
