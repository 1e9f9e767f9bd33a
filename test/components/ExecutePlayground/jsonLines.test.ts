import { describe, expect, it } from 'vitest';
import { jsonLines, MAX_STRING } from '../../../src/components/ExecutePlayground/jsonLines.js';

const printed = (value: unknown, limit = 10_000) =>
  jsonLines(value, limit)
    .lines.map(({ depth, tokens }) => '  '.repeat(depth) + tokens.map(({ text }) => text).join(''))
    .join('\n');

describe('jsonLines', () => {
  it.each([
    [{ id: '301', revenue: 12.5, archived: false, owner: null, tags: ['a', 'b'], empty: {}, none: [], 'a"b': 'c\nd' }],
    [[]],
    ['text'],
    [[{ a: 1 }, [2, [3]]]],
    [null],
  ])('prints what JSON.stringify prints: %j', (value) => {
    expect(printed(value)).toBe(JSON.stringify(value, null, 2));
  });

  it('names each token', () => {
    const [, line] = jsonLines({ a: 'b' }, 10).lines;
    expect(line?.tokens.map(({ kind }) => kind)).toEqual(['key', 'plain', 'string']);
  });

  it('stops after as many lines as asked for, without printing the rest', () => {
    let read = 0;
    const records = Array.from({ length: 10_000 }, (_, index) => ({
      get id() {
        read += 1;
        return index;
      },
    }));
    const page = jsonLines(records, 30);
    expect([page.lines.length, page.cut]).toEqual([30, true]);
    expect(read).toBeLessThan(20);
  });

  it('is not cut when the last line is the last one asked for', () => {
    expect(jsonLines({ a: 1 }, 3).cut).toBe(false);
  });

  it('cuts a long string and says by how much', () => {
    const token = jsonLines('x'.repeat(MAX_STRING + 7), 1).lines[0]?.tokens[0];
    expect(token?.cut).toBe(7);
  });

  it('survives a value nested a thousand deep', () => {
    const deep = Array.from({ length: 1000 }).reduce<unknown>((inner) => ({ inner }), 1);
    expect(printed(deep)).toContain('{…}');
  });
});
