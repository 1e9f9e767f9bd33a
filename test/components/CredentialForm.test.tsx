import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent as keys } from 'vitest/browser';
import '../../src/styles.css';
import { CredentialForm, type CredentialFormProps, type CredentialFormSlot, emptyValues } from '../../src/components/CredentialForm/index.js';
import { ConnectError, type JsonSchema } from '../../src/core/index.js';
import { type FormValues, loadValidate } from '../../src/form/index.js';
import { describeConformance, violations } from './conformance.js';

// What a submit says before the validator is there has a test of its own, test/components/CredentialForm/useForm.cold.test.tsx.
beforeAll(async () => {
  await loadValidate();
});

const stripe: JsonSchema = {
  type: 'object',
  required: ['credentials', 'replication_config'],
  properties: {
    replication_config: {
      type: 'object',
      order: 0,
      required: ['account_id'],
      properties: {
        account_id: { type: 'string', minLength: 1, title: 'Account ID', description: 'Starts with `acct_`. See [the guide](https://example.com/guide).' },
        lookback: { type: 'integer', minimum: 0, title: 'Lookback window' },
      },
    },
    credentials: {
      type: 'object',
      order: 1,
      required: ['api_key'],
      properties: { api_key: { type: 'string', minLength: 1, title: 'Secret key', airbyte_secret: true } },
    },
  },
};

/** A field of each kind, one of them optional. */
const everyKind: JsonSchema = {
  type: 'object',
  required: ['s', 'b', 't', 'j', 'k', 'l', 'o'],
  properties: {
    s: { enum: ['a', 'b'] },
    b: { type: 'boolean' },
    t: { type: 'array', items: { type: 'string' } },
    j: {},
    k: { type: 'string', airbyte_secret: true },
    l: { type: 'string', airbyte_secret: true, multiline: true },
    o: { type: 'object', title: 'Group', description: 'Of values.', properties: { d: { type: 'string', format: 'date-time' } } },
    n: { type: 'number' },
  },
};

const SECRET = 'rk_live_51Nv0FGQ9RKHgCV';
const filled = { replication_config: { account_id: 'acct_1' }, credentials: { api_key: SECRET } };
const refused = new ConnectError('credentials_refused', 'The check answered 401.');

type Setup = Partial<CredentialFormProps>;

/** The form with a caller that keeps its values and a submit button outside, as in the dialog's foot. */
function setup({ values: first, schema = stripe, ...given }: Setup = {}) {
  const onSubmit = vi.fn<CredentialFormProps['onSubmit']>();
  const latest = { values: first ?? emptyValues(schema) };
  function Caller(props: Setup) {
    const [values, setValues] = useState<FormValues>(latest.values);
    latest.values = values;
    return (
      <StrictMode>
        <CredentialForm id="connect" serviceName="Stripe" onSubmit={onSubmit} schema={schema} {...props} values={values} onValuesChange={setValues} />
        <button type="submit" form="connect">
          Connect
        </button>
      </StrictMode>
    );
  }
  const { container, rerender } = render(<Caller {...given} />);
  return {
    user: userEvent.setup(),
    onSubmit,
    latest,
    container,
    form: () => container.querySelector('form')!,
    submit: () => screen.getByRole('button', { name: 'Connect' }),
    secret: () => screen.getByLabelText<HTMLInputElement>('Secret key'),
    account: () => screen.getByRole('textbox', { name: 'Account ID' }),
    update: (next: Setup) => rerender(<Caller {...given} {...next} />),
  };
}

/** A form of one field, `f`. */
const only = (field: JsonSchema, required = true): JsonSchema => ({ type: 'object', properties: { f: field }, required: required ? ['f'] : [] });

describe('filling in by keyboard', () => {
  it('sends trimmed values, in the shape of the schema, on Enter', async () => {
    const { onSubmit } = setup({ autoFocus: true });
    await keys.keyboard(' acct_1 {Tab}{Tab}'); // over the link in the help
    await keys.keyboard(`${SECRET}{Enter}`);
    expect(onSubmit.mock.calls).toEqual([[filled]]);
  });

  it('calls onSubmit inside the submit event', () => {
    const { onSubmit, form } = setup({ values: filled });
    act(() => form().requestSubmit());
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('puts the required fields first, and folds the others', async () => {
    const { user, onSubmit, submit } = setup({ values: filled });
    const fold = screen.getByText('Optional fields').closest('details')!;
    expect(fold.open).toBe(false);
    await user.click(screen.getByText('Optional fields'));
    await user.type(screen.getByRole('textbox', { name: /Lookback window/ }), '7');
    await user.click(submit());
    expect(onSubmit).toHaveBeenCalledWith({ ...filled, replication_config: { account_id: 'acct_1', lookback: 7 } });
  });

  it('opens the fold at first when something is in it', () => {
    setup({ values: { replication_config: { lookback: 3 } } });
    expect(screen.getByRole('textbox', { name: /Lookback window/ })).toBeVisible();
  });

  it('folds nothing where all can be left out', () => {
    setup({ schema: only({ type: 'string', title: 'Note' }, false) });
    expect(screen.getByRole('textbox', { name: /Note/ })).toBeVisible();
    expect(document.querySelector('details')).toBeNull();
  });
});

describe('a value that is missing or malformed', () => {
  it('is not sent; its field says why and gets the focus', async () => {
    const { user, onSubmit, submit, account } = setup();
    await user.click(submit());
    expect(onSubmit).not.toHaveBeenCalled();
    expect(account()).toHaveFocus();
    expect(account()).toHaveAttribute('aria-invalid', 'true');
    expect(account()).toHaveAccessibleDescription('Account ID is missing. Starts with acct_. See the guide.');
    expect(screen.getByRole('alert')).toHaveTextContent('2 values need your attention.');
  });

  it('is no longer called wrong once it changes, while the others are', async () => {
    const { user, submit, account, secret } = setup();
    await user.click(submit());
    await user.type(account(), 'a');
    expect(account()).not.toHaveAttribute('aria-invalid');
    expect(secret()).toHaveAttribute('aria-invalid', 'true');
  });

  it('opens the fold it is in', async () => {
    const { user, submit } = setup({ values: { ...filled, replication_config: { account_id: 'acct_1', lookback: '-1' } } });
    const lookback = screen.getByRole('textbox', { name: /Lookback window/ });
    await user.click(screen.getByText('Optional fields'));
    expect(lookback).not.toBeVisible();
    await user.click(submit());
    expect(lookback).toBeVisible();
    expect(lookback).toHaveFocus();
    expect(lookback).toHaveAccessibleDescription('Lookback window must be 0 or more.');
  });
});

describe('a refusal by the service', () => {
  it('is told at the secret and above the form, keeps what was typed, and moves focus there', () => {
    const { update, secret, latest } = setup({ values: filled });
    update({ error: refused });
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was savedWhat you typed is still in the form.');
    expect(secret()).toHaveFocus();
    expect(secret()).toHaveAccessibleDescription(/^Stripe refused this secret key\./);
    expect(secret().value).toBe(SECRET);
    expect(latest.values).toBe(filled);
  });

  it('is told again when the next try fails too', async () => {
    const { user, update, secret } = setup({ values: filled, error: refused });
    await user.type(secret(), 'x');
    expect(secret()).not.toHaveAttribute('aria-invalid');
    update({ error: null });
    update({ error: new ConnectError('credentials_refused', 'Again 401.') });
    expect(secret()).toHaveAttribute('aria-invalid', 'true');
  });

  it('stands at the field that the answer names', () => {
    const error = new ConnectError('invalid_input', '422', { fieldErrors: { 'replication_config.account_id': { code: 'invalid_input' } } });
    const { account, secret } = setup({ values: filled, error });
    expect(account()).toHaveAccessibleDescription(/^Account ID was not accepted/);
    expect(account()).toHaveFocus();
    expect(secret()).not.toHaveAttribute('aria-invalid');
    expect(screen.getByRole('alert')).toHaveTextContent('1 value needs your attention.');
  });

  it('names no field where no value is at fault', () => {
    const { form } = setup({ values: filled, error: new ConnectError('upstream_unavailable', '503') });
    expect(screen.getByRole('alert')).toHaveTextContent('Stripe is not answering');
    expect(form().querySelector('[aria-invalid]')).toBeNull();
  });

  it('says that an entry was left behind, and whose it is', () => {
    setup({ values: filled, appName: 'Fernway', error: new ConnectError('refused_connector_left', '401') });
    expect(screen.getByRole('alert')).toHaveTextContent('Fernway');
  });
});

describe('a secret', () => {
  it('is hidden until it is asked for, by keyboard', async () => {
    const { user, secret } = setup({ values: filled });
    const show = screen.getByRole('button', { name: 'Show Secret key' });
    expect(secret()).toHaveAttribute('type', 'password');
    expect(show).toHaveAttribute('aria-pressed', 'false');
    secret().focus();
    await user.keyboard('{Tab} ');
    expect(secret()).toHaveAttribute('type', 'text');
    expect(show).toHaveAttribute('aria-pressed', 'true');
    expect(secret().value).toBe(SECRET);
  });

  it('is in no markup, neither given nor typed nor shown', async () => {
    const { user, secret, container } = setup({ values: filled });
    await user.click(screen.getByRole('button', { name: 'Show Secret key' }));
    await user.type(secret(), 'XYZ');
    expect(secret().value).toBe(`${SECRET}XYZ`);
    expect(container.innerHTML).not.toContain(SECRET);
    expect(container.innerHTML).toContain('acct_1');
  });

  it('leaves the page when the caller forgets it', () => {
    const draw = (values: FormValues) => (
      <CredentialForm id="connect" serviceName="Stripe" schema={stripe} values={values} onValuesChange={vi.fn()} onSubmit={vi.fn()} />
    );
    const { rerender } = render(draw(filled));
    const secret = screen.getByLabelText<HTMLInputElement>('Secret key');
    expect(secret.value).toBe(SECRET);
    rerender(draw({}));
    expect(secret.value).toBe('');
  });

  it('opts out of password managers and session replay', () => {
    const { secret } = setup();
    for (const name of ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-private', 'data-dd-privacy', 'data-sentry-mask', 'data-hj-suppress']) {
      expect(secret()).toHaveAttribute(name);
    }
    expect(secret()).toHaveAttribute('autocomplete', 'one-time-code');
    expect(secret()).toHaveClass('ph-no-capture');
  });

  it('of several lines is drawn as discs until it is asked for', async () => {
    const { user, container, latest } = setup({ schema: only({ type: 'string', title: 'Private key', airbyte_secret: true, multiline: true }) });
    const box = screen.getByRole('textbox', { name: 'Private key' });
    await user.type(box, 'line one{Enter}line two');
    expect(latest.values).toEqual({ f: 'line one\nline two' });
    expect(getComputedStyle(box).getPropertyValue('-webkit-text-security')).toBe('disc');
    expect(container.innerHTML).not.toContain('line one');
    await user.click(screen.getByRole('button', { name: 'Show Private key' }));
    expect(getComputedStyle(box).getPropertyValue('-webkit-text-security')).toBe('none');
  });

  it('is hidden whatever its type', () => {
    setup({ schema: only({ type: 'integer', title: 'PIN', airbyte_secret: true }) });
    expect(screen.getByLabelText('PIN')).toHaveAttribute('type', 'password');
  });
});

describe('each kind of value', () => {
  const sent = async (field: JsonSchema, fill: (user: ReturnType<typeof userEvent.setup>) => Promise<void>) => {
    const { user, submit, onSubmit } = setup({ schema: only({ title: 'F', ...field }) });
    await fill(user);
    await user.click(submit());
    return onSubmit.mock.calls[0]?.[0];
  };

  it('keeps a number that can not be read, and says so', async () => {
    const { user, submit, onSubmit } = setup({ schema: only({ type: 'integer', title: 'Port' }) });
    const port = screen.getByRole('textbox', { name: 'Port' });
    await user.type(port, '54x');
    await user.click(submit());
    expect(onSubmit).not.toHaveBeenCalled();
    expect(port).toHaveValue('54x');
    expect(port).toHaveAccessibleDescription('Port has the wrong kind of value.');
  });

  it('sends a chosen value in its own type', async () => {
    expect(await sent({ enum: [10, 20] }, (user) => user.selectOptions(screen.getByRole('combobox', { name: 'F' }), '20'))).toEqual({ f: 20 });
  });

  it('asks for a choice that was not made', async () => {
    const { user, submit } = setup({ schema: only({ enum: ['eu', 'us'], title: 'Region' }) });
    await user.click(submit());
    expect(screen.getByRole('combobox', { name: 'Region' })).toHaveFocus();
    expect(screen.getByRole('combobox', { name: 'Region' })).toHaveAccessibleDescription('Region is missing. Choose one.');
  });

  it('switches by the space bar', async () => {
    const given = await sent({ type: 'boolean', default: true }, async (user) => {
      screen.getByRole('switch', { name: 'F', checked: true }).focus();
      await user.keyboard(' ');
    });
    expect(given).toEqual({ f: false });
  });

  it('makes a tag on Enter, on a comma, on paste and on leaving; Backspace takes the last', async () => {
    const given = await sent({ type: 'array', items: { type: 'string' } }, async (user) => {
      await user.type(screen.getByRole('textbox', { name: 'F' }), 'a{Enter}b,x{Enter}{Backspace}');
      await user.paste('c; d\ne');
      await user.keyboard('last');
    });
    expect(given).toEqual({ f: ['a', 'b', 'c', 'd', 'e', 'last'] });
  });

  it('removes a tag by its button and keeps the focus in the box', async () => {
    const { user, latest } = setup({ schema: only({ type: 'array', items: { type: 'integer' }, title: 'Ports' }), values: { f: [1, 2] } });
    await user.click(screen.getByRole('button', { name: 'Remove 1' }));
    expect(screen.getByRole('textbox', { name: 'Ports' })).toHaveFocus();
    await user.keyboard('3,2,');
    expect(latest.values).toEqual({ f: [2, 3] });
  });

  it('sends a moment in UTC', async () => {
    const given = await sent({ type: 'string', format: 'date-time' }, (user) => user.type(screen.getByLabelText('F'), '2024-01-31T12:00'));
    expect(given).toEqual({ f: '2024-01-31T12:00:00Z' });
  });

  it('asks for what it does not understand as JSON, and never breaks', async () => {
    const { user, submit, onSubmit } = setup({ schema: only({ type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }], title: 'Odd' }) });
    const box = screen.getByRole('textbox', { name: 'Odd' });
    await user.type(box, '{{"a":');
    await user.click(submit());
    expect(box).toHaveAccessibleDescription(/^This is not valid JSON/);
    await user.type(box, '1}');
    await user.click(submit());
    expect(onSubmit).toHaveBeenCalledWith({ f: { a: 1 } });
  });

  it('draws an object with a title as a named group', () => {
    setup({ schema: only({ type: 'object', title: 'Tunnel', properties: { host: { type: 'string', title: 'Host' } }, required: ['host'] }) });
    expect(within(screen.getByRole('group', { name: 'Tunnel' })).getByRole('textbox', { name: 'Host' })).toBeVisible();
  });

  it('draws hostile help as text and safe links', () => {
    const { container } = setup({
      schema: only({
        type: 'string',
        title: 'F',
        description: '<img src=x onerror=alert(1)>Read <a href="javascript:alert(1)">this</a> or [that](https://example.com)',
      }),
    });
    expect(container.querySelector('img, script')).toBeNull();
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://example.com/']);
    expect(screen.getByRole('link')).toHaveAttribute('target', '_blank');
    expect(screen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  });
});

describe('while disabled', () => {
  it('shows the values, takes no change and submits nothing', async () => {
    const { user, submit, onSubmit, account, latest } = setup({ values: filled, disabled: true });
    await user.type(account(), 'x');
    await user.click(submit());
    expect(latest.values).toBe(filled);
    expect(account()).toHaveValue('acct_1');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('takes neither tags nor switches', async () => {
    const schema = {
      type: 'object',
      required: ['t', 's'],
      properties: { t: { type: 'array', items: { type: 'string' }, title: 'T' }, s: { type: 'boolean', title: 'S' } },
    };
    const values = { t: ['a'], s: false };
    const { user, latest } = setup({ schema, values, disabled: true });
    await user.type(screen.getByRole('textbox', { name: 'T' }), '{Backspace}b{Enter}');
    await user.click(screen.getByRole('switch', { name: 'S' }));
    expect(latest.values).toBe(values);
  });
});

describe('as a part of a page', () => {
  it('fits in 320 px', () => {
    const { container, form } = setup({ values: filled, error: refused });
    container.setAttribute('style', 'inline-size: 288px');
    expect(form().scrollWidth).toBeLessThanOrEqual(288);
  });

  const states: [string, Setup][] = [
    ['empty', {}],
    ['refused', { values: filled, error: refused }],
    ['disabled', { values: filled, disabled: true }],
  ];
  it.each(states)('has no accessibility fault that axe finds: %s', async (_, props) => {
    expect(await violations(setup(props).container)).toEqual([]);
  });

  it('has none with every kind of value', async () => {
    expect(await violations(setup({ schema: everyKind, values: { t: ['x'] } }).container)).toEqual([]);
  });
});

describeConformance<HTMLFormElement, CredentialFormSlot>({
  tag: 'form',
  slot: 'form',
  slots: [
    'fields',
    'field',
    'field-label',
    'field-description',
    'field-error',
    'input',
    'input-group',
    'textarea',
    'select',
    'select-group',
    'switch',
    'switch-row',
    'tags',
    'tag',
  ],
  draw: (props, classNames) => (
    <CredentialForm
      {...props}
      classNames={classNames}
      serviceName="Stripe"
      schema={everyKind}
      values={{ t: ['x'] }}
      error={refused}
      onValuesChange={vi.fn()}
      onSubmit={vi.fn()}
    />
  ),
});
