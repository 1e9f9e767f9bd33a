import { expect, it } from 'vitest';
import { descriptionOf, withoutUndefined } from '../../.storybook/docgen.js';

const literal = (value: string) => ({ name: 'literal', value });
const UNDEFINED = { name: 'undefined' };
const component = {
  __docgenInfo: {
    description: 'A `<button>` that opens it,\nof one@example.com.\n@throws {ConnectError} `provider_missing`\n@example <Button>Connect</Button>',
    props: {
      disabled: { tsType: { name: 'union', raw: 'boolean | undefined', elements: [{ name: 'boolean' }, UNDEFINED] } },
      tone: { tsType: { name: 'union', raw: "'info' | 'danger' | undefined", elements: [literal("'info'"), literal("'danger'"), UNDEFINED] } },
      error: { tsType: { name: 'union', raw: 'ConnectError | null | undefined', elements: [{ name: 'ConnectError' }, { name: 'null' }, UNDEFINED] } },
      onRetry: { tsType: { name: 'union', raw: '(() => void) | undefined', elements: [{ name: 'signature', type: 'function' }, UNDEFINED] } },
      name: { tsType: { name: 'string' } },
    },
  },
};

it('a docs page describes a component in words, without the tags of its comment', () => {
  expect(descriptionOf(component)).toBe('A `<button>` that opens it,\nof one@example.com.');
  expect([descriptionOf(undefined), descriptionOf(() => null)]).toEqual(['', '']);
});

it('a table of props says what an optional one takes, and has its control', () => {
  const argTypes = Object.fromEntries(Object.keys(component.__docgenInfo.props).map((name) => [name, { name }]));
  // SAFETY: the enhancer reads these two of a story's context.
  const context = { argTypes, component } as unknown as Parameters<typeof withoutUndefined>[0];
  expect(withoutUndefined(context)).toEqual({
    disabled: { name: 'disabled', type: { name: 'boolean' }, table: { type: { summary: 'boolean' } } },
    tone: { name: 'tone', type: { name: 'enum', value: ['info', 'danger'] }, table: { type: { summary: "'info' | 'danger'" } } },
    error: { name: 'error', table: { type: { summary: 'ConnectError | null' } } },
    onRetry: { name: 'onRetry', type: { name: 'function' }, table: { type: { summary: '() => void' } } },
    name: { name: 'name' },
  });
});
