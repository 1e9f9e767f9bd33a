import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { userEvent as keys, page } from 'vitest/browser';
import { CredentialForm } from '../../src/components/CredentialForm/index.js';
import { pasteDoctor } from '../../src/components/CredentialForm/pasteDoctor.js';
import { SecretControl } from '../../src/components/CredentialForm/SecretControl.js';
import { TextControl } from '../../src/components/CredentialForm/TextControl.js';
import { violations } from './conformance.js';
import { fieldOf, markupOf, setupControl } from './controlHarness.js';

// It loads when a box is drawn; that a paste before goes in as it is, is the browser's own doing.
beforeAll(async () => {
  await pasteDoctor.load();
});

const secret = fieldOf({ type: 'string', title: 'Secret key', airbyte_secret: true });
const text = fieldOf({ type: 'string', title: 'Workspace' });
const SECRET = 'rk_live_51Nv0FGQ9RKHgCV';

describe('a pasted value', () => {
  it('loses quotes, and says so in sight', async () => {
    const { user, value } = setupControl(TextControl, { field: text });
    await user.click(screen.getByLabelText('Workspace'));
    await user.paste('"acme"');
    expect(value()).toBe('acme');
    expect(screen.getByText('Removed the quotes around it.')).toBeVisible();
    expect(screen.getByLabelText('Workspace')).toHaveAccessibleDescription('Removed the quotes around it.');
  });

  it('goes in untouched, and without a word, when nothing is wrong with it', async () => {
    const { user, value, container } = setupControl(TextControl, { field: text });
    await user.click(screen.getByLabelText('Workspace'));
    await user.paste('acme');
    expect(value()).toBe('acme');
    expect(container.querySelector("[data-ack-slot='field-notes']")).toBeNull();
  });

  it('comes back whole with Undo, which gives focus back to the box', async () => {
    const { user, value } = setupControl(TextControl, { field: text });
    await user.click(screen.getByLabelText('Workspace'));
    await user.paste('"acme"');
    await user.click(screen.getByRole('button', { name: /Undo/ }));
    expect(value()).toBe('"acme"');
    expect(screen.queryByText('Removed the quotes around it.')).toBeNull();
    expect(screen.getByLabelText('Workspace')).toHaveFocus();
  });

  it('replaces the selection only, and stands where the caret was', async () => {
    const { user, value } = setupControl(TextControl, { field: text, value: 'one two three' });
    const box = screen.getByLabelText<HTMLInputElement>('Workspace');
    await user.click(box);
    box.setSelectionRange(4, 7);
    await user.paste('"2"');
    expect(value()).toBe('one 2 three');
    expect(box.selectionStart).toBe(5);
    await user.click(screen.getByRole('button', { name: /Undo/ }));
    expect(value()).toBe('one "2" three');
  });

  it("is undone by the browser's own undo too", async () => {
    const { user, value } = setupControl(TextControl, { field: text });
    await page.getByLabelText('Workspace').click();
    await user.paste('"acme"');
    expect(value()).toBe('acme');
    await keys.keyboard('{Control>}z{/Control}');
    expect(value()).toBe('');
  });

  it('is not said any more once the value is changed', async () => {
    const { user } = setupControl(TextControl, { field: text });
    await user.click(screen.getByLabelText('Workspace'));
    await user.paste('"acme"');
    await user.keyboard('2');
    expect(screen.queryByText('Removed the quotes around it.')).toBeNull();
  });

  it('is not said any more once the value is taken away from outside', async () => {
    const { user, setValue } = setupControl(SecretControl, { field: secret });
    await user.click(screen.getByLabelText('Secret key'));
    await user.paste(`Bearer ${SECRET}`);
    act(() => setValue(''));
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('leaves a locked box alone', async () => {
    const { user, onValueChange } = setupControl(TextControl, { field: text, disabled: true, value: 'a' });
    await user.click(screen.getByLabelText('Workspace'));
    await user.paste('"acme"');
    expect(onValueChange).not.toHaveBeenCalled();
  });

  it('of a secret is cleaned without being shown or written into the page', async () => {
    const { user, value, container } = setupControl(SecretControl, { field: secret });
    await user.click(screen.getByLabelText('Secret key'));
    await user.paste(`  Bearer ${SECRET}\n`);
    expect(value()).toBe(SECRET);
    expect(screen.getByText(/^Removed .*“Bearer”/)).toBeVisible();
    expect(markupOf(container)).not.toContain(SECRET);
    expect(await violations(container)).toEqual([]);
  });

  it('is cleaned when the keyboard pastes it', async () => {
    const { value } = setupControl(TextControl, { field: text });
    render(<input aria-label="Source" defaultValue="“acme”" />);
    await page.getByLabelText('Source').click();
    await keys.keyboard('{Control>}a{/Control}{Control>}c{/Control}');
    await page.getByLabelText('Workspace').click();
    await keys.keyboard('{Control>}v{/Control}');
    expect(value()).toBe('acme');
  });
});

describe('a value that looks like the wrong one', () => {
  it('gets a hint when it is pasted, and the hint goes when it is mended', async () => {
    const { user, value } = setupControl(SecretControl, { field: secret });
    const box = screen.getByLabelText('Secret key');
    await user.click(box);
    await user.paste('pk_live_51Nv0FGQ9RKHgCV');
    expect(value()).toBe('pk_live_51Nv0FGQ9RKHgCV');
    expect(box).toHaveAccessibleDescription(/publishable key of Stripe/);
    await user.clear(box);
    expect(box).not.toHaveAccessibleDescription(/publishable/);
  });

  it('gets no hint while it is typed, and one when the box is left', async () => {
    const { user } = setupControl(SecretControl, { field: secret });
    await user.type(screen.getByLabelText('Secret key'), 'pk_test_1');
    expect(screen.queryByText(/publishable/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(screen.getByText(/publishable/)).toBeVisible();
  });
});

describe('how a value looks', () => {
  const field = fieldOf({ type: 'string', title: 'Start', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', pattern_descriptor: 'YYYY-MM-DD' });

  it('is said from the start, and that it fits in words', async () => {
    const { user, container } = setupControl(TextControl, { field });
    const box = screen.getByLabelText('Start');
    expect(box).toHaveAccessibleDescription('Looks like YYYY-MM-DD.');
    await user.type(box, '2024-01-3');
    expect(box).toHaveAccessibleDescription('Looks like YYYY-MM-DD.');
    await user.type(box, '1');
    expect(box).toHaveAccessibleDescription(/Fits\.$/);
    expect(container.querySelector('[data-fits]')).not.toBeNull();
  });
});

describe('what is heard of a pasted value in a form', () => {
  const schema = {
    type: 'object',
    required: ['key', 'name'],
    properties: { key: { type: 'string', title: 'Secret key', airbyte_secret: true }, name: { type: 'string', title: 'Name' } },
  };
  const heard = () => document.querySelector('[data-ack-slot="announcement"][role="status"]')?.textContent;
  function Form() {
    const [values, setValues] = useState({});
    return <CredentialForm id="form" schema={schema} serviceName="Stripe" values={values} onValuesChange={setValues} onSubmit={() => undefined} />;
  }
  const draw = () => {
    render(<Form />);
    return { key: screen.getByLabelText('Secret key'), name: screen.getByLabelText('Name'), user: userEvent.setup() };
  };

  it('is no longer there when it is mended', async () => {
    const { key, user } = draw();
    await user.click(key);
    await user.paste('https://dashboard.stripe.com/apikeys');
    await expect.poll(heard).toMatch(/^This looks like a web address/);
    await user.clear(key);
    await user.paste('rk_live_51Nv0FGQ9RKHgCV');
    await expect.poll(heard).toBe('');
  });

  it('stays where it is said of another field, which comes after it', async () => {
    const { key, name, user } = draw();
    await user.click(key);
    await user.paste('https://dashboard.stripe.com/apikeys');
    await user.click(name);
    await user.paste('"acme"');
    await expect.poll(heard).toBe('Removed the quotes around it.');
    await user.clear(key);
    await user.type(key, 'rk');
    expect(screen.queryByText(/^This looks like a web address/)).toBeNull();
    expect(heard()).toBe('Removed the quotes around it.');
  });
});
