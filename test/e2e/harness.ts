import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/findBrowser.mjs';
import { type StartDemoOptions, startDemo } from '../../stories/demo/startDemo.js';
import { createGatedFetch } from './createGatedFetch.js';

export type Demo = Awaited<ReturnType<typeof startDemo>>;

const launchChromium = async () => chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });

export interface UseDemoOptions extends StartDemoOptions {
  /** Starts another browser than Chromium. */
  launch?: (() => Promise<Browser>) | undefined;
}

/** One demo and one browser for a file; the sandbox is emptied and every window closed after each test. */
export function useDemo({ launch = launchChromium, handlerOptions, ...options }: UseDemoOptions = {}) {
  const upstream = createGatedFetch();
  let demo: Demo;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    demo = await startDemo({
      builtApp: inject('demoApp'),
      ...options,
      handlerOptions: (origin) => ({ fetch: upstream.fetch, ...handlerOptions?.(origin) }),
    });
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    upstream.open();
    demo.sandbox.reset();
    demo.setAppHeaders({});
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
  return {
    get demo() {
      return demo;
    },
    /** Between the backend and Airbyte; open again after each test. */
    upstream,
    /** A browser of its own, with its own cookies. */
    async newContext() {
      // Without motion, which a quarter of the browser's work would go into; it is tested with the components.
      const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce' });
      // As patient as what is expected: a click waits for the page too.
      context.setDefaultTimeout(20_000);
      contexts.push(context);
      return context;
    },
    /** A page of the demo, in a browser of its own, signed in as `user`. */
    async open({ user = 'ada', search = '', context }: { user?: string; search?: string; context?: BrowserContext } = {}): Promise<Page> {
      const own = context ?? (await this.newContext());
      await own.request.put(`${demo.origin}/session?user=${user}`);
      const page = await own.newPage();
      await page.goto(`${demo.origin}/${search}`);
      return page;
    },
  };
}
