import { describe, expect, it } from 'vitest';
import { endUserReason } from '../../src/core/index.js';

describe('the reason of an error, which is shown as it is', () => {
  it.each([
    ['what is plain', 'The key has expired. Make a new one: é, 日本, 👩🏽‍🚀.', 'The key has expired. Make a new one: é, 日本, 👩🏽‍🚀.'],
    ['one line', ' First\r\n\tsecond\u2028third\u0085fourth ', 'First second third fourth'],
    ['no control characters', '\u0000\u001b[31mred\u009b\u007f', '[31mred'],
    ['no marks that turn what follows', 'a\u202ecod.exe\u2066b\u2069', 'a cod.exe b'],
    ['no halves of characters', 'a\ud83db\udc00', 'a b'],
    ['nothing when nothing is left', '\u0000 \n', undefined],
    ['nothing of nothing', '', undefined],
  ])('keeps %s', (_, given, kept) => {
    expect(endUserReason(given)).toBe(kept);
  });

  it.each(['x', '👍', '日'])('has at most 500 characters, whole ones: %s', (character) => {
    expect(endUserReason(character.repeat(20_000))).toBe(character.repeat(500));
    expect(endUserReason(`a${character.repeat(20_000)}`)).toBe(`a${character.repeat(499)}`);
  });
});
