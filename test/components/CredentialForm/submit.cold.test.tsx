import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import '../../../src/styles.css';
import { CredentialForm, type CredentialFormProps, emptyValues } from '../../../src/components/CredentialForm/index.js';
import { ConnectError } from '../../../src/core/index.js';

const schema = { type: 'object', required: ['key'], properties: { key: { type: 'string', title: 'Key', airbyte_secret: true } } };

function draw(given: Partial<CredentialFormProps>) {
  render(<CredentialForm id="first" schema={schema} serviceName="Acme" values={{}} onValuesChange={vi.fn()} onSubmit={vi.fn()} {...given} />);
  const form = document.querySelector<HTMLFormElement>('#first');
  if (form === null) throw new Error('no form was drawn');
  return form;
}

// No form has been drawn in this page: nothing of what loads beside one is there, and nothing of it comes within these events.
it('sends the first press inside its event, and once', () => {
  let during = false;
  const sent: unknown[] = [];
  const form = draw({ values: { ...emptyValues(schema), key: ' k ' }, onSubmit: (values) => sent.push([during, values]) });
  during = true;
  act(() => form.requestSubmit());
  during = false;
  expect(sent).toEqual([[true, { key: 'k' }]]);
});

it('takes a file that is dropped at once, so that the page stays', () => {
  const form = draw({});
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['{}'], 'key.json'));
  const isTaken = (type: string) => !fireEvent(form, new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  expect(['dragover', 'drop'].filter(isTaken)).toEqual(['dragover', 'drop']);
});

it('says at once how many values are wrong', () => {
  const form = draw({});
  act(() => form.requestSubmit());
  expect(screen.getByRole('alert')).toHaveTextContent('1 value needs your attention.');
});

it('says at once that a service refused them', () => {
  draw({ error: new ConnectError('credentials_refused', 'refused') });
  expect(screen.getByRole('alert')).toHaveTextContent('Nothing was saved');
});
