import '../../src/styles.css';
import { render, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AirbyteProvider, Connect, ConnectButton } from '../../src/blocks/index.js';
import { ConnectorPicker } from '../../src/components/index.js';
import { VERSION_MARK } from '../../src/internal/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import styles from '../../src/styles.css?inline';
import { definitions } from '../../stories/fixtures/definitions.js';

const MARK = 'data-ack-version';
const VERSION: string = VERSION_MARK[MARK];
const OTHER_VERSION = '9.8.7';

/** Another copy of the stylesheet in the page, before all others or after them. */
function copyOf(css: string, place: 'first' | 'last') {
  const copy = document.createElement('style');
  copy.textContent = css;
  document.head[place === 'first' ? 'prepend' : 'append'](copy);
  onTestFinished(() => copy.remove());
}

/** The stylesheet of another version: it has other values of tokens, other rules for parts that both have, and other animations. */
const OTHER = styles
  .replaceAll(`'${VERSION}'`, `'${OTHER_VERSION}'`)
  .replaceAll(`"${VERSION}"`, `"${OTHER_VERSION}"`)
  .replaceAll(VERSION.replaceAll('.', '-'), OTHER_VERSION.replaceAll('.', '-'))
  .replaceAll(/--_radius: ?var\(--ack-radius, 8px\)/g, '--_radius: var(--ack-radius, 31px)')
  .replaceAll(/opacity: ?0?\.55/g, 'opacity: 0.11')
  .replace(
    '@layer ack.components {',
    (start) =>
      `${start} ${scopeIn(styles).replaceAll(VERSION, OTHER_VERSION)} { &[data-ack-slot] { scroll-margin-top: 13px } &[data-ack-slot='button']::after { content: 'v9' } }`,
  );

/** What stands around the rules of a layer. */
function scopeIn(css: string): string {
  return /@layer ack\.components \{\s*(:where\([^{]*)\{/.exec(css)?.[1] ?? '';
}

/** The two versions' own parts: the other's are drawn by this one and get its mark, as the other's code would have set it. */
const asOther = (root: Element) => {
  for (const element of [root, ...root.querySelectorAll(`[${MARK}]`)]) if (element.hasAttribute(MARK)) element.setAttribute(MARK, OTHER_VERSION);
};

const LOOKED_AT = [
  ...['display', 'color', 'background-color', 'border-radius', 'border-block-start-width', 'padding', 'margin', 'gap', 'box-shadow', 'outline-offset'],
  ...['font-size', 'font-weight', 'line-height', 'letter-spacing', 'inline-size', 'block-size', 'stroke-width', 'scroll-margin-top', 'content', 'rotate'],
];

/** How each part looks, and what stands before and after it. */
function looks(root: Element): string[] {
  return [root, ...root.querySelectorAll('[data-ack-slot]')].flatMap((part) =>
    [null, '::before', '::after'].map((pseudo) => {
      const style = getComputedStyle(part, pseudo);
      return [part.getAttribute('data-ack-slot'), pseudo, ...LOOKED_AT.map((name) => style.getPropertyValue(name))].join(' | ');
    }),
  );
}
const Picker = ({ id }: { id: string }) => (
  <div data-testid={id}>
    <ConnectorPicker definitions={definitions.slice(0, 2)} onSelect={() => undefined} />
  </div>
);
const radius = (element: Element | null) => element && getComputedStyle(element).borderRadius;

it('a second copy of the stylesheet changes nothing, wherever it stands', () => {
  render(<Picker id="one" />);
  const alone = looks(screen.getByTestId('one'));
  expect(alone.length).toBeGreaterThan(30);
  for (const place of ['first', 'last'] as const) copyOf(styles, place);
  expect(looks(screen.getByTestId('one'))).toEqual(alone);
});

describe.each(['first', 'last'] as const)('another version of the stylesheet that stands %s', (place) => {
  it('changes nothing of this one, and this one nothing of it', () => {
    expect(scopeIn(styles)).toContain(VERSION);
    render([<Picker id="one" key="one" />, <Picker id="other" key="other" />]);
    const [one, other] = [screen.getByTestId('one'), screen.getByTestId('other')];
    const alone = looks(one);
    copyOf(OTHER, place);
    asOther(other);
    expect(looks(one)).toEqual(alone);
    const beside = looks(other);
    expect(beside).not.toEqual(alone);
    const item = other.querySelector('[data-ack-slot="picker-item"]');
    expect(item && getComputedStyle(item).scrollMarginTop).toBe('13px');

    // As if the other version were alone.
    const own = [...document.querySelectorAll('style')].filter(({ textContent }) => textContent.includes(`${MARK}='${VERSION}'`));
    expect(own).not.toHaveLength(0);
    for (const sheet of own) sheet.media = 'not all';
    onTestFinished(() => {
      for (const sheet of own) sheet.removeAttribute('media');
    });
    expect(looks(other)).toEqual(beside);
  });

  it('styles what a host writes itself too, the one that stands last first', () => {
    copyOf(OTHER, place);
    render(<b data-ack-slot="badge" data-testid="own" />);
    expect(getComputedStyle(screen.getByTestId('own')).scrollMarginTop).toBe('13px');
  });

  it('has animations of its own', () => {
    render(<i data-ack-slot="spinner" data-testid="own" {...VERSION_MARK} />);
    const shades = () =>
      screen
        .getByTestId('own')
        .getAnimations()
        .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
        .map(({ opacity }) => opacity);
    expect(shades()).toContain('0.55');
    copyOf(OTHER, place);
    expect(shades()).toContain('0.55');
    asOther(screen.getByTestId('own'));
    expect(shades()).toContain('0.11');
  });

  it('leaves to a host what it sets: its variables, and its rules without a layer', () => {
    copyOf('#host { --ack-radius: 3px } .wide { letter-spacing: 2px }', 'first');
    copyOf(OTHER, place);
    const client = createSandbox().connectApi({ userId: 'ada' });
    const button = (id: string) => (
      <ConnectButton className="wide" id={id}>
        Connect
      </ConnectButton>
    );
    render(
      <div id="host">
        <AirbyteProvider client={client}>
          {button('of-one')}
          {button('of-other')}
        </AirbyteProvider>
      </div>,
    );
    const [one, other] = screen.getAllByRole('button');
    if (one === undefined || other === undefined) throw new Error('There are no buttons.');
    expect(one.getAttribute(MARK)).toBe(VERSION);
    asOther(other);
    expect([one, other].map((button) => [radius(button), getComputedStyle(button).letterSpacing])).toEqual([
      ['3px', '2px'],
      ['3px', '2px'],
    ]);
  });
});

it('two providers keep each its own theme and variables, in both orders', async () => {
  const client = createSandbox().connectApi({ userId: 'ada' });
  copyOf('#one { --ack-accent: rgb(200, 0, 0) } #two { --ack-accent: rgb(0, 0, 200) }', 'first');
  const provider = (theme: 'light' | 'dark') => (
    <div id={theme === 'light' ? 'one' : 'two'} key={theme}>
      <AirbyteProvider client={client} appearance={{ theme, appName: theme }}>
        <Connect definition="stripe" data-testid={theme} />
      </AirbyteProvider>
    </div>
  );
  const { unmount } = render([provider('light'), provider('dark')]);
  const looksOf = async (theme: string) => {
    const flow = screen.getByTestId(theme);
    await expect.poll(() => flow.querySelector('[data-variant=primary]'), { timeout: 5_000 }).not.toBeNull();
    const primary = flow.querySelector('[data-variant=primary]');
    if (primary === null) throw new Error('There is no button.');
    return [getComputedStyle(flow).colorScheme, getComputedStyle(primary).backgroundColor, getComputedStyle(flow).backgroundColor];
  };
  const [light, dark] = [await looksOf('light'), await looksOf('dark')];
  expect(light.slice(0, 2)).toEqual(['light', 'rgb(200, 0, 0)']);
  expect(dark.slice(0, 2)).toEqual(['dark', 'rgb(0, 0, 200)']);
  expect(light[2]).not.toBe(dark[2]);
  unmount();
  render([provider('dark'), provider('light')]);
  expect([await looksOf('light'), await looksOf('dark')]).toEqual([light, dark]);
});
