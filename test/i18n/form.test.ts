import { describe, expect, it } from 'vitest';
import { form } from '../../src/i18n/en/form.js';

describe('the words at a field', () => {
  it.each([
    ['Secret key', 'Stripe', 'Stripe refused this secret key'],
    ['API token', 'Zendesk Support', 'Zendesk Support refused this API token'],
    ['Zendesk token', 'Zendesk Support', 'Zendesk Support refused this Zendesk token'],
  ])('put %s of %s into a sentence', (label, service, sentence) => {
    expect(form.errors.refused(label, service)).toBe(`${sentence}. Check that it is complete and still valid.`);
    expect(form.errors.refused(label, service, 'It ended.')).toBe(`${sentence}. Reason given: It ended.`);
  });

  it('count one problem and several', () => {
    expect(form.problems(1)).toBe('1 value needs your attention.');
    expect(form.problems(0)).toBe('Nothing is left to correct.');
    expect(form.problems(3)).toBe('3 values need your attention.');
  });
});
