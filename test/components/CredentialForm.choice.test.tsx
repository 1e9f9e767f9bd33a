import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { savedValues } from '../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { only, setup } from './CredentialForm/setup.js';
import { violations } from './conformance.js';

beforeAll(async () => {
  await loadValidate();
});

const branch = (method: string, title: string, properties: JsonSchema = {}, required: string[] = []): JsonSchema => ({
  type: 'object',
  title,
  description: `Use the ${method} way.`,
  required: ['method', ...required],
  properties: { method: { type: 'string', const: method }, ...properties },
});
const host = { host: { type: 'string', title: 'Bastion host' } };
const token = { token: { type: 'string', title: 'Token', airbyte_secret: true } };

const tunnel: JsonSchema = {
  type: 'object',
  title: 'Tunnel',
  description: 'How to reach the database.',
  oneOf: [branch('none', 'Direct'), branch('key', 'SSH key', { ...host, ...token }, ['host', 'token']), branch('password', 'SSH password', host, ['host'])],
};
const dropdown: JsonSchema = { ...tunnel, display_type: 'dropdown' };
const radio = (name: string) => screen.getByRole('radio', { name });

describe('a choice of a few', () => {
  it('shows its alternatives as radio buttons, the first one chosen, each with its description', () => {
    setup({ schema: only(tunnel) });
    const group = screen.getByRole('radiogroup', { name: 'Tunnel' });
    expect(group).toHaveAccessibleDescription('How to reach the database.');
    expect(
      within(group)
        .getAllByRole<HTMLInputElement>('radio')
        .map(({ checked }) => checked),
    ).toEqual([true, false, false]);
    expect(radio('SSH key')).toHaveAccessibleDescription('Use the key way.');
  });

  it('asks for what the chosen alternative needs, in a group of its name, and sends only that', async () => {
    const { user, submit, onSubmit } = setup({ schema: only(tunnel) });
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(radio('SSH password'));
    await user.type(within(screen.getByRole('group', { name: 'SSH password' })).getByRole('textbox', { name: 'Bastion host' }), 'b.example');
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: { method: 'password', host: 'b.example' } }]]);
  });

  it('keeps what was typed in an alternative that is left', async () => {
    const { user, submit, onSubmit } = setup({ schema: only(tunnel) });
    await user.click(radio('SSH key'));
    await user.type(screen.getByRole('textbox', { name: 'Bastion host' }), 'b.example');
    await user.type(screen.getByLabelText('Token'), 'secret-1');
    await user.click(radio('SSH password'));
    expect(screen.getByRole('textbox', { name: 'Bastion host' })).toHaveValue('');
    await user.click(radio('Direct'));
    await user.click(radio('SSH key'));
    expect(screen.getByRole('textbox', { name: 'Bastion host' })).toHaveValue('b.example');
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: { method: 'key', host: 'b.example', token: 'secret-1' } }]]);
  });

  it('is moved through by the arrow keys', async () => {
    const { user } = setup({ schema: only(tunnel), autoFocus: true });
    expect(radio('Direct')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(radio('SSH key')).toBeChecked();
    await user.tab();
    expect(screen.getByRole('textbox', { name: 'Bastion host' })).toHaveFocus();
  });

  it('goes to the missing value of the chosen alternative', async () => {
    const { user, submit, onSubmit } = setup({ schema: only(tunnel) });
    await user.click(radio('SSH password'));
    await submit();
    expect(screen.getByRole('textbox', { name: 'Bastion host' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Bastion host' })).toHaveAccessibleDescription('Bastion host is missing.');
    await user.click(radio('Direct'));
    await submit();
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('can be left out where it is optional', async () => {
    const { user, submit, onSubmit } = setup({ schema: only({ ...tunnel, always_show: true }, false) });
    await user.click(radio('SSH password'));
    await user.click(radio('Not set'));
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{}]]);
  });

  it('can be pressed anywhere on its card, but for the links in its text', () => {
    const linked = {
      ...tunnel,
      oneOf: [branch('none', 'Direct'), { ...branch('key', 'SSH key'), description: 'See [the guide](https://example.com/guide).' }],
    };
    const { container } = setup({ schema: only(linked) });
    const card = container.querySelectorAll("[data-ack-slot='choice']")[1]!;
    const box = card.getBoundingClientRect();
    expect(document.elementFromPoint(box.right - 8, box.bottom - 8)?.closest('label')).toHaveTextContent('SSH key');
    const link = screen.getByRole('link').getBoundingClientRect();
    expect(document.elementFromPoint(link.left + 4, link.top + 8)).toBe(screen.getByRole('link'));
  });

  it('can not be changed while disabled', () => {
    setup({ schema: only(tunnel), disabled: true });
    for (const one of screen.getAllByRole('radio')) expect(one).toBeDisabled();
  });
});

describe('a choice of many, or where the schema says so', () => {
  it('is a select, and tells of the chosen alternative below', async () => {
    const { user, submit, onSubmit } = setup({ schema: only(dropdown) });
    const select = screen.getByRole('combobox', { name: 'Tunnel' });
    await user.selectOptions(select, 'SSH password');
    expect(select).toHaveAccessibleDescription('How to reach the database. Use the password way.');
    await user.type(screen.getByRole('textbox', { name: 'Bastion host' }), 'b');
    await user.selectOptions(select, 'SSH key');
    await user.selectOptions(select, 'SSH password');
    expect(screen.getByRole('textbox', { name: 'Bastion host' })).toHaveValue('b');
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: { method: 'password', host: 'b' } }]]);
  });
});

describe('odd choices', () => {
  it('asks nothing where there is one alternative only, but what it needs', () => {
    setup({ schema: only({ type: 'object', title: 'Sign-in', oneOf: [branch('token', 'Token', token, ['token'])] }) });
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByLabelText('Token')).toBeVisible();
  });

  it('asks for a value where an alternative is one', async () => {
    const { user, submit, onSubmit } = setup({
      schema: only({
        title: 'Size',
        oneOf: [
          { type: 'string', title: 'By name' },
          { type: 'integer', title: 'By number', minimum: 3 },
        ],
      }),
    });
    await user.click(radio('By number'));
    const box = within(screen.getByRole('group', { name: 'By number' })).getByRole('textbox');
    await user.type(box, '2');
    await submit();
    expect(box).toHaveFocus();
    expect(box).toHaveAccessibleDescription(/3 or more/);
    await user.type(box, '0');
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: 20 }]]);
  });

  it('holds a choice inside a choice', async () => {
    const inner = { type: 'object', title: 'Inner', oneOf: [branch('a', 'A'), branch('b', 'B', host, ['host'])] };
    const { user, submit, onSubmit } = setup({
      schema: only({ type: 'object', title: 'Outer', oneOf: [branch('x', 'X'), branch('y', 'Y', { inner }, ['inner'])] }),
    });
    await user.click(radio('Y'));
    await user.click(radio('B'));
    await user.type(screen.getByRole('textbox', { name: 'Bastion host' }), 'h');
    await user.click(radio('X'));
    await user.click(radio('Y'));
    expect(radio('B')).toBeChecked();
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: { method: 'y', inner: { method: 'b', host: 'h' } } }]]);
  });

  it('offers a hidden alternative only to a configuration that uses it', () => {
    const schema = only({ ...tunnel, oneOf: [branch('none', 'Direct'), branch('key', 'SSH key'), { ...branch('old', 'Old'), airbyte_hidden: true }] });
    setup({ schema });
    expect(screen.queryByRole('radio', { name: 'Old' })).toBeNull();
    setup({ schema, id: 'second', values: savedValues(schema, { f: { method: 'old' } }) });
    expect(radio('Old')).toBeChecked();
  });
});

describe('signing in as one of several ways', () => {
  const ways: JsonSchema = {
    type: 'object',
    title: 'Sign-in',
    oneOf: [
      branch('oauth', 'Account', { secret: { type: 'string', title: 'Client secret', airbyte_secret: true } }, ['secret']),
      branch('token', 'Token', token, ['token']),
    ],
  };
  const advancedAuth = {
    auth_flow_type: 'oauth2.0',
    predicate_key: ['f', 'method'],
    predicate_value: 'oauth',
    oauth_config_specification: {
      complete_oauth_output_specification: { type: 'object', properties: { secret: { type: 'string', path_in_connector_config: ['f', 'secret'] } } },
    },
  };

  it('draws the button of the host in place of what the sign-in fills', async () => {
    const { user } = setup({
      schema: only(ways),
      advancedAuth,
      renderOAuth: ({ branch: { label }, disabled }) => (
        <button type="button" disabled={disabled}>
          Sign in with {label}
        </button>
      ),
    });
    expect(screen.getByRole('button', { name: 'Sign in with Account' })).toBeEnabled();
    expect(screen.queryByLabelText('Client secret')).toBeNull();
    await user.click(radio('Token'));
    expect(screen.queryByRole('button', { name: 'Sign in with Account' })).toBeNull();
    expect(within(screen.getByRole('group', { name: 'Token' })).getByLabelText('Token')).toBeVisible();
  });
});

it.each([
  ['cards', tunnel],
  ['a select', dropdown],
])('has no accessibility fault that axe finds: %s', async (_, field) => {
  const { container, submit } = setup({ schema: only(field), values: savedValues(only(field), { f: { method: 'key' } }) });
  await submit();
  expect(await violations(container)).toEqual([]);
});

it('calls alternatives without a name by what kind of value they are, and shows the name of the choice once', () => {
  setup({ schema: only({ title: 'Limit', oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }) });
  expect(screen.getAllByRole('radio').map((radio) => (radio instanceof HTMLInputElement ? radio.labels?.[0]?.textContent : ''))).toEqual(['Text', 'List']);
  const box = within(screen.getByRole('group', { name: 'Text' })).getByRole('textbox');
  const label = document.querySelector(`label[for="${box.id}"]`)!;
  expect(label.getBoundingClientRect().width).toBeLessThan(2);
});
