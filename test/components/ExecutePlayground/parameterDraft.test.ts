import { describe, expect, it } from 'vitest';
import { draftInView, judgeDraft, newDraft } from '../../../src/components/ExecutePlayground/parameterDraft.js';
import { compileForm } from '../../../src/form/index.js';

const form = compileForm({
  type: 'object',
  properties: { limit: { type: 'integer', minimum: 1 }, email: { type: 'string' }, filter: { type: 'object' } },
  required: ['email'],
});

describe('a draft of parameters', () => {
  it('carries what was entered from the form to JSON and back', () => {
    const typed = { ...newDraft(form), values: { limit: '5', email: ' a@corlett.example ' } };
    const raw = draftInView(form, typed, 'json');
    expect(JSON.parse(raw.text)).toEqual({ limit: 5, email: 'a@corlett.example' });
    expect(draftInView(form, raw, 'form').values).toEqual({ limit: 5, email: 'a@corlett.example' });
  });

  it('keeps and sends parameters that the form has no field for', () => {
    const raw = { ...newDraft(form), view: 'json' as const, text: '{"email":"a","expand":["owner"]}' };
    const back = draftInView(form, raw, 'form');
    expect(back.extras).toEqual({ expand: ['owner'] });
    expect(judgeDraft(form, back)).toEqual({ ok: true, params: { email: 'a', expand: ['owner'] } });
    expect(JSON.parse(draftInView(form, back, 'json').text)).toEqual({ email: 'a', expand: ['owner'] });
  });

  it('stays in JSON while the text is no JSON object', () => {
    const raw = { ...newDraft(form), view: 'json' as const, text: '{"email":' };
    expect(draftInView(form, raw, 'form')).toMatchObject({ view: 'json', text: '{"email":', problem: { reason: 'not_json' } });
    expect(judgeDraft(form, raw)).toMatchObject({ ok: false, draft: { problem: { reason: 'not_json' } } });
  });

  it('says which field is wrong', () => {
    expect(judgeDraft(form, { ...newDraft(form), values: { limit: '0' } })).toMatchObject({
      ok: false,
      draft: {
        errors: [
          { path: ['email'], code: 'required' },
          { path: ['limit'], code: 'minimum' },
        ],
      },
    });
  });

  it('sends raw JSON as it is, also against the schema', () => {
    expect(judgeDraft(form, { ...newDraft(form), view: 'json', text: '{"limit":0}' })).toEqual({ ok: true, params: { limit: 0 } });
  });
});
