import '../../src/styles.css';
import { render, screen } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { AirbyteProvider, Connect } from '../../src/blocks/index.js';
import { Button, Notice } from '../../src/components/parts/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import styles from '../../src/styles.css?inline';

/** Another copy of the stylesheet in the page, before all others or after them. */
function copyOf(css: string, place: 'first' | 'last') {
  const copy = document.createElement('style');
  copy.textContent = css;
  document.head[place === 'first' ? 'prepend' : 'append'](copy);
  onTestFinished(() => copy.remove());
}

/** Another version: other values of the tokens, and a part drawn otherwise. */
const OTHER = styles
  .replace('--_radius:var(--ack-radius, 8px)', '--_radius:var(--ack-radius, 31px)')
  .replace('--_radius: var(--ack-radius, 8px)', '--_radius: var(--ack-radius, 31px)');

const Parts = () => (
  <>
    <Button variant="primary">Connect</Button>
    <Notice tone="danger" title="The key was refused">
      Nothing was saved.
    </Notice>
  </>
);

/** How all that is drawn is styled. */
function looks(): string[] {
  const properties = ['color', 'background-color', 'border-radius', 'padding', 'font-size', 'font-weight', 'block-size', 'gap', 'box-shadow'];
  return [...document.querySelectorAll('[data-ack-slot]')].map((part) => {
    const style = getComputedStyle(part);
    return properties.map((name) => style.getPropertyValue(name)).join(' | ');
  });
}
const radius = (name: string) => getComputedStyle(screen.getByRole('button', { name })).borderRadius;

it('a second copy of the stylesheet changes nothing, wherever it stands', () => {
  render(<Parts />);
  const alone = looks();
  expect(alone.length).toBeGreaterThan(3);
  for (const place of ['first', 'last'] as const) copyOf(styles, place);
  expect(looks()).toEqual(alone);
});

it('another version that stands before it changes no token; one that stands after it decides for the page', () => {
  expect(OTHER).not.toBe(styles);
  render(<Parts />);
  const alone = radius('Connect');
  copyOf(OTHER, 'first');
  expect(radius('Connect')).toBe(alone);
  copyOf(OTHER, 'last');
  expect(radius('Connect')).toBe('31px');
});

it('what a host sets holds under each of two versions: its variables, and its rules without a layer', () => {
  copyOf('#host { --ack-radius: 3px } .wide { letter-spacing: 2px }', 'first');
  copyOf(OTHER, 'last');
  render(
    <div id="host">
      <Button className="wide">Connect</Button>
    </div>,
  );
  expect(radius('Connect')).toBe('3px');
  expect(getComputedStyle(screen.getByRole('button')).letterSpacing).toBe('2px');
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
