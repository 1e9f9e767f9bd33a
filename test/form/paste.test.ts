import { describe, expect, it } from 'vitest';
import { compileForm, type FormField } from '../../src/form/index.js';
import { cleanPaste } from '../../src/form/paste/index.js';

/** The one field of a form of one property. */
function fieldOf(key: string, property: Record<string, unknown>): FormField {
  const [field] = compileForm({ type: 'object', properties: { [key]: { type: 'string', ...property } } }).fields;
  if (field === undefined) throw new Error(`${key} is no field`);
  return field;
}
const secret = fieldOf('api_key', { airbyte_secret: true });
const text = fieldOf('search_query', {});
const pem = fieldOf('private_key', { airbyte_secret: true, multiline: true });
const subdomain = fieldOf('subdomain', {});

describe('a pasted secret', () => {
  it.each([
    ['its quotes', '"sk_1"', 'sk_1', ['quotes']],
    ['typographic quotes', '“sk_1”', 'sk_1', ['quotes']],
    ['quotes with the comma after them', "'sk_1',", 'sk_1', ['quotes']],
    ['the scheme of a header', 'Bearer sk_1', 'sk_1', ['bearer']],
    ['a whole header', 'Authorization: bearer sk_1', 'sk_1', ['bearer']],
    ['quotes inside a header', 'Bearer "abc"', 'abc', ['bearer']],
    ['invisible characters', '\uFEFFsk\u200B_\u200D1', 'sk_1', ['invisible']],
    ['the breaks of a wrapped line', 'sk_\r\n  1', 'sk_1', ['line_breaks']],
    ['the breaks of a passphrase, not its spaces', 'sk live\n\nabc def', 'sk liveabc def', ['line_breaks']],
    ['the break at its end', 'sk_1\n', 'sk_1', ['line_breaks']],
    ['spaces around it', ' sk_1\t', 'sk_1', ['spaces']],
    ['all at once', ' "Bearer sk_1"\n', 'sk_1', ['line_breaks', 'spaces', 'quotes', 'bearer']],
  ])('loses %s', (_, pasted, cleaned, removed) => {
    expect(cleanPaste(pasted, secret)).toEqual({ text: cleaned, removed });
  });

  it.each(['sk_1', 'abcd efgh ijkl', 'a"b', '"', '"a', 'Bearer', 'Bearer two words', ''])('stays as it is: %j', (pasted) => {
    expect(cleanPaste(pasted, secret)).toEqual({ text: pasted, removed: [] });
  });

  it('of several lines keeps them, and its quotes', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n';
    expect(cleanPaste(key, pem)).toEqual({ text: key, removed: [] });
    expect(cleanPaste(`\uFEFF${key}`, pem)).toEqual({ text: key, removed: ['invisible'] });
    expect(cleanPaste('"a"', pem).text).toBe('"a"');
  });

  it('of far too many characters stays as it is', () => {
    const pasted = `"${'x'.repeat(10_000)}"`;
    expect(cleanPaste(pasted, secret)).toEqual({ text: pasted, removed: [] });
  });

  it('that fits its pattern only as it was pasted stays', () => {
    expect(cleanPaste('"a"', fieldOf('api_key', { airbyte_secret: true, pattern: '^"\\w"$' }))).toEqual({ text: '"a"', removed: [] });
  });

  it('keeps the scheme where an example has it', () => {
    expect(cleanPaste('Bearer abc', fieldOf('token', { airbyte_secret: true, examples: ['Bearer xyz'] })).removed).toEqual([]);
  });
});

describe('a pasted text', () => {
  it('keeps quotes around several words and the joiners of its language', () => {
    expect(cleanPaste('"John Smith"', text)).toEqual({ text: '"John Smith"', removed: [] });
    expect(cleanPaste('می‌خواهم', text)).toEqual({ text: 'می‌خواهم', removed: [] });
  });

  it('keeps its words apart when it was wrapped', () => {
    expect(cleanPaste('select a\n  from b', text)).toEqual({ text: 'select a from b', removed: ['line_breaks'] });
  });

  it('keeps the word Bearer where no key is asked', () => {
    expect(cleanPaste('Bearer bonds', text)).toEqual({ text: 'Bearer bonds', removed: [] });
  });
});

describe('an address where a subdomain is asked', () => {
  it.each([
    ['https://acme.example.com/agent/dashboard?x=1', 'acme'],
    ['http://acme.example.com', 'acme'],
    ['acme.example.com', 'acme'],
    ['https://www.acme.example.com/', 'acme'],
    ['acme.eu.example.com', 'acme'],
    ['acme.example.co.uk', 'acme'],
  ])('becomes it: %s', (pasted, expected) => {
    expect(cleanPaste(pasted, subdomain)).toEqual({ text: expected, removed: ['subdomain_from_url'] });
  });

  it.each(['acme', 'example.com', 'example.co.uk', 'https://app.example.com/acme', 'https://10.0.0.1/', 'me@acme.example.com', 'https://', 'not a.host name'])(
    'stays where no subdomain is certain: %s',
    (pasted) => {
      expect(cleanPaste(pasted, subdomain)).toEqual({ text: pasted, removed: [] });
    },
  );

  it.each([
    ['a field that says so in its title', fieldOf('domain_prefix', { title: 'Your subdomain' }), 'acme'],
    ['a shop whose pattern takes a plain name only', fieldOf('shop', { pattern: '^[a-z0-9-]+$' }), 'acme'],
    ['a shop without such a pattern', fieldOf('shop', {}), 'https://acme.example.com'],
    ['a field with an address as its example', fieldOf('subdomain', { examples: ['acme.example.com'] }), 'https://acme.example.com'],
    ['a pattern that takes addresses', fieldOf('subdomain', { pattern: '^https://' }), 'https://acme.example.com'],
    ['any other field', fieldOf('domain', {}), 'https://acme.example.com'],
    ['an address', fieldOf('subdomain', { format: 'uri' }), 'https://acme.example.com'],
  ])('is judged by the field: %s', (_, field, expected) => {
    expect(cleanPaste('https://acme.example.com', field).text).toBe(expected);
  });
});

it('takes a bounded time for a text of blanks and breaks', () => {
  const blanks = ' '.repeat(9_990);
  const started = performance.now();
  for (let turn = 0; turn < 50; turn += 1) cleanPaste(`a${blanks}b`, secret);
  for (let turn = 0; turn < 50; turn += 1) cleanPaste(`a${'\n'.repeat(9_990)}b`, secret);
  expect(performance.now() - started).toBeLessThan(2_000);
});
