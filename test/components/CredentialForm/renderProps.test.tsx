import { screen } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RenderField, RenderOAuth } from '../../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../../src/core/index.js';
import { errorKey, loadValidate } from '../../../src/form/index.js';
import { hearErrors } from '../../setup/hearErrors.js';
import { setup } from './setup.js';

await loadValidate();

const text = (title: string) => ({ type: 'string', title });
const owner = { type: 'object', required: ['owner'], properties: { owner: text('Owner') } };
const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['name', 'city', 'proxy', 'method', 'items'],
  properties: {
    name: { type: 'string', title: 'Name', description: 'What it is called.', order: 0 },
    city: { type: 'string', title: 'City', order: 1 },
    proxy: { ...owner, title: 'Proxy', order: 2 },
    method: { title: 'Method', oneOf: ['Key', 'Pair'].map((title) => ({ ...owner, title })), order: 3 },
    items: { type: 'array', title: 'Items', items: owner, order: 4 },
  },
};
const FIELDS = ['name', 'city', 'proxy', 'proxy.owner', 'method', 'method.owner', 'items'];

const fail = (): never => {
  throw new TypeError('No such map.');
};
function FailsLater(): ReactNode {
  useEffect(fail, []);
  return <b>the map</b>;
}

const reports = hearErrors<{ code?: string; message: string }>();
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const html = ({ container }: { container: HTMLElement }): string => container.innerHTML.replaceAll(/(«r[0-9a-z]+»|_r_[0-9a-z]+_|:r[0-9a-z]+:)/g, 'id');
const told = (prop: string) => reports.filter(({ code, message }) => code === 'invalid_prop' && message.startsWith(`The function given as "${prop}" threw`));

describe('renderField that throws', () => {
  it.each(FIELDS)('at first for %s leaves the field to the kit, and the others to the host', async (key) => {
    const others: string[] = [];
    const renderField: RenderField = ({ field }) => {
      if (errorKey(field.path) === key) fail();
      others.push(errorKey(field.path));
      return undefined;
    };
    expect(html(setup({ schema: SCHEMA, renderField }))).toBe(html(setup({ schema: SCHEMA })));
    expect(FIELDS.filter((other) => !others.includes(other))).toEqual([key]);
    expect(told('renderField')).not.toEqual([]);
  });

  it.each(FIELDS)('in an effect of what it drew for %s does the same', async (key) => {
    const renderField: RenderField = ({ field }) => (errorKey(field.path) === key ? <FailsLater /> : undefined);
    expect(html(setup({ schema: SCHEMA, renderField }))).toBe(html(setup({ schema: SCHEMA })));
    expect(told('renderField')).not.toEqual([]);
  });

  it('while a person types keeps what was typed, and tells it once for the field', async () => {
    const renderField: RenderField = ({ field, value, onValueChange, attributes, label }) => {
      if (field.label !== 'Name') return undefined;
      const typed = typeof value === 'string' ? value : '';
      if (typed === 'Ada') fail();
      return [label, <input key="own" data-own="" {...attributes} value={typed} onChange={({ target }) => onValueChange(target.value)} />];
    };
    // Made anew by each render, as most hosts do: it is not asked for that field again.
    const { user, submit, update, onSubmit } = setup({ schema: SCHEMA, renderField: (props) => renderField(props) });
    await user.type(screen.getByRole('textbox', { name: 'City' }), 'London');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada');
    const own = screen.getByRole('textbox', { name: 'Name' });
    expect(own).toHaveValue('Ada');
    expect(own).not.toHaveAttribute('data-own');
    update({ renderField: (props) => renderField(props) });
    await user.type(own, ' L.');
    expect(screen.getByRole('textbox', { name: 'Name' })).toBe(own);
    for (const box of screen.getAllByRole('textbox', { name: 'Owner' })) await user.type(box, 'o');
    await submit();
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ name: 'Ada L.', city: 'London', proxy: { owner: 'o' }, method: { owner: 'o' }, items: [] });
    expect(told('renderField')).toHaveLength(1);
  });
});

describe('renderOAuth that throws', () => {
  const signIn = { title: 'Account', required: ['secret', 'shop'], properties: { kind: { const: 'oauth' }, secret: text('Secret'), shop: text('Shop') } };
  const given = {
    schema: {
      type: 'object',
      required: ['f'],
      properties: { f: { type: 'object', title: 'Sign-in', oneOf: [signIn, { title: 'Token', properties: { kind: { const: 'token' } } }] } },
    },
    advancedAuth: {
      auth_flow_type: 'oauth2.0',
      predicate_key: ['f', 'kind'],
      predicate_value: 'oauth',
      oauth_config_specification: {
        complete_oauth_output_specification: { type: 'object', properties: { secret: { type: 'string', path_in_connector_config: ['f', 'secret'] } } },
      },
    },
  };

  it.each<[string, RenderOAuth]>([
    ['at first', fail],
    ['in an effect of what it drew', () => <FailsLater />],
  ])('%s leaves its method as it is without it', (_, renderOAuth) => {
    expect(html(setup({ ...given, renderOAuth }))).toBe(html(setup(given)));
    expect(told('renderOAuth')).not.toEqual([]);
  });

  it('later keeps what was typed for its method', async () => {
    const button = <button type="button">Sign in</button>;
    const { user, update, submit, onSubmit } = setup({ ...given, renderOAuth: () => button });
    await user.type(screen.getByRole('textbox', { name: 'Shop' }), 'acme');
    update({ renderOAuth: ({ disabled }) => (disabled ? fail() : button) });
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible();
    update({ renderOAuth: fail });
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Shop' })).toHaveValue('acme');
    await submit();
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: { kind: 'oauth', shop: 'acme' } });
    expect(told('renderOAuth')).toHaveLength(1);
  });
});
