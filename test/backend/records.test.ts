import { describe, expect, it } from 'vitest';
import { recordsAt, recordsPath } from '../../src/backend/index.js';

describe('the path of records', () => {
  it.each([
    ['the data itself', (records: unknown[]) => records, ''],
    ['a key of it', (records: unknown[]) => ({ meta: {}, data: records }), 'data'],
    ['a key further down', (records: unknown[]) => ({ a: { b: records } }), 'a.b'],
  ])('is that of %s, and leads back to them', (_, wrap, path) => {
    const records = [{ id: 1 }];
    const data = wrap(records);
    expect(recordsPath(data, records)).toBe(path);
    expect(recordsAt(JSON.parse(JSON.stringify(data)), path)).toEqual(records);
  });

  it('is null where there are none, and a wrong path leads nowhere', () => {
    expect(recordsPath({ id: 1 }, null)).toBeNull();
    expect(recordsPath({ data: [] }, [])).toBeNull();
    for (const path of [null, 'x', 'data.length', '__proto__', 'data.x.y']) expect(recordsAt({ data: [1] }, path)).toBeNull();
  });
});
