import type { ConnectFlowState } from '../../core/index.js';
import { layOutForm, publicValues } from '../../form/index.js';
import { isDirty } from '../CredentialForm/isDirty.js';
import type { Draft, Typed } from './useTypedValues.js';

/** What of a service's drafts may stay in a page that nobody looks at. Null away from its own screens, where nobody tells what is secret: nothing. */
export function withoutSecrets(state: ConnectFlowState, typed: Typed): Typed | null {
  if (!('definition' in state) || state.definition.id !== typed.definitionId) return null;
  const drafts = state.definition.methods.flatMap(({ key, schema }): [string, Draft][] => {
    const draft = typed.drafts[key];
    if (draft === undefined) return [];
    const layout = layOutForm(schema);
    const kept = publicValues(schema, layout.toSubmit(draft.values));
    const values = Object.keys(kept).length === 0 ? draft.initial : layout.fromSaved({ ...kept });
    return [[key, { ...draft, values, cleared: draft.cleared || isDirty(values, draft.values) }]];
  });
  return { ...typed, drafts: Object.fromEntries(drafts) };
}
