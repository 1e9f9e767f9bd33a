import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent as keys, page } from 'vitest/browser';
import { DateControl, DateTimeControl } from '../../src/components/CredentialForm/DateControl.js';
import { FieldHelp } from '../../src/components/CredentialForm/FieldHelp.js';
import { JsonControl } from '../../src/components/CredentialForm/JsonControl.js';
import { controlParts } from '../../src/components/CredentialForm/loadControlParts.js';
import { OptionsControl } from '../../src/components/CredentialForm/OptionsControl.js';
import { SelectControl } from '../../src/components/CredentialForm/SelectControl.js';
import { TagsControl } from '../../src/components/CredentialForm/TagsControl.js';
import { TextControl } from '../../src/components/CredentialForm/TextControl.js';
import { violations } from './conformance.js';
import { fieldOf, setupControl } from './controlHarness.js';

const box = () => screen.getByLabelText<HTMLInputElement>('Value');

describe('a text', () => {
  it('of several lines is a textarea', async () => {
    const { user, value } = setupControl(TextControl, { field: fieldOf({ type: 'string', multiline: true }) });
    expect(box().tagName).toBe('TEXTAREA');
    await user.type(box(), 'a{Enter}b');
    expect(value()).toBe('a\nb');
  });

  it('shows its default while the box is empty, and does not hold it', () => {
    const { value } = setupControl(TextControl, { field: fieldOf({ type: 'string', default: 'public' }) });
    expect(box()).toHaveAttribute('placeholder', 'public');
    expect(value()).toBeUndefined();
  });
});

describe('a number', () => {
  it('keeps what is typed, also what is none', async () => {
    const { user, value } = setupControl(TextControl, { field: fieldOf({ type: 'integer' }) });
    expect(box()).toHaveAttribute('inputmode', 'numeric');
    await user.type(box(), '12e');
    expect(value()).toBe('12e');
    expect(box().value).toBe('12e');
  });

  it('does not change when the wheel is turned over it', async () => {
    const { user, value } = setupControl(TextControl, { field: fieldOf({ type: 'number' }), value: 5 });
    await user.click(box());
    fireEvent.wheel(box(), { deltaY: 100 });
    await keys.keyboard('{ArrowUp}');
    expect(value()).toBe(5);
  });
});

describe('one of several', () => {
  const field = fieldOf({ enum: ['eu', '', null, 3, false] }, false);

  it('gives each value as it is, null and empty text too', async () => {
    const { user, value } = setupControl(SelectControl, { field });
    for (const option of field.options) {
      const index = field.options.indexOf(option);
      await user.selectOptions(box(), String(index));
      expect(value()).toBe(option.value);
    }
    await user.selectOptions(box(), '-1');
    expect(value()).toBeUndefined();
  });

  it('gives no option an empty name', () => {
    setupControl(SelectControl, { field });
    expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).not.toContain('');
  });

  it('keeps a saved value that is no longer offered', () => {
    const { onValueChange } = setupControl(SelectControl, { field, value: 'us' });
    expect(screen.getByRole('option', { name: 'us (no longer offered)' })).toHaveProperty('selected', true);
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe('any of several', () => {
  const few = fieldOf({ type: 'array', items: { type: 'string', enum: ['read', 'write', 'admin'] } });
  const many = fieldOf({ type: 'array', items: { type: 'string', enum: Array.from({ length: 30 }, (_, index) => `scope ${index + 1}`) } });

  it('is a named group of check boxes', async () => {
    const { user, value, container } = setupControl(OptionsControl, { field: few });
    const group = screen.getByRole('group', { name: 'Value' });
    await user.click(await within(group).findByRole('checkbox', { name: 'write' }));
    await user.click(within(group).getByRole('checkbox', { name: 'read' }));
    expect(value()).toEqual(['write', 'read']);
    await user.click(within(group).getByRole('checkbox', { name: 'write' }));
    expect(value()).toEqual(['read']);
    expect(await violations(container)).toEqual([]);
  });

  it('of many can be filtered; what the filter hides stays chosen', async () => {
    const { user, value, container } = setupControl(OptionsControl, { field: many, value: ['scope 1'] });
    await user.type(await screen.findByRole('searchbox', { name: 'Filter Value' }), 'SCOPE 30');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.click(screen.getByRole('checkbox', { name: 'scope 30' }));
    expect(value()).toEqual(['scope 1', 'scope 30']);
    expect(screen.getByText('2 chosen')).toBeVisible();
    expect(await violations(container)).toEqual([]);
  });

  it('says when the filter finds nothing', async () => {
    const { user } = setupControl(OptionsControl, { field: many });
    await user.type(await screen.findByRole('searchbox'), 'zz');
    expect(screen.getByText('Nothing has “zz” in its name.')).toBeVisible();
  });

  it('takes focus as a group, for the form that moves it to the first error', async () => {
    setupControl(OptionsControl, { field: few });
    const group = screen.getByRole('group', { name: 'Value' });
    group.focus();
    expect(group).toHaveFocus();
  });

  it('shows saved values that are no longer offered, so that they can be taken out', async () => {
    const { user, value } = setupControl(OptionsControl, { field: few, value: ['read', 'old'] });
    await user.click(await screen.findByRole('checkbox', { name: 'old (no longer offered)' }));
    expect(value()).toEqual(['read']);
  });

  it('is what TagsControl draws where the schema says the values', async () => {
    setupControl(TagsControl, { field: few });
    expect(await screen.findAllByRole('checkbox')).toHaveLength(3);
  });
});

describe('a list of texts', () => {
  const field = fieldOf({ type: 'array', items: { type: 'string' } });

  it('takes what is still in the box when the box is left', async () => {
    const { user, value } = setupControl(TagsControl, { field });
    await user.type(box(), 'a{Enter}b');
    expect(value()).toEqual(['a']);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(value()).toEqual(['a', 'b']);
  });

  it('tells a value that is there already, and drops it', async () => {
    const { user, value } = setupControl(TagsControl, { field, value: ['a'] });
    await user.type(box(), 'a{Enter}');
    expect(value()).toEqual(['a']);
    expect(box()).toHaveAccessibleDescription('a is in the list already.');
    await user.type(box(), 'b');
    expect(box()).not.toHaveAccessibleDescription();
  });

  it('splits what is pasted at commas, semicolons, tabs and line breaks', async () => {
    const { user, value } = setupControl(TagsControl, { field });
    await user.click(box());
    await user.paste('a, b;c\r\nd\te');
    expect(value()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('takes a pasted JSON list apart', async () => {
    const { user, value } = setupControl(TagsControl, { field });
    await user.click(box());
    await user.paste('["a", "b, c"]');
    expect(value()).toEqual(['a', 'b, c']);
  });

  it('draws a saved list that holds a value twice, and takes one of them out', async () => {
    const { user, value } = setupControl(TagsControl, { field, value: ['a', 'b', 'a'] });
    await user.click(screen.getAllByRole('button', { name: 'Remove a' })[1]!);
    expect(value()).toEqual(['a', 'b']);
  });

  it('of numbers holds numbers, and keeps as text what is none or would lose digits', async () => {
    const { user, value } = setupControl(TagsControl, { field: fieldOf({ type: 'array', items: { type: 'integer' } }) });
    await user.type(box(), '7,x,12345678901234567890,');
    expect(value()).toEqual([7, 'x', '12345678901234567890']);
  });
});

describe('a day', () => {
  it('is a native box', async () => {
    const { value } = setupControl(DateControl, { field: fieldOf({ type: 'string', format: 'date' }) });
    await page.getByLabelText('Value').fill('2024-01-31');
    expect(box().type).toBe('date');
    expect(value()).toBe('2024-01-31');
  });

  it('that a native box can not show is typed as text, and stays text', async () => {
    const { user, value } = setupControl(DateControl, { field: fieldOf({ type: 'string', format: 'date' }), value: '31.1.2024' });
    expect(box().type).toBe('text');
    expect(box().value).toBe('31.1.2024');
    await user.clear(box());
    expect(box().type).toBe('text');
    await user.type(box(), '2024');
    expect(value()).toBe('2024');
  });

  it('is text where the pattern wants what no native box gives', async () => {
    setupControl(DateControl, { field: fieldOf({ type: 'string', format: 'date', pattern: '^[0-9]{8}$' }) });
    await expect.poll(() => box().type).toBe('text');
  });
});

describe('a moment', () => {
  const pick = async (schema: Record<string, unknown>, at?: string) => {
    const control = setupControl(DateTimeControl, { field: fieldOf({ type: 'string', format: 'date-time', ...schema }), value: at });
    await page.getByLabelText('Value').fill('2024-01-31T08:30');
    return control.value();
  };

  it('is sent in UTC, with seconds', async () => {
    expect(await pick({})).toBe('2024-01-31T08:30:00Z');
  });

  it('has the digits after the seconds that its pattern wants', async () => {
    const wanted = { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z$' };
    expect(await pick(wanted)).toBe('2024-01-31T08:30:00.000000Z');
  });

  it('is written as the saved value was', async () => {
    expect(await pick({}, '2020-05-06T07:08:09.000Z')).toBe('2024-01-31T08:30:00.000Z');
  });

  it.each(['2020-05-06T07:08:09+02:00', '2020-05-06T07:08:09.123456Z', 'yesterday'])('as %s is text, whole', (at) => {
    const { onValueChange } = setupControl(DateTimeControl, { field: fieldOf({ type: 'string', format: 'date-time' }), value: at });
    expect(box().type).toBe('text');
    expect(box().value).toBe(at);
    expect(onValueChange).not.toHaveBeenCalled();
  });
});

describe('JSON', () => {
  const field = fieldOf({ type: 'object', additionalProperties: true });

  it('says where it stops being JSON once it is left, and stops saying so when it is mended', async () => {
    const { user, container } = setupControl(JsonControl, { field });
    await user.click(box());
    await user.paste('{\n  "a": 1,\n}');
    expect(box()).not.toHaveAccessibleDescription();
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    await expect.poll(() => box().getAttribute('aria-describedby')).not.toBeNull();
    expect(box()).toHaveAccessibleDescription('Not JSON yet: } may not stand in line 3, column 1.');
    expect(await violations(container)).toEqual([]);
    await user.clear(box());
    await user.paste('{ "a": 1 }');
    expect(box()).not.toHaveAccessibleDescription();
  });

  it('is not judged before it is left, also where another box was', async () => {
    await controlParts.load();
    const { user } = setupControl(JsonControl, { field });
    await user.click(box());
    await user.paste('{');
    expect(box()).not.toHaveAccessibleDescription();
  });

  it('is not rewritten', async () => {
    const { user, value } = setupControl(JsonControl, { field });
    await user.click(box());
    await user.paste('{"id":12345678901234567890}');
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(value()).toBe('{"id":12345678901234567890}');
  });
});

describe('help', () => {
  it('that is long is folded, and opens with a button', async () => {
    const help = `${'Words of a description that goes on. '.repeat(12)}The end.`;
    const { user, container } = setupControl((props) => <FieldHelp id="help" field={props.field} />, {
      field: fieldOf({ type: 'string', description: help }),
    });
    const text = container.querySelector('#help')!;
    const folded = text.getBoundingClientRect().height;
    await user.click(screen.getByRole('button', { name: 'More' }));
    expect(text.getBoundingClientRect().height).toBeGreaterThan(folded);
    expect(screen.getByRole('button', { name: 'Less' })).toHaveAttribute('aria-expanded', 'true');
  });

  it('that is short has no button', () => {
    setupControl((props) => <FieldHelp id="help" field={props.field} />, { field: fieldOf({ type: 'string', description: 'Short.' }) });
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  });
});
