import type { Operation } from '../../core/index.js';
import { withoutRepeats } from '../../internal/withoutRepeats.js';

/** Names an operation: what is selected in the tree. */
export interface OperationRef {
  entity: string;
  action: string;
}

export interface OperationGroup {
  entity: string;
  operations: readonly Operation[];
}

/** Reads first, in the order in which a person looks for them; unknown ones after the known, as they come. */
const ACTION_ORDER = ['list', 'get', 'api_search', 'context_store_search', 'download', 'create', 'update', 'delete'];

/** Operations by entity; entities as they come, actions in one order everywhere. */
export function operationTree(operations: readonly Operation[]): readonly OperationGroup[] {
  const groups = new Map<string, Operation[]>();
  for (const operation of withoutRepeats(operations, operationKey)) {
    const group = groups.get(operation.entity);
    if (group === undefined) groups.set(operation.entity, [operation]);
    else group.push(operation);
  }
  return [...groups].map(([entity, members]) => ({ entity, operations: members.toSorted((left, right) => rank(left) - rank(right)) }));
}

/** The operation with which to begin: the first one that reads and needs no parameter. */
export function firstOperation(operations: readonly Operation[]): Operation | null {
  const reads = operations.filter(({ kind, schema }) => kind === 'read' && !(Array.isArray(schema.required) && schema.required.length > 0));
  return reads.find(({ action }) => action === 'list') ?? reads[0] ?? null;
}

export const findOperation = (operations: readonly Operation[], ref: OperationRef | null): Operation | null =>
  (ref && operations.find((operation) => isSameOperation(operation, ref))) ?? null;

export const isSameOperation = (left: OperationRef | null, right: OperationRef | null): boolean =>
  left !== null && right !== null && left.entity === right.entity && left.action === right.action;

/** Unique among the operations of a connector; for keys and ids. */
export const operationKey = ({ entity, action }: OperationRef): string => `${entity}/${action}`;

const rank = ({ action, kind }: Operation): number => {
  const known = ACTION_ORDER.indexOf(action);
  if (known >= 0) return known;
  return kind === 'write' ? ACTION_ORDER.length : ACTION_ORDER.indexOf('download') + 0.5;
};
