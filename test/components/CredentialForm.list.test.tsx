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

const reports: JsonSchema = {
  type: 'array',
  title: 'Reports',
  description: 'What to read.',
  items: {
    type: 'object',
    title: 'Report',
    required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', order: 0 },
      key: { type: 'string', title: 'Key', airbyte_secret: true, order: 1 },
      level: { enum: ['day', 'week'], title: 'Level', order: 2 },
    },
  },
};
const schema = only(reports);
const saved = savedValues(schema, { f: [{ name: 'Sales', level: 'day' }, { name: 'Costs' }, { name: 'Visits' }] });
const add = () => screen.getByRole('button', { name: 'Add report' });
const list = () => screen.getByRole('list');
const folds = (container: HTMLElement) => [...container.querySelectorAll<HTMLDetailsElement>("[data-ack-slot='list-item'] > details")];

describe('a list of objects', () => {
  it('is a group of its name, empty at first, with a button that adds one', async () => {
    const { user } = setup({ schema });
    expect(screen.getByRole('group', { name: 'Reports' })).toHaveAccessibleDescription('What to read.');
    expect(screen.queryByRole('list')).toBeNull();
    await user.click(add());
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Report 1 added.');
  });

  it('sends its items, without those that were removed', async () => {
    const { user, submit, onSubmit } = setup({ schema });
    await user.click(add());
    await user.keyboard('One');
    await user.click(add());
    await user.keyboard('Two');
    await user.click(screen.getByRole('button', { name: 'Remove One' }));
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: [{ name: 'Two' }] }]]);
  });

  it('names each item by its values, and never by a secret', async () => {
    const { user, container } = setup({ schema });
    await user.click(add());
    await user.type(screen.getByLabelText(/^Key/, { selector: 'input' }), 'hush-1');
    expect(container.querySelector('summary')).toHaveTextContent('Report 1');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sales');
    await user.click(screen.getByText('Optional fields'));
    await user.selectOptions(screen.getByRole('combobox'), 'week');
    expect(container.querySelector('summary')).toHaveTextContent('Sales · week');
    expect(container.innerHTML).not.toContain('hush-1');
  });

  it('folds what was saved, and keeps each fold with its item when one before it goes', async () => {
    const { user, container } = setup({ schema, values: saved });
    expect(folds(container).map(({ open }) => open)).toEqual([false, false, false]);
    await user.click(within(list()).getByText('Costs'));
    await user.click(screen.getByRole('button', { name: /^Remove Sales/ }));
    expect(folds(container).map(({ open }) => open)).toEqual([true, false]);
    expect(within(folds(container)[0]!).getByRole('textbox', { name: 'Name' })).toHaveValue('Costs');
    expect(screen.getByRole('status')).toHaveTextContent('Sales · day removed.');
  });

  it('moves the focus to the neighbour of a removed item, and from the last one to the button', async () => {
    const { user } = setup({ schema, values: saved });
    const summary = (name: string) => within(list()).getByText(name).closest('summary');
    await user.click(screen.getByRole('button', { name: 'Remove Costs' }));
    expect(summary('Visits')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Remove Visits' }));
    expect(summary('Sales · day')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Remove Sales · day' }));
    expect(add()).toHaveFocus();
  });

  it('works by keyboard alone', async () => {
    const { user, latest } = setup({ schema, autoFocus: true });
    expect(add()).toHaveFocus();
    await user.keyboard('{Enter}A');
    await user.tab({ shift: true });
    expect(within(list()).getByText('A').closest('summary')).toHaveFocus();
    await user.tab();
    await user.keyboard('{End}B');
    expect(latest.values).toMatchObject({ f: [{ name: 'AB' }] });
  });

  it('opens the item with an error, and says at the list what is wrong with the list', async () => {
    const { submit, container } = setup({ schema: only({ ...reports, minItems: 3 }), values: savedValues(schema, { f: [{ name: 'Sales' }, {}] }) });
    await submit();
    expect(folds(container).map(({ open }) => open)).toEqual([false, true]);
    expect(within(folds(container)[1]!).getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Name is missing.');
    expect(add()).toHaveAccessibleDescription(/at least 3 values/);
  });

  it('forgets the errors of items when one is removed', async () => {
    const { user, submit, container } = setup({ schema, values: savedValues(schema, { f: [{ name: 'Sales' }, {}] }) });
    await submit();
    expect(container.querySelector('[aria-invalid]')).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove Sales' }));
    expect(container.querySelector('[aria-invalid]')).toBeNull();
  });

  it('can not be changed while disabled', () => {
    setup({ schema, values: saved, disabled: true });
    expect(add()).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Remove Costs' })).toBeDisabled();
  });
});

describe('a list of other things', () => {
  it('calls an item an entry where the schema has no name for it', async () => {
    const { user } = setup({ schema: only({ ...reports, items: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } } }) });
    await user.click(screen.getByRole('button', { name: 'Add entry' }));
    expect(screen.getByText('Entry 1')).toBeVisible();
  });

  it('holds secrets, and shows none of them in a name', async () => {
    const { user, submit, onSubmit, container } = setup({
      schema: only({ type: 'array', title: 'Keys', items: { type: 'string', title: 'Key', airbyte_secret: true } }),
    });
    await user.click(screen.getByRole('button', { name: 'Add key' }));
    await user.keyboard('hush-1');
    expect(container.innerHTML).not.toContain('hush-1');
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: ['hush-1'] }]]);
  });

  it('holds lists of texts', async () => {
    const { user, submit, onSubmit } = setup({
      schema: only({ type: 'array', title: 'Pairs', items: { type: 'array', title: 'Pair', items: { type: 'string' } } }),
    });
    await user.click(screen.getByRole('button', { name: 'Add pair' }));
    await user.keyboard('a,b,');
    await submit();
    expect(onSubmit.mock.calls).toEqual([[{ f: [['a', 'b']] }]]);
  });

  it('holds choices', async () => {
    const way = (kind: string, title: string) => ({
      type: 'object',
      title,
      required: ['kind', 'size'],
      properties: { kind: { const: kind }, size: { type: 'integer', title: `Size in ${kind}` } },
    });
    const { user, submit, onSubmit, container } = setup({
      schema: only({ type: 'array', title: 'Windows', items: { title: 'Window', type: 'object', oneOf: [way('days', 'Days'), way('hours', 'Hours')] } }),
    });
    await user.click(screen.getByRole('button', { name: 'Add window' }));
    await user.click(screen.getByRole('radio', { name: 'Hours' }));
    await user.type(screen.getByRole('textbox', { name: 'Size in hours' }), '7');
    await user.click(screen.getByRole('button', { name: 'Add window' }));
    await user.type(screen.getByRole('textbox', { name: 'Size in days' }), '2');
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    await submit();
    expect(onSubmit.mock.calls).toEqual([
      [
        {
          f: [
            { kind: 'hours', size: 7 },
            { kind: 'days', size: 2 },
          ],
        },
      ],
    ]);
  });
});

it('has no accessibility fault that axe finds', async () => {
  const { user, container } = setup({ schema, values: saved });
  await user.click(add());
  expect(await violations(container)).toEqual([]);
});

it('tells the buttons of a list inside a list from its own', async () => {
  const row = { type: 'array', items: { type: 'object', properties: { a: { type: 'string', title: 'A' } } } };
  const { user } = setup({ schema: only({ type: 'array', title: 'Rows', items: row }) });
  await user.click(screen.getByRole('button', { name: 'Add entry' }));
  await user.click(screen.getByRole('button', { name: 'Add value' }));
  expect(screen.getByLabelText(/^A/)).toBeVisible();
  expect(screen.getAllByText('Rows').filter((label) => (label.parentElement?.getBoundingClientRect().width ?? 0) > 2)).toHaveLength(1);
});

it('sends a list of texts that was emptied as empty', async () => {
  const { user, submit, onSubmit } = setup({ schema: only({ type: 'array', title: 'Names', items: { type: 'string' } }) });
  await user.type(screen.getByLabelText('Names'), '"Smith, John"{Enter}');
  await user.click(screen.getByRole('button', { name: 'Remove Smith, John' }));
  await submit();
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ f: [] });
});
