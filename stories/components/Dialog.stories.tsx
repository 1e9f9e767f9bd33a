import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Dialog, type DialogProps } from '../../src/components/Dialog/index.js';
import { Button } from '../../src/components/parts/index.js';

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, place) => `Paragraph ${place + 1}: the body scrolls, head and foot stay where they are.`);

function Parts({ lines }: { lines: number }): ReactNode {
  return (
    <>
      <header data-ack-slot="dialog-header">
        <h2 data-ack-slot="title" id="dialog-title" tabIndex={-1}>
          Disconnect Acme Marketing?
        </h2>
      </header>
      <div data-ack-slot="dialog-body">
        {paragraphs(lines).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Button variant="secondary">What stops then</Button>
      </div>
      <footer data-ack-slot="dialog-footer">
        <Button variant="danger-ghost">Disconnect</Button>
        <Button variant="primary">Keep it</Button>
      </footer>
    </>
  );
}

const meta = {
  title: 'Components/Dialog',
  component: Dialog,
  args: { 'aria-labelledby': 'dialog-title', onClose: fn(), children: <Parts lines={1} /> },
} satisfies Meta<typeof Dialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

/** More than fits: the body scrolls. */
export const Long: Story = { args: { children: <Parts lines={40} /> } };

function FromButton({ onClose, ...props }: DialogProps): ReactNode {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    onClose();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      {open && <Dialog {...props} onClose={close} />}
    </>
  );
}

/** Opened and closed by keyboard: focus is back on the button. */
export const FromAButton: Story = {
  render: (args) => <FromButton {...args} />,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const open = canvas.getByRole('button', { name: 'Open' });
    open.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await canvas.findByRole('dialog', { name: 'Disconnect Acme Marketing?' });
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(open).toHaveFocus();
  },
};

/** A press in it leaves it open, one beside it closes it: focus is back on the button. */
export const PressedBeside: Story = {
  render: (args) => <FromButton {...args} />,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const open = canvas.getByRole('button', { name: 'Open' });
    open.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await canvas.findByRole('dialog', { name: 'Disconnect Acme Marketing?' });
    await userEvent.click(canvas.getByText(/^Paragraph 1:/));
    await expect(args.onClose).not.toHaveBeenCalled();
    await userEvent.pointer({ keys: '[MouseLeft]', target: dialog, coords: { clientX: 4, clientY: 4 } });
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(open).toHaveFocus();
  },
};
