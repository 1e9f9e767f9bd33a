/** A pixel and a half: fractions of layout, and the rounding of two edges. */
const SLACK = 1.5;

/** What is cut or covered on purpose: never seen, or meant to lie on something. */
const IGNORED =
  '[data-ack-slot="visually-hidden"], [data-ack-slot="announcement"], [data-ack-slot="tile"], [data-ack-slot="status-badge"], [aria-hidden="true"], option';

const CONTROLS = 'button, a[href], input:not([type="hidden"]), select, textarea, summary';

/**
 * What is cut off, runs out of the page or lies on something else, one line each: the texts and controls that a person can see now.
 * @param root The topmost surface: an open dialog, else the page.
 */
export function geometryProblems(root: Element): string[] {
  const texts = textBoxes(root);
  const controls = [...root.querySelectorAll(CONTROLS)]
    .filter(isShown)
    .map((element) => ({ element, name: nameOf(element), box: element.getBoundingClientRect() }));
  return [...sideways(), ...cut([...texts, ...controls]), ...covered(texts), ...covered(controls)];
}

interface Shown {
  element: Element;
  name: string;
  box: DOMRect;
}

const nameOf = (element: Element): string =>
  `${element.closest('[data-ack-slot]')?.getAttribute('data-ack-slot') ?? element.tagName}: ${(element.textContent ?? '').trim().slice(0, 40)}`;

function isShown(element: Element): boolean {
  return (
    element.closest(IGNORED) === null &&
    element.closest('[inert]') === null &&
    element.checkVisibility({ visibilityProperty: true }) &&
    visiblePart(element).height > SLACK
  );
}

/** Each line of each text. */
function textBoxes(root: Element): Shown[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Shown[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '' || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 0) found.push({ element, name: `${nameOf(element)} (text)`, box });
  }
  return found;
}

/** What scrolls sideways by design, or ends in an ellipsis, hides nothing for good. */
function takesSideways(element: Element): boolean {
  const { overflowX, textOverflow } = getComputedStyle(element);
  return overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis';
}

const isInput = (element: Element): boolean => element.matches('input, textarea, select');

/** The part of an element that the scrolled boxes around it let through. */
function visiblePart(element: Element): DOMRect {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'visible') continue;
    const box = parent.getBoundingClientRect();
    [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** The page itself must not scroll sideways. */
function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth + SLACK ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
}

/** Sticks out of a box that cuts it, with no way to scroll there. */
function cut(shown: Shown[]): string[] {
  return shown.flatMap(({ element, name, box }) => {
    for (let parent: Element | null = element; parent !== null && parent !== document.documentElement; parent = parent.parentElement) {
      if (takesSideways(parent) || isInput(parent)) return [];
      const { overflowX, overflowY } = getComputedStyle(parent);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const { left, right } = parent.getBoundingClientRect();
      if (box.left < left - SLACK || box.right > right + SLACK) return [`cut: ${name} by ${nameOf(parent)}`];
    }
    return box.left < -SLACK || box.right > window.innerWidth + SLACK ? [`out of the page: ${name}`] : [];
  });
}

/** A button that stands in the room which its field leaves for it. */
const standsIn = (field: Element, button: Element): boolean =>
  isInput(field) && getComputedStyle(button).position === 'absolute' && field.parentElement?.contains(button) === true;

/** Two of them on one spot, neither in the other. Lines of one text may touch. */
function covered(shown: Shown[]): string[] {
  return shown.flatMap((one, place) =>
    shown
      .slice(place + 1)
      .filter((other) => one.element !== other.element && !one.element.contains(other.element) && !other.element.contains(one.element) && overlap(one, other))
      .filter((other) => !standsIn(one.element, other.element) && !standsIn(other.element, one.element))
      .map((other) => `overlap: ${one.name} and ${other.name}`),
  );
}

/** In pixels that can be seen: text has air above and below its letters, so a few may be shared. */
function overlap(one: Shown, other: Shown): boolean {
  const [a, b] = [within(one), within(other)];
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > SLACK && height > Math.min(a.height, b.height) * 0.25;
}

function within({ element, box }: Shown): DOMRect {
  const part = visiblePart(element);
  const [left, top] = [Math.max(box.left, part.left), Math.max(box.top, part.top)];
  return new DOMRect(left, top, Math.max(0, Math.min(box.right, part.right) - left), Math.max(0, Math.min(box.bottom, part.bottom) - top));
}
