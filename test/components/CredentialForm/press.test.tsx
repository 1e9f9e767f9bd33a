import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pasteDoctor } from '../../../src/components/CredentialForm/pasteDoctor.js';
import { loadValidate } from '../../../src/form/index.js';
import { only, setup } from './setup.js';

beforeAll(async () => {
  await Promise.all([loadValidate(), pasteDoctor.load(), import('../../../src/components/CredentialForm/controlParts.js')]);
});

/** Presses the button with the mouse: down, and up at the same point. */
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const topOf = (name: string) => screen.getByRole('button', { name }).getBoundingClientRect().top;

describe('a press of a button below the box that it leaves', () => {
  it('sends the form, though a hint then stands under the box', async () => {
    const { onSubmit } = setup({ schema: only({ type: 'string', title: 'Secret key', airbyte_secret: true }) });
    await userEvent.type(page.getByLabelText('Secret key', { exact: true }), 'pk_live_123');
    const before = topOf('Connect');
    await press('Connect');
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: 'pk_live_123' });
    await expect.poll(() => screen.queryByText(/publishable key/)).not.toBeNull();
    expect(topOf('Connect')).toBeGreaterThan(before);
  });

  it('tells what is wrong with JSON', async () => {
    const { onSubmit } = setup({ schema: only({ type: 'object', title: 'Extra', additionalProperties: true }) });
    await userEvent.type(page.getByLabelText('Extra'), "{{'a':");
    await press('Connect');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Extra')).toBeInvalid();
  });

  it('takes what is typed into a list of texts along', async () => {
    const { onSubmit, latest } = setup({ schema: only({ type: 'array', title: 'Streams', items: { type: 'string' } }) });
    const [first, second] = ['a'.repeat(60), 'b'.repeat(60)];
    await userEvent.type(page.getByLabelText('Streams'), `${first}{Enter}${second}`);
    await press('Connect');
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: [first, second] });
    expect(latest.values).toEqual({ f: [first, second] });
  });

  it('removes a tag, and keeps what was being typed', async () => {
    const { latest } = setup({ schema: only({ type: 'array', title: 'Streams', items: { type: 'string' } }) });
    await userEvent.type(page.getByLabelText('Streams'), 'old{Enter}new');
    await press('Remove old');
    expect(latest.values).toEqual({ f: ['new'] });
  });
});

it('ends what is typed at once when a key leaves the box', async () => {
  const { latest } = setup({ schema: only({ type: 'array', title: 'Streams', items: { type: 'string' } }) });
  await userEvent.type(page.getByLabelText('Streams'), 'typed');
  await userEvent.keyboard('{Tab}');
  expect(latest.values).toEqual({ f: ['typed'] });
});
