import '../../src/styles.css';
import { render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConnectScreens, type ConnectScreensProps } from '../../src/components/ConnectScreens/index.js';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import { ConnectError } from '../../src/core/index.js';
import { definitions, methodOf, stripe } from '../../stories/fixtures/definitions.js';

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const FORM = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') } as const;

const before = [window.innerWidth, window.innerHeight] as const;
beforeAll(() => formScreens.load());
afterEach(() => page.viewport(...before));

const Flow = ({ state }: Pick<ConnectScreensProps, 'state'>) => (
  <Dialog aria-labelledby="flow-title" onClose={nothing}>
    <ConnectScreens {...ACTIONS} definitions={definitions} appName="Fernway" titleId="flow-title" state={state} />
  </Dialog>
);

/** Draws the form in a page of this size, at rest. */
async function open(width: number, height: number) {
  await page.viewport(width, height);
  const { rerender } = render(<Flow state={FORM} />);
  const dialog = screen.getByRole('dialog');
  for (const animation of dialog.getAnimations({ subtree: true })) animation.finish();
  return { dialog, body: dialog.querySelector('[data-ack-slot=dialog-body]')!, go: (state: ConnectScreensProps['state']) => rerender(<Flow state={state} />) };
}

/** The whole element lies in what can be seen of each box around it that cuts. */
function isSeen(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const port = around.getBoundingClientRect();
    if (around.matches('dialog, [data-ack-slot=dialog-body]') && getComputedStyle(around).overflowY !== 'visible')
      if (top < port.top || bottom > port.bottom) return false;
  }
  return height > 0 && bottom <= window.innerHeight;
}

const scrolls = (element: Element): boolean => element.scrollHeight > element.clientHeight + 1;

describe.each([
  { name: 'magnified to 400 %', width: 320, height: 256 },
  { name: 'of a phone on its side', width: 844, height: 390 },
])('in a page $name', ({ width, height }) => {
  it('head and foot scroll with the body', async () => {
    const { dialog, body } = await open(width, height);
    expect([scrolls(dialog), scrolls(body)]).toEqual([true, false]);
  });

  it('a refused value is seen with its label and what is wrong with it', async () => {
    const { dialog, go } = await open(width, height);
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    go({ ...FORM, error: new ConnectError('credentials_refused', 'refused') });
    const box = screen.getByLabelText('Secret key');
    await expect.poll(() => document.activeElement).toBe(box);
    const wrong = within(dialog).getByText(/^Stripe refused this secret key/);
    await expect.poll(() => [screen.getByText('Secret key'), box, wrong].map((element) => isSeen(element))).toEqual([true, true, true]);
  });

  it('both answers are seen when it asks whether what was typed may go', async () => {
    await open(width, height);
    await userEvent.fill(screen.getByLabelText('Account ID'), 'acct_1');
    await userEvent.keyboard('{Escape}');
    const answers = ['Keep editing', 'Discard'].map((name) => screen.getByRole('button', { name }));
    await expect.poll(() => answers.map((answer) => isSeen(answer))).toEqual([true, true]);
  });
});

it('where there is room for it, head and foot stay while the body scrolls', async () => {
  const { dialog, body } = await open(320, 480);
  expect([scrolls(dialog), scrolls(body)]).toEqual([false, true]);
});
