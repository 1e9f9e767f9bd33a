import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CredentialFormParts, type RenderField, TextControl } from '../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { errorKey, type FormField, loadValidate } from '../../src/form/index.js';
import { setup } from './CredentialForm/setup.js';

beforeAll(async () => {
  await loadValidate();
});

const schema: JsonSchema = {
  type: 'object',
  required: ['region', 'contact', 'name', 'level', 'wrapped'],
  properties: {
    region: { type: 'string', title: 'Region', description: 'Where it runs.', order: 0 },
    contact: { type: 'string', format: 'email', title: 'Contact', order: 1 },
    name: { type: 'string', title: 'Name', order: 2 },
    level: { enum: ['low', 'high'], title: 'Level', order: 3 },
    wrapped: {
      type: 'array',
      title: 'Wrapped',
      order: 4,
      minItems: 0,
      items: { type: 'object', properties: { name: { type: 'string', title: 'Inner name' } } },
    },
  },
};

const textBox: RenderField = ({ field, value, onValueChange, attributes, disabled, message, label, error, help }) => (
  <>
    {label}
    <input
      {...attributes}
      data-own={field.schema.format === 'email' ? 'email' : 'region'}
      data-wrong={message}
      readOnly={disabled}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onValueChange(target.value.toUpperCase())}
    />
    {error}
    {help}
  </>
);
const byPathOrFormat: RenderField = (props) => (errorKey(props.field.path) === 'region' || props.field.schema.format === 'email' ? textBox(props) : undefined);

describe('renderField', () => {
  it('draws the fields that it takes, by path and by format, and leaves the others to the kit', async () => {
    const { user, latest } = setup({ schema, renderField: byPathOrFormat });
    const region = screen.getByRole('textbox', { name: 'Region' });
    expect(region).toHaveAttribute('data-own', 'region');
    expect(screen.getByRole('textbox', { name: 'Contact' })).toHaveAttribute('data-own', 'email');
    expect(screen.getByRole('textbox', { name: 'Name' })).not.toHaveAttribute('data-own');
    await user.type(region, 'eu');
    expect(latest.values).toMatchObject({ region: 'EU' });
  });

  it('keeps label, help and error tied to the control, and the focus on what is wrong', async () => {
    const { submit } = setup({ schema, renderField: byPathOrFormat });
    const region = screen.getByRole('textbox', { name: 'Region' });
    expect(region).toHaveAccessibleDescription('Where it runs.');
    await submit();
    expect(region).toHaveFocus();
    expect(region).toHaveAttribute('aria-invalid', 'true');
    expect(region).toHaveAccessibleDescription('Region is missing. Where it runs.');
    expect(region).toHaveAttribute('data-wrong', 'Region is missing.');
  });

  it('reaches the fields of a list', async () => {
    const { user } = setup({
      schema,
      renderField: ({ field, label, control }) => (field.label === 'Inner name' ? [label, <b key="own">own</b>, control] : undefined),
    });
    await user.click(screen.getByRole('button', { name: 'Add entry' }));
    expect(screen.getByText('own')).toBeVisible();
  });

  it('can use the control of the kit', () => {
    setup({
      schema,
      renderField: ({ message: _message, label, control: _control, error: _error, help: _help, ...props }) =>
        props.field.label === 'Name' ? [label, <TextControl key="c" {...props} />] : undefined,
    });
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute('data-ack-slot', 'input');
  });
});

describe('slots', () => {
  const slots: CredentialFormParts = {
    'field-label': ({ field, id, htmlFor }) => (
      <label id={id} htmlFor={htmlFor}>
        The {field.label}
      </label>
    ),
    'field-error': ({ id, message }) => <em id={id}>Wrong: {message}</em>,
    'field-description': ({ id, field }) => <small id={id}>About {field.help}</small>,
    select: ({ attributes, field, onValueChange, disabled }) => (
      <button
        type="button"
        {...{ id: attributes.id, disabled, 'aria-describedby': attributes['aria-describedby'] }}
        onClick={() => onValueChange(field.options[1]?.value)}
      >
        Pick
      </button>
    ),
  };

  it('replace parts of every field, which stay tied to the control', async () => {
    const { submit } = setup({ schema, slots });
    await submit();
    const region = screen.getByRole('textbox', { name: 'The Region' });
    expect(region).toHaveAccessibleDescription('Wrong: Region is missing. About Where it runs.');
    expect(document.querySelector("[data-ack-slot='field-error']")).toBeNull();
  });

  it('replace the control of a kind, and of no other', async () => {
    const { user, latest } = setup({ schema, slots });
    const pick = screen.getByRole('button', { name: 'The Level' });
    await user.click(pick);
    expect(latest.values).toMatchObject({ level: 'high' });
    expect(screen.getByRole('textbox', { name: 'The Name' })).toHaveAttribute('data-ack-slot', 'input');
  });
});

describe('fields that hold others', () => {
  const inner = { type: 'object', required: ['n'], properties: { n: { type: 'string', title: 'N' } } };
  const methods = { title: 'Method', oneOf: ['One', 'Two'].map((title) => ({ ...inner, title })) };
  const all: JsonSchema = {
    type: 'object',
    required: ['group', 'method', 'items'],
    properties: {
      group: { ...inner, title: 'Group', order: 0 },
      method: { ...methods, order: 1 },
      items: { type: 'array', title: 'Items', items: inner, order: 2 },
    },
  };
  const keyOf = (field: FormField) => errorKey(field.path);

  it.each(['group', 'method', 'items'])('hands %s to renderField, with what is inside it', async (key) => {
    const renderField: RenderField = ({ field, label, control, fields, value }) =>
      keyOf(field) === key ? (
        <section aria-label={`own ${field.label} ${typeof value}`}>
          {label}
          {control}
          {fields}
        </section>
      ) : undefined;
    const { user, latest } = setup({ schema: all, renderField });
    const own = screen.getByRole('region', { name: new RegExp(`^own ${key}`, 'i') });
    if (key === 'items') await user.click(within(own).getByRole('button', { name: /^Add/ }));
    if (key === 'method') await user.click(within(own).getByRole('radio', { name: 'Two' }));
    await user.type(await within(own).findByLabelText('N'), 'typed');
    expect(JSON.stringify(latest.values)).toContain('"n":"typed"');
  });

  it.each(['group', 'method', 'items', 'group.n'])('draws nothing of %s for null', (key) => {
    const { container } = setup({ schema: all, renderField: ({ field }) => (keyOf(field) === key ? null : undefined) });
    const count = container.querySelectorAll('[data-ack-slot="field"]').length;
    const whole = setup({ schema: all }).container.querySelectorAll('[data-ack-slot="field"]').length;
    expect(count).toBeLessThan(whole);
  });

  it('draws them with components of the host', async () => {
    const parts: CredentialFormParts = {
      choice: ({ branches, chosen, onChoose, id }) => (
        <button type="button" id={id} onClick={() => onChoose(branches[1] ?? null)}>
          now {chosen?.label}
        </button>
      ),
      list: ({ items, itemKind, onAdd, onRemove }) => (
        <div>
          {items.map(({ key, index, name, children }) => (
            <div key={key} role="article" aria-label={name}>
              {children}
              <button type="button" onClick={() => onRemove(index)}>
                drop
              </button>
            </div>
          ))}
          <button type="button" onClick={onAdd}>
            one more {itemKind}
          </button>
        </div>
      ),
      object: ({ label, children }) => (
        <section aria-label="frame">
          {label}
          {children}
        </section>
      ),
    };
    const { user, latest } = setup({ schema: all, slots: parts });
    await user.type(within(screen.getByRole('region', { name: 'frame' })).getByLabelText('N'), 'g');
    await user.click(screen.getByRole('button', { name: 'now One' }));
    expect(screen.getByRole('button', { name: 'now Two' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'one more entry' }));
    await user.type(within(screen.getByRole('article')).getByLabelText('N'), 'l');
    expect(latest.values).toMatchObject({ group: { n: 'g' }, items: [{ n: 'l' }] });
    await user.click(screen.getByRole('button', { name: 'drop' }));
    expect(latest.values).toMatchObject({ items: [] });
  });
});
