import { describe, expect, it } from 'vitest';
import { fieldMessage } from '../../../src/components/CredentialForm/fieldMessages.js';
import { form } from '../../../src/i18n/index.js';

describe('what is said of a value that is not there', () => {
  it.each([
    ['text', 'Columns is missing.'],
    ['select', 'Columns is missing. Choose one.'],
    ['list', 'Add at least one value: Columns.'],
    ['tags', 'Add at least one value: Columns.'],
  ] as const)('is what to do about it: %s', (kind, sentence) => {
    expect(fieldMessage(form, { label: 'Columns', kind }, { code: 'required' }, 'Stripe')).toBe(sentence);
  });
});
