import { type FormOptions, layOutAsked } from './layOutAsked.js';
import type { FieldLayout } from './layOutFields.js';
import { lazily } from './lazily.js';
import { loadObject } from './loadDraft.js';
import { submitRoot } from './submitDraft.js';
import type { FormLayout } from './types.js';

const laidOut = new WeakMap<FieldLayout, FormLayout>();

/**
 * A schema's fields and values, without the validator and its bytes. Never throws, whatever it is given. The same schema object, with the
 * same options, gives the same layout.
 */
export function layOutForm(given: unknown, options: FormOptions = {}): FormLayout {
  const asked = layOutAsked(given, options);
  const layout = laidOut.get(asked) ?? withValues(asked);
  laidOut.set(asked, layout);
  return layout;
}

function withValues(asked: FieldLayout): FormLayout {
  const { fields, groups, defaults } = asked;
  const layout: FormLayout = {
    fields,
    groups,
    warnings: [],
    defaults,
    fromSaved: (config) => loadObject(fields, config),
    toSubmit: (values) => submitRoot(fields, values),
  };
  return lazily(layout, 'warnings', () => asked.warnings);
}
