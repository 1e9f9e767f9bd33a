import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/index.js';

/** Every fixed sentence of a catalogue, with the way to it. Sentences that name something are functions, and are tested where they are drawn. */
function sentencesOf(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${path}.${key}`));
}

// What joins two pieces of text is no sentence.
const sentences = sentencesOf(en, 'en').filter(([path]) => !path.endsWith('.separator'));

describe('the English words', () => {
  it('are there, and none is empty or has space around it', () => {
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter(([, sentence]) => sentence === '' || sentence !== sentence.trim())).toEqual([]);
  });

  it('are set in one way: curly quotes and apostrophes, no markup, no exclamation', () => {
    expect(sentences.filter(([, sentence]) => /['"<]|\.\.\.|Oops|!$|\{\{/.test(sentence))).toEqual([]);
  });

  it('hold no two labels of one name in the flow that lead different ways', () => {
    const { failed, back, cancel, close, done, connectAnother } = en.flow;
    const labels = [back, cancel, close, done, connectAnother, failed.toForm, failed.otherMethod, failed.reload];
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('the title of the key form', () => {
  const title = (label: string) => en.flow.form.title({ service: 'Stripe', label });

  it('takes the label into the sentence, and leaves an abbreviation as it is', () => {
    expect(title('Secret key')).toBe('Enter your Stripe secret key');
    expect(title('API token')).toBe('Enter your Stripe API token');
    expect(title('private token')).toBe('Enter your Stripe private token');
  });
});

it('counts one and many in their own words', () => {
  expect([0, 1, 2].map(en.picker.count)).toEqual(['0 services', '1 service', '2 services']);
  expect([1, 2].map(en.picker.connected)).toEqual(['Connected', '2 connected']);
  expect([0, 1].map((count) => en.picker.results(count, 'goo'))).toEqual(['0 results for “goo”', '1 result for “goo”']);
});
