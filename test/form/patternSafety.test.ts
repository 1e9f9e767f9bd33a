import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileForm } from '../../src/form/index.js';
import { LONGEST_MATCHED, patternOf } from '../../src/form/patternSafety.js';

const shared = process.env.ACK_SHARED;

/** The engine's own verdict. */
const native = (source: string, text: string) => new RegExp(source, 'u').test(text);

const PATTERNS = [
  '^(a|ab)(c|bcd)(d*)$',
  '^(?:[a-z0-9-]+\\.)*[a-z]{2,}$',
  '^(x+x+)+y$',
  '(?:\\bfoo\\b|\\Bbar)+',
  '^(?!https?://)[\\w.-]+(?<!\\.git)$',
  '^(?=.*\\d)(?=.*[a-z]).{2,8}$',
  '(?<=a|bc)d+(?:e|f)*$',
  '^(a{2,3}b?){1,2}$',
  '^[\\]a\\-\\\\]+(?:[^a]|\\])*$',
  '^(?<year>\\d{4})-(?:0[1-9]|1[0-2])$',
  '^\\p{L}+(?:\\u{20}\\p{L}+)*$',
  '^(😀|a)*$',
  '^(a?b?)*c{0}d*?$',
  'a|^$|(?:)',
  '(^a)*b$',
];
const TEXTS = [
  '',
  'a',
  'ab',
  'abcd',
  'abc',
  'xxxy',
  'xx',
  'foo bar',
  'foobar',
  'www.example.com',
  'repo.git',
  'https://x',
  'a1',
  'bcdef',
  'aab',
  'aaabaa',
  ']-\\b',
  '2024-12',
  'né à',
  '😀a😀',
  'b',
];

describe('the bounded matcher', () => {
  it.each(PATTERNS)('says of every text what the engine says: %s', (source) => {
    const pattern = patternOf(source);
    expect(TEXTS.map((text) => pattern?.test(text))).toEqual(TEXTS.map((text) => native(source, text)));
  });

  it('agrees with the engine on generated patterns and texts', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '.', '(?:a|b)', '(ab?)', '(?=a)', '(?!b)', '(?<=a)', '(?<!b)', '^', '$', '\\b', 'a*', '(b+)', '[^a]{1,2}');
    const loop = fc
      .tuple(fc.array(atom, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{2,}'))
      .map(([atoms, sign]) => `(?:${atoms.join('')})${sign}`);
    const source = fc.array(loop, { minLength: 1, maxLength: 3 }).map((loops) => loops.join(''));
    fc.assert(
      fc.property(source, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }), (pattern, text) => {
        expect(patternOf(pattern)?.test(text)).toBe(native(pattern, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['^(a+)+$', `${'a'.repeat(5_000)}!`, false],
    ['^(a|a)*$', `${'a'.repeat(5_000)}!`, false],
    ['^(a|aa)+$', 'a'.repeat(9_999), true],
    ['^(?:\\w+\\s?)*$', `${'word '.repeat(1_500)}!`, false],
    [`${'a?'.repeat(40)}${'a'.repeat(40)}`, 'a'.repeat(39), false],
    [`^${'(?:a|b|ab)'.repeat(30)}$`, `${'ab'.repeat(30)}c`, false],
    ['.*.*.*=.*', 'x'.repeat(9_999), false],
    ['(?=(?:a+)+$)b', `${'a'.repeat(300)}!`, false],
  ])('ends quickly: %s', (source, text, expected) => {
    const start = performance.now();
    expect(patternOf(source)?.test(text)).toBe(expected);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('patternOf', () => {
  it('marks a repetition within a repetition, and hands the engine only what can not hang', () => {
    expect(['^(a+)+$', '^(?:[a-z]+\\.)*$'].map((source) => patternOf(source)?.nested)).toEqual([true, true]);
    expect(['^[a-z]+$', '^(?:ab{2})*$', '^(a?)$'].map((source) => patternOf(source)?.nested)).toEqual([false, false, false]);
    expect(['^(a+)+$', '^(a|a)*$', '.*.*=', 'a?'.repeat(9), '[a-z]+$'].map((source) => patternOf(source)?.native)).toEqual([null, null, null, null, null]);
    expect(['^[a-z]+$', '^\\d{4}-\\d{2}$', '\\d{4}-\\d{2}', '^(a|b)$'].every((source) => patternOf(source)?.native)).toBe(true);
  });

  it('says the same in the form for the engine', () => {
    const pattern = patternOf('^a+$');
    expect(TEXTS.map((text) => native(pattern?.native ?? '', text))).toEqual(TEXTS.map((text) => native('^a+$', text)));
    expect(native(pattern?.native ?? '', 'b'.repeat(LONGEST_MATCHED))).toBe(false);
    expect(native(pattern?.native ?? '', 'b'.repeat(LONGEST_MATCHED + 1))).toBe(true);
  });

  it('reads a pattern without the flag u where it is none with it', () => {
    const pattern = patternOf('^[a-z\\_]{1,3}\\-x{$');
    expect(['a_-x{', 'A-x{', 'abcd-x{'].map((text) => pattern?.test(text))).toEqual([true, false, false]);
    expect(pattern?.native).toBeNull();
  });

  it.each([
    ['no pattern', '('],
    ['a reference to a group', '^(a+)\\1$'],
    ['too large', '(?:a{1000}){1000}'],
    ['flags inside', '(?i:a)'],
    ['too deep', `${'('.repeat(4_000)}a${')'.repeat(4_000)}`],
    ['no text', 3],
  ])('leaves it unchecked: %s', (_, source) => {
    expect(patternOf(source)).toBeNull();
  });

  it('takes every text that is too long to be matched', () => {
    expect(patternOf('^a$')?.test('b'.repeat(LONGEST_MATCHED))).toBe(false);
    expect(patternOf('^a$')?.test('b'.repeat(LONGEST_MATCHED + 1))).toBe(true);
  });
});

describe.skipIf(shared === undefined)('the patterns of real schemas', () => {
  it('are all checked, none by chance', () => {
    const sources = new Set<string>();
    JSON.parse(readFileSync(`${shared}/corpus/source-specs.json`, 'utf8'), (key, value: unknown) => {
      if (key === 'pattern' && typeof value === 'string') sources.add(value);
      return value;
    });
    const patterns = [...sources].map(patternOf);
    console.info(
      `patterns: ${patterns.length}, checked ${patterns.filter(Boolean).length}, natively ${patterns.filter((one) => one?.native).length}, nested ${patterns.filter((one) => one?.nested).length}`,
    );
    expect(patterns.filter((pattern) => pattern === null)).toEqual([]);
  });
});

describe('a verdict', () => {
  const formOf = (patternAt: (index: number) => string) => {
    const keys = Array.from({ length: 30 }, (_, index) => `f${index}`);
    const form = compileForm({ properties: Object.fromEntries(keys.map((key, index) => [key, { type: 'string', pattern: patternAt(index) }])) });
    return { keys, form };
  };

  it('matches each long text once, with its own pattern', () => {
    const { keys, form } = formOf((index) => `^(a+)+${index}$`);
    const start = performance.now();
    const { errors, unchecked } = form.validate(Object.fromEntries(keys.map((key, index) => [key, `${'a'.repeat(9_000)}${index}!`])));
    expect(performance.now() - start).toBeLessThan(8_000); // Each text with each pattern takes half a minute.
    expect([errors.length, unchecked]).toEqual([30, undefined]);
  });

  it('leaves the rest unchecked, and names it, when hostile texts used up what all may take', () => {
    const { keys, form } = formOf((index) => `(?=(?:a+)+$)b${index}`);
    const start = performance.now();
    const { errors, unchecked } = form.validate(Object.fromEntries(keys.map((key, index) => [key, `${'a'.repeat(3_000)}${index}!`])));
    expect(performance.now() - start).toBeLessThan(8_000); // Each by itself takes a second.
    expect(errors.map(({ path }) => path[0])).toEqual(keys.slice(0, errors.length));
    expect(unchecked?.map(([key]) => key)).toEqual(keys.slice(errors.length));
    expect(unchecked?.length).toBeGreaterThan(20);
    expect(form.validate({ f29: 'x' }).valid).toBe(false);
  });

  it('matches a pattern with the texts of its own places alone', () => {
    const sources = ['^(a+)+$', '^(b+)+$'];
    const two = compileForm({ properties: { a: { type: 'string', pattern: sources[0] }, b: { type: 'string', pattern: sources[1] } } });
    // A text on which the first pattern is given up stands where only the second is asked.
    const verdict = two.validate({ a: 'aa', b: `${'a'.repeat(9_990)}!` });
    expect(verdict).toEqual({ valid: false, errors: [{ path: ['b'], code: 'pattern', params: { pattern: sources[1] } }] });
  });
});
