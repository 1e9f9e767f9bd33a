import type { Operation } from '../../core/index.js';

/** A write that takes something away. */
export const isDelete = ({ kind, action }: Pick<Operation, 'kind' | 'action'>): boolean => kind === 'write' && /^(delete|remove)(_|$)/.test(action);
