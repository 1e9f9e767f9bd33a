import { describe, expect, it } from 'vitest';
import { firstOperation, operationTree } from '../../../src/components/ExecutePlayground/operationTree.js';
import type { Operation } from '../../../src/core/index.js';

const operation = (entity: string, action: string, kind: Operation['kind'] = 'read', required: string[] = []): Operation => ({
  entity,
  action,
  kind,
  schema: { type: 'object', required },
});

describe('operationTree', () => {
  it('groups by entity as they come, reads before writes in each', () => {
    const tree = operationTree([
      operation('contacts', 'create', 'write'),
      operation('contacts', 'context_store_search'),
      operation('deals', 'list'),
      operation('contacts', 'list'),
    ]);
    expect(tree.map(({ entity, operations }) => [entity, operations.map(({ action }) => action)])).toEqual([
      ['contacts', ['list', 'context_store_search', 'create']],
      ['deals', ['list']],
    ]);
  });

  it('puts unknown reads before writes and unknown writes last', () => {
    const [group] = operationTree([operation('a', 'merge', 'write'), operation('a', 'delete', 'write'), operation('a', 'peek'), operation('a', 'list')]);
    expect(group?.operations.map(({ action }) => action)).toEqual(['list', 'peek', 'delete', 'merge']);
  });

  it('begins with a list that needs nothing, never with a write', () => {
    expect(firstOperation([operation('a', 'create', 'write'), operation('a', 'get', 'read', ['id']), operation('b', 'list')])?.entity).toBe('b');
    expect(firstOperation([operation('a', 'create', 'write')])).toBeNull();
  });
});
