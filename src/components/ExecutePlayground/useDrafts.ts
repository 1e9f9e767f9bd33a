'use client';
import { useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import { type OperationRef, operationKey } from './operationTree.js';
import type { ParameterDraft } from './parameterDraft.js';

export interface DraftsOptions {
  /** The one that is looked at. */
  operation: OperationRef | null;
  /** Why the last run has no answer. */
  error: ConnectError | null;
  /** The last run was one of this operation. */
  shown: boolean;
}

/** What was entered for each operation. A parameter that its service did not accept says so, until it is changed. */
export function useDrafts({ operation, error, shown }: DraftsOptions): { draft: ParameterDraft | undefined; change: (draft: ParameterDraft) => void } {
  const [drafts, setDrafts] = useState<Readonly<Record<string, ParameterDraft>>>({});
  const [told, setTold] = useState(error);
  const key = operation === null ? '' : operationKey(operation);
  const draft = drafts[key];
  const change = (changed: ParameterDraft) => setDrafts((current) => ({ ...current, [key]: changed }));
  if (told !== error) {
    setTold(error);
    if (shown && draft !== undefined && error?.fieldErrors !== undefined) {
      const errors = Object.entries(error.fieldErrors).map(([name, problem]) => ({ path: [name], ...problem }));
      change({ ...draft, errors });
    }
  }
  return { draft, change };
}
