import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/index.js';
import { mergeWords } from '../../src/internal/mergeWords.js';

describe('words with some replaced', () => {
  it('are English where nothing else is said, at every depth', () => {
    const merged = mergeWords(en.flow, { cancel: 'Abbrechen', waiting: { open: { show: 'Fenster zeigen' } } });
    expect([merged.cancel, merged.close, merged.waiting.open.show]).toEqual(['Abbrechen', 'Close', 'Fenster zeigen']);
    expect(merged.waiting.open.title({ service: 'HubSpot' })).toBe('Finish in the HubSpot window');
    expect(merged.waiting.blocked).toBe(en.flow.waiting.blocked);
  });

  it('take a function as a whole, and leave the English ones as they were', () => {
    const before = en.flow.form.submit;
    expect(mergeWords(en.flow, { form: { submit: () => 'Verbinden' } }).form.submit({ service: 'HubSpot' })).toBe('Verbinden');
    expect(en.flow.form.submit).toBe(before);
  });

  it('are not taken away by undefined', () => {
    expect(mergeWords({ a: 'one' }, { a: undefined }).a).toBe('one');
  });
});
