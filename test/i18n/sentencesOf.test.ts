import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../scripts/lib/sentencesOf.mjs';
import { en } from '../../src/i18n/index.js';

const sentences = sentencesOf(en);

describe('the printed words', () => {
  it('are nearly all, each with its key, and name what they are about', () => {
    expect(sentences.length).toBeGreaterThan(400);
    expect(sentences).toContainEqual({ key: 'flow.waiting.open.title', text: 'Finish in the ‹service› window' });
    expect(sentences).toContainEqual({ key: 'picker.count', text: '1 service' });
    expect(sentences).toContainEqual({ key: 'picker.count (3)', text: '3 services' });
    expect(sentences.filter(({ text }) => text === '(a function of something else)').length).toBeLessThan(8);
  });

  it('have no hole in them, no straight quotes and no exclamation', () => {
    expect(sentences.filter(({ text }) => /undefined|NaN|\[object|['"]|Oops|!$|\.\.\.| {2}/.test(text))).toEqual([]);
  });
});
