import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import { findWebKit } from '../../../scripts/findWebKit.mjs';
import { freePort } from '../../setup/freePort.js';

/** Null without WebKitGTK on this machine: tests name it and are skipped. */
export const webKit = await findWebKit({ install: false });

/** How long anything may take: a busy machine is slow, not wrong. */
export const PATIENCE = { timeout: 20_000, interval: 50 };

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'; // the name of an element's id, of the WebDriver standard

/** One window of WebKitGTK, driven over the WebDriver protocol. It needs a display of its own. */
export interface WebKitWindow {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** Clicks the one element of an XPath, and waits until it is there. */
  click(xpath: string): Promise<void>;
  /** Types into the element that has focus, or into that of an XPath. */
  type(text: string, xpath?: string): Promise<void>;
  text(xpath: string): Promise<string>;
  /** Runs a function's body in the page. */
  run(body: string): Promise<unknown>;
  windows(): Promise<string[]>;
  switchTo(window: string): Promise<void>;
  close(): Promise<void>;
}

/** A person's view of a page in WebKitGTK. Closing it ends the browser, its driver and its display. */
export async function openWebKit(): Promise<WebKitWindow> {
  if (webKit === null) throw new Error('There is no WebKitGTK to open.');
  const processes: ChildProcess[] = [];
  const stop = () => processes.splice(0).map((one) => one.kill());
  try {
    const display = await startDisplay(webKit.display, processes);
    const port = await freePort();
    processes.push(spawn(webKit.driver, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' }));
    const ask = await session(`http://127.0.0.1:${port}`, webKit.browser);
    return windowOf(ask, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

/** Xvfb picks a free display and says which, on the descriptor that it is given. */
async function startDisplay(path: string, processes: ChildProcess[]): Promise<string> {
  const display = spawn(path, ['-displayfd', '1', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  processes.push(display);
  const [number] = await once(createInterface(display.stdout), 'line');
  return `:${number}`;
}

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

async function session(driver: string, browser: string): Promise<Ask> {
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } };
  const started: unknown = await until(() => send(`${driver}/session`, 'POST', { capabilities }));
  const id = String(Reflect.get(Object(started), 'sessionId'));
  return (method, path, body) => send(`${driver}/session/${id}${path}`, method, body);
}

async function send(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) });
  const { value } = JSON.parse(await answer.text());
  if (!answer.ok) throw new Error(`${method} ${url} ${JSON.stringify(body ?? {})} answered ${value.error}: ${value.message}`);
  return value;
}

/** Asks again until it succeeds. */
const until = <T>(attempt: () => Promise<T>): Promise<T> => vi.waitFor(attempt, PATIENCE);

function windowOf(ask: Ask, stop: () => void): WebKitWindow {
  const find = async (value: string) => Reflect.get(Object(await ask('POST', '/element', { using: 'xpath', value })), ELEMENT);
  const focused = async () => Reflect.get(Object(await ask('GET', '/element/active')), ELEMENT);
  return {
    goto: async (url) => void (await ask('POST', '/url', { url })),
    url: async () => String(await ask('GET', '/url')),
    click: (xpath) => until(async () => void (await ask('POST', `/element/${await find(xpath)}/click`))),
    type: (text, xpath) => until(async () => void (await ask('POST', `/element/${await (xpath === undefined ? focused() : find(xpath))}/value`, { text }))),
    text: (xpath) => until(async () => String(await ask('GET', `/element/${await find(xpath)}/text`))),
    run: (script) => ask('POST', '/execute/sync', { script, args: [] }),
    windows: async () => Object.values(Object(await ask('GET', '/window/handles'))).map(String),
    switchTo: async (handle) => void (await ask('POST', '/window', { handle })),
    close: async () => {
      await ask('DELETE', '').finally(stop);
    },
  };
}
