import type { FieldProblem } from '../../core/index.js';
import type { Form, FormError, FormValues } from '../../form/index.js';
import { type ParsedParameters, parseParameters, printParameters, unknownParameters, valuesFromParameters } from './parseParameters.js';

/** Why raw JSON can not be sent yet. */
export type TextProblem = Exclude<ParsedParameters, { ok: true }>;

/** What was entered for one operation so far. Kept while another one is looked at. */
export interface ParameterDraft {
  view: 'form' | 'json';
  values: FormValues;
  /** Parameters that came from raw JSON and have no field. */
  extras: FormValues;
  text: string;
  /** What is wrong, by the form's own verdict or the service's. */
  errors: readonly (Pick<FormError, 'path'> & FieldProblem)[];
  problem: TextProblem | null;
  /** The box of the write guard is ticked. */
  agreed: boolean;
}

export type DraftVerdict = { ok: true; params: FormValues } | { ok: false; draft: ParameterDraft };

export const newDraft = (form: Form): ParameterDraft => ({
  view: 'form',
  values: form.defaults(),
  extras: {},
  text: '',
  errors: [],
  problem: null,
  agreed: false,
});

/** The same draft in the other view, with what was entered. Text that is no JSON object stays where it is. */
export function draftInView(form: Form, draft: ParameterDraft, view: ParameterDraft['view']): ParameterDraft {
  if (view === draft.view) return draft;
  if (view === 'json') return { ...draft, view, text: printParameters({ ...form.toSubmit(draft.values), ...draft.extras }), problem: null };
  const parsed = parseParameters(draft.text);
  if (!parsed.ok) return { ...draft, problem: parsed };
  return { ...draft, view, values: valuesFromParameters(form, parsed.params), extras: unknownParameters(form, parsed.params), errors: [], problem: null };
}

/** The parameters to send, or the draft with what is wrong. Raw JSON is sent as it is: the service judges it. */
export function judgeDraft(form: Form, draft: ParameterDraft): DraftVerdict {
  if (draft.view === 'json') {
    const parsed = parseParameters(draft.text);
    return parsed.ok ? { ok: true, params: parsed.params } : { ok: false, draft: { ...draft, problem: parsed } };
  }
  const params = form.toSubmit(draft.values);
  const { valid, errors } = form.validate(params);
  return valid ? { ok: true, params: { ...params, ...draft.extras } } : { ok: false, draft: { ...draft, errors } };
}
