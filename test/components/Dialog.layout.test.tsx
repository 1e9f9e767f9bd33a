import '../../src/styles.css';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Dialog } from '../../src/components/Dialog/index.js';

const before = [window.innerWidth, window.innerHeight] as const;
afterEach(() => page.viewport(...before));

const Asking = () => (
  <Dialog aria-label="Asked" onClose={() => undefined}>
    <div data-ack-slot="dialog-body">text</div>
  </Dialog>
);

it('is a sheet at the bottom of a narrow page, as wide as it', async () => {
  await page.viewport(400, 700);
  render(<Asking />);
  const sheet = screen.getByRole('dialog');
  // It comes up from below: where it comes to rest counts.
  for (const animation of sheet.getAnimations()) animation.finish();
  const { left, right, bottom, top } = sheet.getBoundingClientRect();
  expect([left, right, bottom]).toEqual([0, 400, 700]);
  expect(top).toBeGreaterThan(24);
  expect(getComputedStyle(sheet).borderEndStartRadius).toBe('0px');
  expect(getComputedStyle(sheet).borderStartStartRadius).not.toBe('0px');
});

it('stands in the middle of a wide one, its top where that of the tallest would be', async () => {
  await page.viewport(1000, 880);
  render(<Asking />);
  const dialog = screen.getByRole('dialog');
  for (const animation of dialog.getAnimations()) animation.finish();
  const { left, right, top } = dialog.getBoundingClientRect();
  expect(left).toBeCloseTo(1000 - right, 0);
  expect(top).toBe((880 - 680) / 2);
});

it('stands there too where a page’s reset takes all margins', async () => {
  await page.viewport(1000, 880);
  render(
    <>
      <style>{'* { margin: 0; padding: 0; }'}</style>
      <Asking />
    </>,
  );
  const dialog = screen.getByRole('dialog');
  for (const animation of dialog.getAnimations()) animation.finish();
  const { left, right, top } = dialog.getBoundingClientRect();
  expect(left).toBeCloseTo(1000 - right, 0);
  expect(top).toBe(100);
});
