import { isJsonObject, oauthBranchOf, withoutOAuthOutput } from '../core/index.js';
import { type FieldLayout, layOut, layOutFields } from './layOutFields.js';

export interface FormOptions {
  /** `advanced_auth` of the connector's specification, or the older `authSpecification`: what a consent fills is then not asked. */
  advancedAuth?: unknown;
}

const laidOut = new WeakMap<object, { advancedAuth: unknown; layout: FieldLayout }>();

/**
 * What a form draws and begins with, less what a consent fills: `layOutForm` without the bytes of what is sent and of what was saved. Never
 * throws, whatever it is given. The same schema object, with the same options, gives the same layout.
 */
export function layOutAsked(given: unknown, { advancedAuth }: FormOptions = {}): FieldLayout {
  if (!isJsonObject(given) || advancedAuth === undefined || advancedAuth === null) return layOutFields(given);
  const known = laidOut.get(given);
  if (known !== undefined && known.advancedAuth === advancedAuth) return known.layout;
  const layout = layOut(withoutOAuthOutput(given, advancedAuth), oauthBranchOf(given, advancedAuth));
  laidOut.set(given, { advancedAuth, layout });
  return layout;
}
