import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AirbyteProvider } from '../../src/blocks/index.js';
import { readCallbackAddress } from '../../src/core/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };
const LIVE = '[role="status"], [role="alert"], [aria-live]';

/** A page over the sandbox that is used by keys alone, and notes what is read out and whether a pointer was used all the same. */
export function openPage(children: ReactNode) {
  const sandbox = createSandbox({ deleteDelay: 0 });
  const client = sandbox.connectApi({ userId: 'ada' });
  const page = (content: ReactNode) => (
    <AirbyteProvider client={client} appearance={{ appName: 'Fernway' }}>
      {content}
    </AirbyteProvider>
  );
  const { rerender } = render(page(children));
  return { sandbox, client, show: (content: ReactNode) => rerender(page(content)), said: listen(), pointers: countPointers() };
}

/** What live regions said, in order. */
function listen(): string[] {
  const said: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      const text = region?.textContent?.trim() ?? '';
      if (text !== '' && said.at(-1) !== text) said.push(text);
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return said;
}

function countPointers(): { count: number } {
  const pointers = { count: 0 };
  const count = () => {
    pointers.count += 1;
  };
  document.addEventListener('pointerdown', count);
  onTestFinished(() => document.removeEventListener('pointerdown', count));
  return pointers;
}

/** Presses a key, or types. */
export const press = (keys: string): Promise<void> => userEvent.keyboard(keys);

/** Presses Tab until what has this role and name has the focus. */
export async function tabTo(role: string, name: string | RegExp): Promise<HTMLElement> {
  await screen.findByRole(role, { name }, LONG);
  for (let presses = 0; presses < 40; presses += 1) {
    const there = screen.queryAllByRole(role, { name }).find((element) => element === document.activeElement);
    if (there !== undefined) return there;
    await userEvent.tab();
  }
  throw new Error(`Tab does not reach the ${role} ${String(name)}; the focus is on ${document.activeElement?.outerHTML.slice(0, 200)}.`);
}

/** Tabs there and presses Enter. */
export async function enter(role: string, name: string | RegExp): Promise<void> {
  await tabTo(role, name);
  await press('{Enter}');
}

/** A screen has come: its title has the focus, and names the dialog. */
export async function arriveAt(title: string | RegExp): Promise<void> {
  await screen.findByRole('heading', { name: title }, LONG);
  await expect.poll(() => screen.queryByRole('heading', { name: title }) === document.activeElement, LONG).toBe(true);
  expect(screen.getByRole('dialog', { name: title })).toContainElement(screen.getByRole('heading', { name: title }));
}

/** What the callback page says of a page without a backend. */
export function land(href: string): void {
  const { attemptId, state, params } = readCallbackAddress(href);
  act(() => void window.dispatchEvent(new MessageEvent('message', { data: { type: 'ack:params', attemptId, state, params }, origin: location.origin })));
}
