import '../../src/styles.css';
import { render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../src/components/ConnectScreens/loadLaterScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectError } from '../../src/core/index.js';
import { connectorOf, definitions, methodOf, stripe } from '../../stories/fixtures/definitions.js';

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const SUBJECT = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') } as const;
const SCREENS: readonly ConnectScreensProps['state'][] = [
  { step: 'picking' },
  SUBJECT,
  { ...SUBJECT, step: 'submitting' },
  { step: 'failed', from: 'loading', error: new ConnectError('backend_unavailable', 'It is away.'), definitionId: stripe.id },
];

const before = [window.innerWidth, window.innerHeight] as const;
beforeAll(async () => {
  await formScreens.load();
  await laterScreens.load();
});
afterEach(async () => {
  document.documentElement.style.fontSize = '';
  await page.viewport(...before);
});

/** The flow in a dialog, and that in another one where `nested`. */
function Flow({ nested = false, ...props }: Partial<ConnectScreensProps> & Pick<ConnectScreensProps, 'state'> & { nested?: boolean | undefined }) {
  const flow = (
    <Dialog aria-label="The flow" onClose={nothing}>
      <ConnectScreens {...ACTIONS} definitions={definitions} appName="Fernway" titleId="flow-title" {...props} />
    </Dialog>
  );
  return nested ? (
    <Dialog aria-label="The host’s" onClose={nothing}>
      {flow}
    </Dialog>
  ) : (
    flow
  );
}

it('keeps the width of the button that was pressed, while it says that it works', async () => {
  await page.viewport(1000, 860);
  const { rerender } = render(<Flow state={SUBJECT} />);
  const button = screen.getByRole('button', { name: 'Connect Stripe' });
  const { width } = button.getBoundingClientRect();
  rerender(<Flow state={{ ...SUBJECT, step: 'submitting' }} />);
  expect(button).toHaveTextContent('Connecting Stripe');
  expect(button.getBoundingClientRect().width).toBeCloseTo(width, 1);
});

/** Where its upper edge comes to rest. */
function topOf(element: Element): number {
  for (const animation of document.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  return element.getBoundingClientRect().top;
}

interface Place {
  name: string;
  /** Of the page, in px. */
  width: number;
  height: number;
  /** The font size of its root. */
  text?: string;
  nested?: boolean;
}
const PLACES: readonly Place[] = [
  { name: 'in a wide page', width: 1000, height: 860 },
  { name: 'in a low page', width: 900, height: 380 },
  { name: 'as a sheet', width: 320, height: 640 },
  { name: 'as a sheet in large text', width: 375, height: 760, text: '32px' },
  { name: 'in another dialog', width: 1000, height: 860, nested: true },
];

describe.each(PLACES)('a dialog $name', ({ width, height, text = '', nested }) => {
  it('keeps its head and the search in their place while a person types, and when the list comes', async () => {
    await page.viewport(width, height);
    document.documentElement.style.fontSize = text;
    const { rerender } = render(<Flow nested={nested} state={{ step: 'picking' }} definitions={[]} definitionsLoading autoFocus />);
    const dialog = screen.getByRole('dialog', { name: 'The flow' });
    const search = screen.getByRole('combobox', { name: 'Search services' });
    const first = [topOf(dialog), topOf(search)];
    rerender(<Flow nested={nested} state={{ step: 'picking' }} autoFocus />);
    await screen.findByRole('listbox');
    expect([topOf(dialog), topOf(search)]).toEqual(first);
    await userEvent.fill(search, 'stripe');
    await expect.poll(() => within(screen.getByRole('listbox')).getAllByRole('option').length).toBe(1);
    expect([topOf(dialog), topOf(search)]).toEqual(first);
    await userEvent.fill(search, 'zzqqzzqq');
    await expect.poll(() => screen.queryByRole('listbox')).toBeNull();
    expect([topOf(dialog), topOf(search)]).toEqual(first);
  });

  it('keeps its head in its place from screen to screen, all of it in view', async () => {
    await page.viewport(width, height);
    document.documentElement.style.fontSize = text;
    const { rerender } = render(<Flow nested={nested} state={{ step: 'picking' }} />);
    const dialog = screen.getByRole('dialog', { name: 'The flow' });
    const tops = SCREENS.map((state) => {
      rerender(<Flow nested={nested} state={state} />);
      const top = topOf(dialog);
      expect(dialog.getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
      return top;
    });
    expect(new Set(tops).size).toBe(1);
    expect(tops[0]).toBeGreaterThanOrEqual(16);
  });
});

it('puts what is only told into the middle of a sheet, wherever it changes at the same place, and at its top where there is no room', async () => {
  const connector = connectorOf(stripe, 'Till');
  const told: ConnectScreensProps['state'][] = [{ ...SUBJECT, step: 'checking', connector }, { ...SUBJECT, step: 'connected', connector }, SCREENS[3]!];
  const roomAbove = async (width: number, height: number): Promise<number> => {
    await page.viewport(width, height);
    const { rerender, unmount } = render(<Flow state={SUBJECT} />);
    const rooms = told.map((state) => {
      rerender(<Flow state={state} />);
      const status = document.querySelector('[data-ack-slot=status]')!;
      const body = status.closest('[data-ack-slot=dialog-body]')!;
      expect(body.scrollHeight).toBe(body.clientHeight);
      return topOf(status) - topOf(body);
    });
    unmount();
    expect(new Set(rooms).size).toBe(1);
    return rooms[0]!;
  };
  const least = await roomAbove(1000, 860);
  expect(await roomAbove(390, 600)).toBeCloseTo(least, 0);
  expect(await roomAbove(390, 844)).toBeGreaterThan(least + 80);
});
