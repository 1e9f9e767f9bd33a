import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFormatOf, shows } from '../../src/components/CredentialForm/dateFormats.js';
import { jsonProblem } from '../../src/components/CredentialForm/jsonProblem.js';
import { readTextFile } from '../../src/components/CredentialForm/readTextFile.js';
import { itemsIn, withItems } from '../../src/components/CredentialForm/tagItems.js';

describe('where a text stops being JSON', () => {
  it.each([
    ['{ "a": 1, }', 'unexpected', 1, 11, '}'],
    ['[1 2]', 'unexpected', 1, 4, '2'],
    ['{\n  a: 1\n}', 'unexpected', 2, 3, 'a'],
    ["{ 'a': 1 }", 'unexpected', 1, 3, "'"],
    ['{ "a" 1 }', 'unexpected', 1, 7, '1'],
    ['[01]', 'unexpected', 1, 2, '01'],
    ['[1]]', 'unexpected', 1, 4, ']'],
    ['[1}', 'unexpected', 1, 3, '}'],
    [']', 'unexpected', 1, 1, ']'],
    ['nullish', 'unexpected', 1, 1, 'nullish'],
    ['{"a":"b', 'unclosed', 1, 6, '"'],
    ['{"a":\n["b\n"]}', 'unclosed', 2, 2, '"'],
    ['{"a": [1, 2', 'ended', 1, 12, ''],
    ['', 'ended', 1, 1, ''],
  ])('%j: %s', (text, code, line, column, found) => {
    expect(jsonProblem(text)).toEqual({ code, line, column, found });
  });

  it('is nowhere in JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonProblem(text) === null));
  });

  it('is at the end of JSON that lost its end, or in the word that was cut', () => {
    const cut = fc.array(fc.jsonValue(), { minLength: 1 }).chain((value) => {
      const text = JSON.stringify(value);
      return fc.integer({ min: 1, max: text.length - 1 }).map((length) => text.slice(0, length));
    });
    fc.assert(fc.property(cut, (text) => jsonProblem(text) !== null));
  });

  it('is not searched for in a text of a megabyte', () => {
    expect(jsonProblem(`[${'1,'.repeat(500_000)}]`)).toBeNull();
  });
});

describe('how a date is written', () => {
  it('gives back every value that its box shows', () => {
    const moments = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
    fc.assert(
      fc.property(moments, (value) => {
        const format = dateFormatOf('date_time', null, value);
        return format === null ? !value.endsWith('.000Z') : shows(format, value) && format.toValue(format.toBox(value)) === value;
      }),
    );
  });

  it.each([
    [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, '2024-01-31T08:30:00'],
    [/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, '2024-01-31 08:30:00'],
    [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, '2024-01-31T08:30:00.000Z'],
  ])('follows %s', (pattern, value) => {
    expect(dateFormatOf('date_time', pattern, '')?.toValue('2024-01-31T08:30')).toBe(value);
  });

  it('is text where the pattern wants none of them', () => {
    expect(dateFormatOf('date_time', /^\d+$/, '')).toBeNull();
    expect(dateFormatOf('date', /^\d{4}-\d\d$/, '')).toBeNull();
  });
});

describe('the items in a text', () => {
  it('are the parts between separators, trimmed, none of them empty', () => {
    expect(itemsIn(' a, b ;;c\r\n\td ', {})).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of brackets around something else are that', () => {
    expect(itemsIn('[a]', {})).toEqual(['[a]']);
    expect(itemsIn('"Smith, John"; "a;b", c', {})).toEqual(['Smith, John', 'a;b', 'c']);
    expect(itemsIn('5" pipe, 6" pipe', {})).toEqual(['5" pipe', '6" pipe']);
    expect(itemsIn('"open, b', {})).toEqual(['"open', 'b']);
    expect(itemsIn('[{"a":1}]', {})).toEqual(['[{"a":1}]']);
  });

  it('say which were there already', () => {
    expect(withItems(['a'], ['a', 'b', 'b'])).toEqual({ items: ['a', 'b'], twice: ['a', 'b'] });
  });
});

describe('a file', () => {
  it('that can not be read is told from one that is no text', async () => {
    const gone = new File(['a'], 'gone.pem');
    gone.arrayBuffer = () => Promise.reject(new DOMException('It was moved.', 'NotReadableError'));
    expect(await readTextFile(gone)).toEqual({ problem: 'unreadable' });
    expect(await readTextFile(new File([new Uint8Array([0xc3])], 'a'))).toEqual({ problem: 'not_text' });
  });

  it('loses its byte order mark', async () => {
    expect(await readTextFile(new File([new Uint8Array([0xef, 0xbb, 0xbf, 65])], 'a'))).toEqual({ text: 'A' });
  });
});
