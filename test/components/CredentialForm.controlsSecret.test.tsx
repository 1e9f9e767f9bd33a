import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent as keys, page } from 'vitest/browser';
import { controlParts } from '../../src/components/CredentialForm/loadControlParts.js';
import { MultilineSecretControl } from '../../src/components/CredentialForm/MultilineSecretControl.js';
import { SecretControl } from '../../src/components/CredentialForm/SecretControl.js';
import { isSavedSecret, layOutForm } from '../../src/form/index.js';
import { violations } from './conformance.js';
import { fieldOf, markupOf, setupControl } from './controlHarness.js';

const SECRET = 'rk_live_51Nv0FGQ9RKHgCV';
const PEM = `-----BEGIN KEY-----\n${SECRET}\n-----END KEY-----\n`;
const line = { type: 'string', title: 'Value', airbyte_secret: true };
const lines = { ...line, multiline: true };

const saved = (schema: Record<string, unknown>, value: string) => layOutForm({ type: 'object', properties: { value: schema } }).fromSaved({ value }).value;

const box = () => screen.getByLabelText<HTMLInputElement>('Value');

describe.each([
  { name: 'of one line', Control: SecretControl, schema: line },
  { name: 'of several lines', Control: MultilineSecretControl, schema: lines },
])('a secret $name', ({ Control, schema }) => {
  it('is in no attribute, shown or not, and gone when the control is', async () => {
    const { user, value, container, unmount } = setupControl(Control, { field: fieldOf(schema) });
    await user.type(box(), SECRET);
    expect(value()).toBe(SECRET);
    await user.click(screen.getByRole('button', { name: 'Show Value' }));
    expect(markupOf(container)).not.toContain(SECRET);
    unmount();
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
  });

  it('is shown until the control is left', async () => {
    const { user, container } = setupControl(Control, { field: fieldOf(schema), value: SECRET });
    const hidden = () => box().type === 'password' || container.querySelector('[data-concealed]') !== null;
    await user.click(box());
    await user.click(screen.getByRole('button', { name: 'Show Value' }));
    expect(hidden()).toBe(false);
    await user.keyboard('2');
    expect(hidden()).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(hidden()).toBe(true);
  });

  it('keeps focus in the box when the eye is pressed', async () => {
    setupControl(Control, { field: fieldOf(schema), value: SECRET });
    await page.getByLabelText('Value', { exact: true }).click();
    await page.getByRole('button', { name: 'Show Value' }).click();
    expect(box()).toHaveFocus();
  });

  describe('that is saved', () => {
    const setup = (disabled = false) => setupControl(Control, { field: fieldOf(schema), value: saved(schema, '**********'), disabled });

    it('is a locked box that says so', async () => {
      const { container } = setup();
      expect(box().value).toBe('Saved');
      expect(box().readOnly).toBe(true);
      expect(markupOf(container)).not.toContain('***');
      expect(await violations(container)).toEqual([]);
    });

    it('makes room for another one, with focus in the empty box', async () => {
      const { user, value } = setup();
      await user.click(screen.getByRole('button', { name: 'Replace Value' }));
      expect(value()).toBe('');
      expect(box()).toHaveFocus();
      await user.keyboard(SECRET);
      expect(value()).toBe(SECRET);
    });

    it('comes back as it was when the replacement is given up, by keyboard alone; nothing of the other stays', async () => {
      const { user, value, container } = setup();
      await user.click(screen.getByRole('button', { name: 'Replace Value' }));
      await user.keyboard(SECRET);
      await user.tab();
      await user.tab();
      expect(screen.getByRole('button', { name: 'Cancel: keep the saved Value' })).toHaveFocus();
      await user.keyboard('{Enter}');
      expect(isSavedSecret(value())).toBe(true);
      expect(box().value).toBe('Saved');
      expect(screen.getByRole('button', { name: 'Replace Value' })).toHaveFocus();
      expect(markupOf(container)).not.toContain(SECRET);
      expect(screen.queryByRole('button', { name: /Keep/ })).toBeNull();
    });

    it('is not replaced by a press on its label', async () => {
      const { user, value } = setup();
      await user.click(screen.getByText('Value', { selector: 'label' }));
      expect(isSavedSecret(value())).toBe(true);
    });

    it('can not be replaced in a locked form', () => {
      setup(true);
      expect(screen.getByRole('button', { name: 'Replace Value' })).toBeDisabled();
    });
  });
});

describe('a file in place of typing', () => {
  const setup = async (value?: string) => {
    await controlParts.load();
    return setupControl(MultilineSecretControl, { field: fieldOf(lines), value });
  };
  const fileInput = (container: HTMLElement) => container.querySelector<HTMLInputElement>('input[type=file]')!;

  it('fills the box, and says which file was read', async () => {
    const { user, value, container } = await setup();
    await user.upload(fileInput(container), new File([PEM], 'key.pem'));
    expect(await screen.findByText('Read from key.pem.')).toBeVisible();
    expect(value()).toBe(PEM);
    expect(box()).toHaveAccessibleDescription('Read from key.pem.');
    expect(markupOf(container)).not.toContain(SECRET);
    expect(fileInput(container).value).toBe('');
    expect(await violations(container)).toEqual([]);
  });

  it('is not named any more once something else is typed', async () => {
    const { user, container } = await setup();
    await user.upload(fileInput(container), new File([PEM], 'key.pem'));
    await screen.findByText('Read from key.pem.');
    await user.type(box(), 'x');
    expect(screen.queryByText('Read from key.pem.')).toBeNull();
  });

  it.each([
    [
      'is too large',
      new File([new Uint8Array(256 * 1024 + 1).fill(65)], 'big.bin'),
      'big.bin is larger than 256 KB, so it cannot be a key. Choose another file.',
    ],
    ['is no text', new File([new Uint8Array([0xff, 0xfe, 0, 1])], 'key.der'), 'key.der is not a text file. Choose the file that holds the key itself.'],
    ['holds a zero byte', new File(['a\0b'], 'key.p12'), 'key.p12 is not a text file. Choose the file that holds the key itself.'],
  ])('that %s leaves what was typed, and says why', async (_, file, sentence) => {
    const { user, value, container } = await setup('typed');
    await user.upload(fileInput(container), file);
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(value()).toBe('typed');
  });

  it('can be dropped on the box, which shows that it takes it', async () => {
    const { value, container } = await setup();
    const group = container.querySelector("[data-ack-slot='input-group']")!;
    const data = new DataTransfer();
    data.items.add(new File([PEM], 'key.pem'));
    const send = (type: string) => act(() => box().dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data })));
    await send('dragover');
    expect(group).toHaveAttribute('data-dropping');
    await send('drop');
    expect(group).not.toHaveAttribute('data-dropping');
    expect(await screen.findByText('Read from key.pem.')).toBeVisible();
    expect(value()).toBe(PEM);
  });

  it('that is read when the box is gone changes nothing', async () => {
    const { user, container, onValueChange, unmount } = await setup();
    let end: () => void = () => undefined;
    const slow = new File([PEM], 'key.pem');
    slow.arrayBuffer = () => new Promise((resolve) => (end = () => resolve(new TextEncoder().encode(PEM).buffer)));
    await user.upload(fileInput(container), slow);
    unmount();
    end();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it('can be chosen by keyboard', async () => {
    const { container } = await setup();
    const opened = new Promise<Event>((resolve) => fileInput(container).addEventListener('click', resolve));
    const button = screen.getByRole('button', { name: 'Choose a file for Value' });
    button.focus();
    await keys.keyboard('{Enter}');
    expect((await opened).type).toBe('click');
  });
});
