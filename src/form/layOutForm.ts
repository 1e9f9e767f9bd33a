import { isJsonObject, oauthBranchOf, withoutOAuthOutput } from '../core/index.js';
import { type FieldLayout, layOut, layOutFields } from './layOutFields.js';
import { lazily } from './lazily.js';
import { loadObject } from './loadDraft.js';
import { submitRoot } from './submitDraft.js';
import type { FormLayout } from './types.js';

/** Options of `compileForm`. */
export interface FormOptions {
  /** `advanced_auth` of the connector's specification, or the older `authSpecification`: what a consent fills is then not asked. */
  advancedAuth?: unknown;
}

const laidOut = new WeakMap<object, { advancedAuth: unknown; layout: FormLayout }>();

/**
 * A schema's fields and values, without the validator and its bytes. Never throws, whatever it is given. The same schema object, with the
 * same options, gives the same layout.
 */
export function layOutForm(given: unknown, { advancedAuth }: FormOptions = {}): FormLayout {
  if (!isJsonObject(given)) return withValues(layOutFields(given));
  const known = laidOut.get(given);
  if (known !== undefined && known.advancedAuth === advancedAuth) return known.layout;
  const isPlain = advancedAuth === undefined || advancedAuth === null;
  const layout = withValues(isPlain ? layOutFields(given) : layOut(withoutOAuthOutput(given, advancedAuth), oauthBranchOf(given, advancedAuth)));
  laidOut.set(given, { advancedAuth, layout });
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
