import { expect, it } from 'vitest';
import { isDelete } from '../../../src/components/ExecutePlayground/isDelete.js';

const write = (name: string) => {
  const [entity = '', action = ''] = name.split('/');
  return isDelete({ kind: 'write', entity, action });
};

it.each(['contacts/delete', 'contacts/delete_all', 'contacts/bulk_delete', 'contacts/remove', 'messages/trash', 'invoices/void', 'messages_trash/create'])(
  'says of %s that it takes something away',
  (name) => expect(write(name)).toBe(true),
);

it.each([
  'contacts/update',
  'contacts/remove_tags',
  'messages/untrash',
  'messages_untrash/create',
  'messages_trash/update',
  'contacts/undelete',
  'deleted_contacts/create',
  'contacts/avoid',
])('does not say so of %s', (name) => expect(write(name)).toBe(false));

it('says so of no operation that only reads', () => {
  expect(isDelete({ kind: 'read', entity: 'contacts', action: 'delete' })).toBe(false);
});
