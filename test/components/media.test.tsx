import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectorPicker } from '../../src/components/index.js';
import { Button, Skeleton, Spinner, Status, Tile } from '../../src/components/parts/index.js';
import { definitions } from '../../stories/fixtures/definitions.js';
import '../../src/styles.css';

/** What every page of this suite has: nothing moves. */
const CALM = { name: 'prefers-reduced-motion', value: 'reduce' };
const PLAIN = { name: 'forced-colors', value: 'none' };

/** The wishes of a person, as the system tells the page. */
const wish = (...features: { name: string; value: string }[]) => cdp().send('Emulation.setEmulatedMedia', { features });
const size = [window.innerWidth, window.innerHeight] as const;
afterEach(async () => {
  await wish(CALM, PLAIN);
  await page.viewport(...size);
});

const slot = (name: string): CSSStyleDeclaration => {
  const element = document.querySelector(`[data-ack-slot="${name}"]`);
  if (element === null) throw new Error(`The page has no ${name}.`);
  return getComputedStyle(element);
};

describe('motion', () => {
  const parts = (
    <>
      <Spinner />
      <Skeleton />
      <Button>Go</Button>
      <span data-ack-slot="pair-link">
        <i data-testid="dot" />
      </span>
      <Status mark={<Tile name="Acme" />} badge="success" title="Acme is connected" />
    </>
  );
  /** The names of what moves, without the version that a built stylesheet gives them. */
  const moves = ({ animationName }: CSSStyleDeclaration) => animationName.replaceAll(/-\d[\d-]*/g, '');
  const dot = () => moves(getComputedStyle(screen.getByTestId('dot')));

  it('explains: what waits turns and travels, what arrives comes up in a fifth of a second', async () => {
    await wish({ name: CALM.name, value: 'no-preference' });
    render(parts);
    expect([moves(slot('spinner')), dot()]).toEqual(['ack-spin, ack-appear', 'ack-travel']);
    expect([moves(slot('status')), slot('status').animationDuration]).toEqual(['ack-arrive', '0.2s']);
    expect([moves(slot('status-badge')), slot('status-badge').animationDuration]).toEqual(['ack-land', '0.2s']);
    expect(slot('button').transitionDuration).toBe('0.12s, 0.12s, 0.12s');
  });

  it.each([
    { name: 'from below a narrow page, as a sheet', width: 400, rise: null },
    { name: 'a little, in the middle of a wide one', width: 1000, rise: 6 },
  ])('brings a dialog $name', async ({ width, rise }) => {
    await wish({ name: CALM.name, value: 'no-preference' });
    await page.viewport(width, 700);
    render(
      <Dialog aria-label="Asked" onClose={() => undefined}>
        <div data-ack-slot="dialog-body">text</div>
      </Dialog>,
    );
    const dialog = screen.getByRole('dialog');
    const [arrival] = dialog.getAnimations();
    if (arrival === undefined) throw new Error('It stands there at once.');
    arrival.pause();
    arrival.currentTime = 0;
    const { top, height } = dialog.getBoundingClientRect();
    expect(getComputedStyle(dialog).opacity).toBe('0');
    arrival.finish();
    expect(top - dialog.getBoundingClientRect().top).toBeCloseTo(rise ?? height, 1);
  });

  it('stops for whoever asks for less of it: nothing turns, travels or comes up', async () => {
    await wish(CALM);
    render(parts);
    expect([moves(slot('spinner')), moves(slot('skeleton')), dot()]).toEqual(['ack-breathe, ack-appear', 'ack-breathe', 'ack-breathe']);
    expect([slot('status').animationDuration, slot('status-badge').animationDuration, slot('button').transitionDuration]).toEqual(['0s', '0s', '0s, 0s, 0s']);
  });
});

describe('forced colours', () => {
  it('leave the one way on filled, and every button, tile and service an edge', async () => {
    await wish(CALM, { name: 'forced-colors', value: 'active' });
    render(
      <>
        <Button variant="primary">Go on</Button>
        <Button variant="ghost">Cancel</Button>
        <p data-testid="system" />
        <ConnectorPicker definitions={definitions.slice(0, 3)} layout="list" onSelect={() => undefined} />
      </>,
    );
    const system = screen.getByTestId('system');
    system.style.cssText = 'forced-color-adjust: none; background: ButtonText; color: ButtonFace';
    const colours = (element: Element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color];
    expect(colours(screen.getByRole('button', { name: 'Go on' }))).toEqual(colours(system));
    const cancel = getComputedStyle(screen.getByRole('button', { name: 'Cancel' }));
    expect([cancel.borderTopStyle, slot('tile').borderTopStyle, slot('picker-item').borderTopStyle]).toEqual(['solid', 'solid', 'solid']);
  });

  it('show which service the keys are at', async () => {
    await wish(CALM, { name: 'forced-colors', value: 'active' });
    render(<ConnectorPicker definitions={definitions} onSelect={() => undefined} autoFocus />);
    await userEvent.keyboard('{ArrowDown}');
    const items = [...document.querySelectorAll('[data-ack-slot="picker-item"]')];
    const outlined = items.filter((item) => getComputedStyle(item).outlineStyle === 'solid');
    expect(outlined).toEqual(items.filter((item) => item.ariaSelected === 'true'));
    expect(outlined).toHaveLength(1);
  });
});

describe('the focus', () => {
  it('is seen on what keys reach: a ring of two pixels beside the control', async () => {
    render(<Button>Go on</Button>);
    expect(slot('button').outlineStyle).toBe('none');
    await userEvent.tab();
    expect([slot('button').outlineStyle, slot('button').outlineWidth, slot('button').outlineOffset]).toEqual(['solid', '2px', '2px']);
  });
});

describe('density', () => {
  it.each([
    ['compact', '-1', 32],
    ['default', '0', 40],
    ['comfortable', '1', 48],
  ])('%s gives controls their height', (_, density, height) => {
    const { container } = render(<Button>Go on</Button>);
    container.style.setProperty('--ack-density', density);
    expect(screen.getByRole('button').getBoundingClientRect().height).toBe(height);
  });
});
