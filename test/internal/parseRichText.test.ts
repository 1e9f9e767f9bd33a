import { describe, expect, it } from 'vitest';
import { parseRichText } from '../../src/internal/parseRichText.js';

/** The text as a person reads it, with the marks drawn. */
const drawn = (source: string) =>
  parseRichText(source)
    .map((node) => {
      if (node.type === 'break') return '\\n';
      return node.type === 'link' ? `[${node.text}→${node.href}]` : node.type === 'text' ? node.text : `{${node.type}:${node.text}}`;
    })
    .join('');

describe('the marks of the safe subset', () => {
  it.each([
    ['plain text', 'plain text'],
    ['Starts with `acct_`.', 'Starts with {code:acct_}.'],
    ['**Never** share <b>it</b> or <em>this</em>', '{strong:Never} share {strong:it} or {emphasis:this}'],
    ['one<br/>two\nthree', 'one\\ntwo\\nthree'],
    ['See [the docs](https://example.com/a?b=1).', 'See [the docs→https://example.com/a?b=1].'],
    ['See <a href="https://example.com/x" target="_self" onclick="steal()">here</a>', 'See [here→https://example.com/x]'],
    ["<A HREF='http://example.com'>up</A>", '[up→http://example.com/]'],
    ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ])('draws %j', (source, expected) => {
    expect(drawn(source)).toBe(expected);
  });
});

describe('hostile text', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
  ])('gives no link to %j', (address) => {
    const nodes = [...parseRichText(`<a href="${address}">x</a>`), ...parseRichText(`[x](${address})`)];
    expect(nodes.filter(({ type }) => type === 'link')).toEqual([]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe src="https://example.com"></iframe>',
    '<style>*{}</style>',
  ])('drops the tags of %j', (source) => {
    const nodes = parseRichText(source);
    expect(nodes.every(({ type }) => type === 'text')).toBe(true);
    expect(drawn(source)).not.toMatch(/<|onerror|onload/);
  });

  it('does not make a tag out of what was escaped, it stays text', () => {
    expect(parseRichText('&lt;a href="https://example.com"&gt;x&lt;/a&gt;').every(({ type }) => type === 'text')).toBe(true);
  });

  it('is read in a time that grows no faster than its length', () => {
    const patterns = ["<a href='x' ", "href='x' ", '<a ', '[', '[a](', '<b>', '**', '`', '<a href="https://x" '];
    for (const pattern of patterns) {
      const before = performance.now();
      parseRichText(`<a ${pattern.repeat(100_000 / pattern.length)}`);
      expect(performance.now() - before, pattern).toBeLessThan(1000);
    }
  });
});
