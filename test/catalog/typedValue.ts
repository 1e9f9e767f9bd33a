import type { FormField } from '../../src/form/index.js';

/** A value that a person could type in the field, as the field's control would hand it on. */
export function typedValue({ kind, options, schema, examples, items }: FormField): unknown {
  switch (kind) {
    case 'select':
      return options[0]?.value;
    case 'number':
      return '14';
    case 'switch':
      return true;
    case 'date':
      return '2024-01-31';
    case 'date_time':
      return '2024-01-31T00:00:00Z';
    case 'tags':
      return ['first', 'second'];
    case 'list':
      return items === null ? [] : [typedValue(items)];
    case 'json':
      return '{"name":"documents"}';
    default:
      if (schema.format === 'email') return ' ada@example.com ';
      return schema.pattern === '^AC' ? 'AC0123' : (examples[0] ?? ' typed ');
  }
}
