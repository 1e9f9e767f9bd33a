/** Marks that open or close a run of another direction. */
const MARKS = /[\u202A-\u202E\u2066-\u2069]/;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** What a sentence may hold: a name between the two characters that isolate. */
const ISOLATED = /\u2068[^\u2066-\u2069\u202A-\u202E]*\u2069/g;

/** How labels of ours begin. */
const OURS = /^(?:More for|Reconnect|Choose|Show|Remove|New name|Disconnect|Filter|Add) /;

/** What is wrong in a page that was drawn from foreign values, one line each. */
export function problems(root: Element): string[] {
  return [...addresses(root), ...markup(root), ...turned(root), ...tooWide(root)];
}

const short = (value: string | null): string => JSON.stringify((value ?? '').slice(0, 80));

function addresses(root: Element): string[] {
  const bad = /^\s*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|data:text|vbscript|file):?/i;
  return [...root.querySelectorAll('[src], [href], [action], [srcdoc]')].flatMap((element) =>
    ['src', 'href', 'action', 'srcdoc']
      .filter((name) => bad.test(element.getAttribute(name) ?? ''))
      .map((name) => `${name}: ${short(element.getAttribute(name))}`),
  );
}

/** Foreign text is text. */
const markup = (root: Element): string[] =>
  [...root.querySelectorAll('script, iframe, [onerror], [onload]')].map(({ outerHTML }) => `markup: ${short(outerHTML)}`);

/** A name must not turn the words around it. */
function turned(root: Element): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const rest = (node.textContent ?? '').replace(ISOLATED, '');
    const element = node.parentElement;
    if (element === null || element.matches('option, textarea') || !(MARKS.test(rest) || RIGHT_TO_LEFT.test(rest))) continue;
    if (!standsAlone(element, root))
      found.push(`not isolated: ${element.closest('[data-ack-slot]')?.getAttribute('data-ack-slot')} ${short(node.textContent)}`);
  }
  for (const element of root.querySelectorAll('[aria-label]')) {
    const label = element.getAttribute('aria-label') ?? '';
    // A name alone has no words of ours around it.
    if (MARKS.test(label.replace(ISOLATED, '')) && OURS.test(label)) found.push(`label not isolated: ${short(label)}`);
  }
  return found;
}

/** In an element that isolates, before anything else is in it; or by itself in a block. */
function standsAlone(element: Element, root: Element): boolean {
  for (let parent: Element | null = element; parent !== null && parent !== root; parent = parent.parentElement) {
    const { unicodeBidi, display } = getComputedStyle(parent);
    if (/isolate|plaintext/.test(unicodeBidi) && display.startsWith('inline')) return true;
    if (!display.startsWith('inline')) return /isolate|plaintext/.test(unicodeBidi) || parent.textContent === element.textContent;
  }
  return false;
}

/** Parts wider than the room of the whole that do not scroll in a box of their own. */
function tooWide(root: Element): string[] {
  const { scrollWidth, clientWidth } = root;
  if (scrollWidth <= clientWidth + 1) return [];
  const right = root.getBoundingClientRect().right;
  const widest = [...root.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > right + 1).at(-1);
  return [`${scrollWidth} wide in ${clientWidth}: ${widest?.closest('[data-ack-slot]')?.getAttribute('data-ack-slot')} ${short(widest?.textContent ?? '')}`];
}
