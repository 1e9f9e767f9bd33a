import '../../src/styles.css';
import { render, screen } from '@testing-library/react';
import { userEvent as touchUser } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Dialog } from '../../src/components/Dialog/index.js';

const onClose = vi.fn<() => void>();
beforeEach(() => onClose.mockClear());

function draw() {
  render(
    <Dialog aria-label="Asked" onClose={onClose}>
      <p>What a person marks with the mouse</p>
      <button type="button">Inside</button>
    </Dialog>,
    { wrapper: StrictMode },
  );
  return { dialog: screen.getByRole('dialog'), text: screen.getByText(/What a person marks/) };
}

/** A place of the page that the dialog leaves free. Forced: the backdrop lies over it. */
const BESIDE = { x: 4, y: 4 };
const page = () => document.documentElement;

describe('a press beside the dialog', () => {
  it('closes it, once', async () => {
    draw();
    await userEvent.click(page(), { position: BESIDE, force: true });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('in it closes nothing, wherever the dialog has room of its own', async () => {
    const { dialog, text } = draw();
    await userEvent.click(text);
    await userEvent.click(dialog, { position: { x: 2, y: 2 }, force: true });
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is no press where only its end is beside: a text was marked', async () => {
    const { text } = draw();
    await userEvent.dragAndDrop(text, page(), { targetPosition: BESIDE, force: true });
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(page(), { position: BESIDE, force: true });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is no press where only its beginning is beside', async () => {
    const { text } = draw();
    await userEvent.dragAndDrop(page(), text, { sourcePosition: BESIDE, force: true });
    expect(onClose).not.toHaveBeenCalled();
  });

  it('closes it by a tap too', async () => {
    const { dialog } = draw();
    await touchUser.setup().pointer({ keys: '[TouchA]', target: dialog, coords: { clientX: 4, clientY: 4 } });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is not what a key press on a button looks like', async () => {
    draw();
    screen.getByRole('button', { name: 'Inside' }).focus();
    await userEvent.keyboard('{Enter}');
    screen.getByRole<HTMLDialogElement>('dialog').click();
    expect(onClose).not.toHaveBeenCalled();
  });
});
