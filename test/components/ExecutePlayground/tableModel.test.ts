import { describe, expect, it } from 'vitest';
import { MAX_CELL, MAX_COLUMNS, tableCell, tableModel } from '../../../src/components/ExecutePlayground/tableModel.js';

describe('tableModel', () => {
  it('takes the columns from the keys of the records, in the order in which they are met', () => {
    const { columns } = tableModel([
      { id: '1', name: 'Ada' },
      { id: '2', email: 'x@corlett.example' },
    ]);
    expect(columns.map(({ key }) => key)).toEqual(['id', 'name', 'email']);
  });

  it('calls a column a number only when every value in it is one', () => {
    const { columns } = tableModel([
      { revenue: 12.5, mixed: 1, none: null },
      { revenue: null, mixed: 'a', none: null },
    ]);
    expect(columns.map(({ type }) => type)).toEqual(['number', 'text', 'text']);
  });

  it('gives records that are no objects one column without a key', () => {
    expect(tableModel(['a', 'b']).columns).toEqual([{ key: null, type: 'text' }]);
    expect(tableCell('a', null)).toEqual({ type: 'text', text: 'a' });
  });

  it('draws at most so many columns and says how many there are', () => {
    const wide = Object.fromEntries(Array.from({ length: MAX_COLUMNS + 5 }, (_, index) => [`k${index}`, index]));
    const table = tableModel([wide]);
    expect([table.columns.length, table.columnCount]).toEqual([MAX_COLUMNS, MAX_COLUMNS + 5]);
  });

  it('shows nested values as compact JSON, and keeps identifiers without grouping', () => {
    expect(tableCell({ a: { b: [1] } }, 'a').text).toBe('{"b":[1]}');
    expect(tableCell({ id: 1234567 }, 'id')).toEqual({ type: 'number', text: '1234567' });
    expect(tableCell({ on: false }, 'on')).toEqual({ type: 'text', text: 'false' });
  });

  it('cuts long text, and calls null, blank and missing values empty', () => {
    expect(tableCell({ a: 'x'.repeat(MAX_CELL + 1) }, 'a').text).toHaveLength(MAX_CELL + 1);
    for (const record of [{ a: null }, { a: '' }, {}, 'text']) expect(tableCell(record, 'a').type).toBe('empty');
  });

  it('does not read inherited keys', () => {
    expect(tableCell({}, 'constructor').type).toBe('empty');
  });
});
