import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import '../../src/styles.css';
import { CredentialForm, emptyValues } from '../../src/components/CredentialForm/index.js';
import type { FormValues } from '../../src/form/index.js';
import { violations } from './conformance.js';
import { markupOf } from './controlHarness.js';

const SECRET = 'shh-51Nv0FGQ9RKHgCV';
const KEY = JSON.stringify({ client_id: 'acme', client_secret: SECRET });
const schema = {
  type: 'object',
  required: ['credentials'],
  properties: {
    credentials: {
      type: 'object',
      required: ['client_id', 'client_secret', 'region'],
      properties: {
        client_id: { type: 'string', title: 'Client ID' },
        client_secret: { type: 'string', title: 'Client secret', airbyte_secret: true },
        region: { type: 'string', title: 'Region' },
        key: { type: 'string', title: 'Certificate', airbyte_secret: true, multiline: true, always_show: true },
      },
    },
  },
};

function setup({ disabled = false } = {}) {
  const onValuesChange = vi.fn<(values: FormValues) => void>();
  function Caller() {
    const [values, setValues] = useState(emptyValues(schema));
    const change = (next: FormValues) => {
      onValuesChange(next);
      setValues(next);
    };
    return <CredentialForm id="f" schema={schema} serviceName="Acme" values={values} onValuesChange={change} onSubmit={() => undefined} disabled={disabled} />;
  }
  const { container, unmount } = render(<Caller />);
  const form = container.querySelector('form')!;
  const send = (type: string, file: File, target: Element = form) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    return act(() => target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })));
  };
  return { user: userEvent.setup(), container, form, unmount, onValuesChange, send };
}

const box = (label: string) => screen.getByLabelText<HTMLInputElement>((text) => text.startsWith(label), { selector: 'input, textarea' });
const keyFile = () => new File([KEY], 'acme.json', { type: 'application/json' });

describe('a key file that is dropped on the form', () => {
  it('fills the fields that it has values for, and names them; the others stay', async () => {
    const { user, container, send } = setup();
    await user.type(box('Region'), 'eu');
    await send('drop', keyFile());
    expect(await screen.findByText('Filled 2 fields from acme.json')).toBeVisible();
    expect([box('Client ID').value, box('Client secret').value, box('Region').value]).toEqual(['acme', SECRET, 'eu']);
    expect(screen.getByText(/^Client ID and Client secret\./)).toBeVisible();
    await expect.poll(() => screen.getByRole('status').textContent).toMatch(/^Filled 2 fields/);
    expect(markupOf(container)).not.toContain(SECRET);
    expect(await violations(container)).toEqual([]);
  });

  it('is taken back with Undo, without what was typed into other fields since', async () => {
    const { user, send } = setup();
    await user.type(box('Client ID'), 'mine');
    await send('drop', keyFile());
    await screen.findByText('Filled 2 fields from acme.json');
    await user.type(box('Region'), 'eu');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect([box('Client ID').value, box('Client secret').value, box('Region').value]).toEqual(['mine', '', 'eu']);
    expect(screen.queryByText('Filled 2 fields from acme.json')).toBeNull();
  });

  it('is not spoken of any more once one of its values is changed', async () => {
    const { user, send } = setup();
    await send('drop', keyFile());
    await screen.findByText('Filled 2 fields from acme.json');
    await user.type(box('Client ID'), '2');
    expect(screen.queryByText('Filled 2 fields from acme.json')).toBeNull();
  });

  it('that has nothing for this form changes nothing, and says so', async () => {
    const { user, send, onValuesChange } = setup();
    await send('drop', new File(['{"other":1}'], 'other.json'));
    expect(await screen.findByText('Nothing was filled from other.json')).toBeVisible();
    expect(onValuesChange).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText('Nothing was filled from other.json')).toBeNull();
  });

  it('is framed while it is held over the form', async () => {
    const { container, send } = setup();
    await send('dragover', keyFile());
    await expect.poll(() => container.querySelector("[data-ack-slot='drop-frame']")).not.toBeNull();
    await send('dragleave', keyFile());
    expect(container.querySelector("[data-ack-slot='drop-frame']")).toBeNull();
  });

  it('goes into the box that takes files when it is dropped there, and nowhere else', async () => {
    const { send } = setup();
    await send('drop', keyFile(), box('Certificate'));
    await expect.poll(() => box('Certificate').value).toBe(KEY);
    expect(box('Client ID').value).toBe('');
  });

  it('is not taken by a locked form', async () => {
    const { send, form } = setup({ disabled: true });
    expect(await send('dragover', keyFile())).toBe(true);
    expect(form.querySelector("[data-ack-slot='drop-frame']")).toBeNull();
  });

  it('is not taken any more when the form is gone', async () => {
    const { send, unmount, onValuesChange } = setup();
    const ends: (() => void)[] = [];
    const slow = keyFile();
    slow.arrayBuffer = () => new Promise((resolve) => ends.push(() => resolve(new TextEncoder().encode(KEY).buffer)));
    await send('drop', slow);
    await expect.poll(() => ends.length).toBe(1);
    unmount();
    ends[0]?.();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(onValuesChange).not.toHaveBeenCalled();
  });
});
