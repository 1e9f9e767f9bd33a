import { describe, expect, it } from 'vitest';
import { permissionsOf } from '../../../src/components/ConnectScreens/permissionsOf.js';
import { hubspot } from '../../../stories/fixtures/definitions.js';

const operation = (entity: string, kind: 'read' | 'write' | 'download') => ({ entity, action: 'any', kind });
const of = (...operations: ReturnType<typeof operation>[]) => permissionsOf({ ...hubspot, operations });

describe('what an application can do', () => {
  it('names each entity once, and what is downloaded among what is read', () => {
    const permissions = of(
      operation('contacts', 'read'),
      operation('contacts', 'read'),
      operation('payment_files', 'download'),
      operation('contacts', 'write'),
    );
    expect(permissions).toEqual({ reads: ['Contacts', 'Payment files'], changes: ['Contacts'] });
  });

  it('names all of them', () => {
    const many = Array.from({ length: 30 }, (_, index) => operation(`thing_${index}`, 'read'));
    expect(of(...many)?.reads).toHaveLength(30);
  });

  it('is not told where no operation is known', () => {
    expect(of()).toBeNull();
    expect(permissionsOf({ ...hubspot, operations: undefined })).toBeNull();
  });
});
