import type { Operation } from '../../core/index.js';

/** A write that takes something away, by its name. Where a service names the verb as an entity, `messages_trash`, creating one does it. */
export const isDelete = ({ kind, entity, action }: Pick<Operation, 'kind' | 'entity' | 'action'>): boolean =>
  kind === 'write' && (/^remove$|(^|_)(delete|trash|void)(_|$)/.test(action) || (action === 'create' && /_(delete|trash|void)$/.test(entity)));
