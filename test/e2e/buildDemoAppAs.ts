import { buildDemoApp } from '../../stories/demo/startDemo.js';

/** Builds the demo app into a folder with one of React's two builds. Vite takes which one from the environment, where a test runner has left its own word. */
export async function buildDemoAppAs(nodeEnv: 'production' | 'development', folder: string): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = nodeEnv;
  try {
    await buildDemoApp(folder);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
