import { render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectorList } from '../../src/components/ConnectorList/index.js';
import { ConnectorPicker } from '../../src/components/ConnectorPicker/index.js';
import '../../src/styles.css';

const before = [window.innerWidth, window.innerHeight] as const;
afterEach(() => page.viewport(...before));

const LATIN = 'Marketing and everything else that a company does with it every day';
const HEBREW = 'שיווק וכל מה שחברה עושה עם זה בכל יום ויום בשנה הזאת';

function draw(dir: 'ltr' | 'rtl', text: string) {
  const definition = { id: 'a', slug: null, name: 'A', category: text, iconUrl: null };
  const connector = { id: 'c', name: 'C', definition: { ...definition, name: text }, createdAt: null, updatedAt: null };
  const ignore = () => undefined;
  const { container } = render(
    <div dir={dir}>
      <ConnectorPicker definitions={[definition]} onSelect={ignore} />
      <ConnectorList connectors={[connector]} onConnect={ignore} onDisconnect={ignore} onRename={ignore} />
    </div>,
  );
  container.style.inlineSize = '320px';
  return container;
}

/** The text of a slot, its first and its last letter, and the box that cuts it. */
function partsOf(container: HTMLElement, slot: string) {
  const box = container.querySelector(`[data-ack-slot=${slot}]`);
  const text = box && document.createTreeWalker(box, NodeFilter.SHOW_TEXT).nextNode();
  if (!box || !text?.textContent) throw new Error(`${slot} has no text`);
  const letterAt = (offset: number) => {
    const range = document.createRange();
    range.setStart(text, offset);
    range.setEnd(text, offset + 1);
    return range.getBoundingClientRect();
  };
  return { box: box.getBoundingClientRect(), first: letterAt(0), last: letterAt(text.textContent.length - 1) };
}

const isIn = (letter: DOMRect, box: DOMRect) => letter.width > 0 && letter.left >= box.left - 1 && letter.right <= box.right + 1;

const WAYS = (['ltr', 'rtl'] as const).flatMap((dir) => [LATIN, HEBREW].map((text) => [dir, text] as const));

it.each(WAYS)('an account in a page that runs %s loses the end of what is too long, never its start: %s', (dir, text) => {
  const { box, first, last } = partsOf(draw(dir, text), 'manager-item-account');
  expect(isIn(first, box)).toBe(true);
  expect(isIn(last, box)).toBe(false);
});

it.each(WAYS)('a kind of service in a page that runs %s takes more lines and loses nothing: %s', (dir, text) => {
  const { box, first, last } = partsOf(draw(dir, text), 'picker-item-meta');
  expect([isIn(first, box), isIn(last, box), last.top > first.bottom, last.bottom <= box.bottom + 1]).toEqual([true, true, true, true]);
});

it.each(['picker-item-meta', 'manager-item-account'])('%s that fits stands where the page begins its lines, whatever its letters', (slot) => {
  for (const text of ['CRM', 'שיווק']) {
    const { box, first, last } = partsOf(draw('rtl', text), slot);
    expect(Math.max(first.right, last.right)).toBeCloseTo(box.right, 0);
  }
});

const linesOf = (element: Element): number => Math.round(element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).lineHeight));

it('a name of 200 letters takes four lines of its row, and of the question whether it may go, which shows all it has to say', async () => {
  await page.viewport(320, 640);
  const name = 'M'.repeat(200);
  const ignore = () => undefined;
  const definition = { id: 'a', slug: null, name: 'A', category: null, iconUrl: null };
  render(<ConnectorList connectors={[{ id: 'c', name, definition, createdAt: null, updatedAt: null }]} onDisconnect={ignore} onRename={ignore} />);
  const row = document.querySelector('[data-ack-slot=manager-item-name]');
  expect(row && linesOf(row)).toBe(4);
  screen.getByRole('button', { name: `More for ${name}` }).click();
  (await screen.findByRole('menuitem', { name: 'Disconnect' })).click();
  const question = await screen.findByRole('alertdialog');
  expect(linesOf(screen.getByRole('heading', { name: `Disconnect ${name}?` }))).toBe(4);
  expect(screen.getByRole('button', { name: `Disconnect ${name}` })).toHaveTextContent(/^Disconnect$/);
  const body = question.querySelector('[data-ack-slot=dialog-body]');
  expect(body?.scrollHeight).toBe(body?.clientHeight);
  screen.getByRole('button', { name: 'Keep connected' }).click();
});
