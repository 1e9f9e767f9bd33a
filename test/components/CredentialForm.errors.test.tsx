import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConnectError, type FieldErrors, type JsonSchema } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { setup } from './CredentialForm/setup.js';

beforeAll(async () => {
  await loadValidate();
});

const schema: JsonSchema = {
  type: 'object',
  required: ['credentials', 'replication_config'],
  properties: {
    credentials: { type: 'object', required: ['api_key'], properties: { api_key: { type: 'string', title: 'API key', airbyte_secret: true } } },
    replication_config: {
      type: 'object',
      required: ['account', 'site'],
      properties: {
        account: { type: 'string', title: 'Account' },
        site: { type: 'string', title: 'Site' },
        hosts: { type: 'array', items: { type: 'string' }, title: 'Hosts', always_show: true },
        note: { type: 'string', title: 'Note' },
      },
    },
  },
};
const values = { credentials: { api_key: 'k' }, replication_config: { account: 'a', site: 's' } };
const answered = (fieldErrors: FieldErrors) => new ConnectError('invalid_input', 'Create answered 422.', { fieldErrors });
const wrong = { code: 'invalid_input' };
const box = (name: RegExp) => screen.getByRole('textbox', { name });
const links = () => within(screen.getByRole('alert')).queryAllByRole('button');

describe('the summary of a form with several problems', () => {
  it('lists them in the order of the fields, and leads to each', async () => {
    const { user, submit } = setup({ schema });
    await submit();
    expect(screen.getByRole('alert')).toHaveTextContent('3 values need your attention.');
    expect(links().map((link) => link.textContent)).toEqual(['API key is missing.', 'Account is missing.', 'Site is missing.']);
    expect(screen.getByLabelText('API key')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Site is missing.' }));
    expect(box(/Site/)).toHaveFocus();
  });

  it('counts a field as done whatever it is called', async () => {
    const properties = { constructor: { type: 'string', title: 'Builder' }, toString: { type: 'string', title: 'Text' } };
    const { user, submit } = setup({ schema: { type: 'object', required: Object.keys(properties), properties } });
    await submit();
    expect(screen.getByRole('alert')).toHaveTextContent('2 values need your attention.');
    await user.type(box(/Builder/), 'b');
    expect(screen.getByRole('alert')).toHaveTextContent('1 value needs your attention.');
  });

  it('marks what was changed and stays until the next try', async () => {
    const { user, submit, onSubmit } = setup({ schema });
    await submit();
    await user.type(screen.getByLabelText('API key'), 'k');
    expect(links().map((link) => link.closest('li')?.hasAttribute('data-done'))).toEqual([true, false, false]);
    // A tick beside "is missing" would say both.
    expect(links().map((link) => link.textContent)).toEqual(['API key', 'Account is missing.', 'Site is missing.']);
    expect(screen.getByRole('alert')).toHaveTextContent('2 values need your attention.');
    await user.type(box(/Account/), 'a');
    await user.type(box(/Site/), 's');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing is left to correct.');
    expect(screen.getByRole('alert')).toHaveAttribute('data-tone', 'success');
    await submit();
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not read the count again each time that it falls', async () => {
    const { submit } = setup({ schema });
    await submit();
    expect(screen.getByText('3 values need your attention.').closest('[aria-live]')).toHaveAttribute('aria-live', 'off');
  });

  it('says another failure that takes its place, and not the count in it', async () => {
    const { update } = setup({ schema });
    const isSaid = (text: string) => screen.getByText(text).closest('[aria-live=off]') === null;
    update({ error: new ConnectError('network_unavailable', 'Offline.') });
    const alert = screen.getByRole('alert');
    const [title] = alert.textContent?.match(/^[^.]+/) ?? [];
    update({ error: new ConnectError('upstream_unavailable', 'Answered 503.') });
    expect(screen.getByRole('alert')).toBe(alert);
    expect(alert).not.toHaveTextContent(title ?? '');
    expect(alert.querySelector('[aria-live=off]')).toBeNull();
    update({ error: answered({ account: wrong, site: wrong }) });
    expect(isSaid('Nothing was saved')).toBe(true);
    expect(isSaid('2 values need your attention.')).toBe(false);
  });

  it('is not drawn for a single problem: its field says it', async () => {
    const { submit } = setup({ schema, values: { ...values, credentials: {} } });
    await submit();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent('1 value needs your attention.');
  });
});

describe('an answer that names values', () => {
  it.each([
    ['in full', 'replication_config.account', /Account/],
    ['without the place', 'account', /Account/],
    ['by something inside the value', 'replication_config.hosts.0', /Hosts/],
    ['by a parent that asks for one value', 'credentials', /^API key/],
  ])('%s lands on the field', (_, key, name) => {
    setup({ schema, values, error: answered({ [key]: wrong }) });
    const field = screen.getByLabelText(name, { selector: 'input' });
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was saved1 value needs your attention.');
    expect(links()).toHaveLength(0);
  });

  it('lands in a fold, which opens', () => {
    setup({ schema, values, error: answered({ note: wrong }) });
    expect(box(/Note/)).toHaveFocus();
    expect(box(/Note/)).toBeVisible();
  });

  it('says in the summary what no field can show', () => {
    setup({ schema, values, error: answered({ 'credentials.client_token': wrong, replication_config: wrong }) });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Client token was not accepted. Check it and try again.');
    expect(alert).toHaveTextContent('Replication config was not accepted.');
    expect(links()).toHaveLength(0);
    expect(document.querySelector('[aria-invalid]')).toBeNull();
  });

  it('says of the form as a whole what names nothing', () => {
    setup({ schema, values, error: answered({ '': wrong }) });
    expect(screen.getByRole('alert')).toHaveTextContent('These values do not fit together.');
  });
});

describe('keys with blanks and dots', () => {
  const schema = {
    type: 'object',
    required: ['my key', 'a.b', 'a'],
    properties: {
      'my key': { type: 'string', title: 'Mine', description: 'With a blank.' },
      'a.b': { type: 'string', title: 'Dotted' },
      a: { type: 'object', title: 'Group', required: ['b'], properties: { b: { type: 'string', title: 'Nested' } } },
    },
  };

  it('have ids of their own, and errors of their own', async () => {
    const { user, container, submit } = setup({ schema });
    await user.type(screen.getByLabelText('Nested'), 'given');
    await submit();
    expect(screen.getByLabelText('Mine')).toHaveAccessibleDescription('Mine is missing. With a blank.');
    expect(screen.getByLabelText('Dotted')).toHaveAccessibleDescription('Dotted is missing.');
    expect(screen.getByLabelText('Nested')).toBeValid();
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('says the same problem again at the second try', async () => {
  const { submit, container } = setup({ schema: { type: 'object', required: ['a'], properties: { a: { type: 'string', title: 'A' } } } });
  await submit();
  const region = container.querySelector('[data-ack-slot="announcement"]')!;
  expect(region).toHaveTextContent('1 value needs your attention.');
  let changes = 0;
  const observer = new MutationObserver((records) => {
    changes += records.length;
  });
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  await submit();
  changes += observer.takeRecords().length;
  observer.disconnect();
  expect(changes).toBeGreaterThan(0);
});

describe('fields with names that objects inherit', () => {
  it('show their own errors, and nothing else', async () => {
    const properties = JSON.parse('{ "__proto__": { "type": "string", "title": "First" }, "constructor": { "type": "string", "title": "Second" } }');
    const { submit } = setup({ schema: { type: 'object', required: ['__proto__'], properties: { ...properties } } });
    await submit();
    expect(screen.getByLabelText('First')).toHaveAccessibleDescription('First is missing.');
  });
});
