import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CredentialFormParts, type RenderField, TextControl } from '../../src/components/CredentialForm/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { errorKey, loadValidate } from '../../src/form/index.js';
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
