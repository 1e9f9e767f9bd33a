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
    expect(permissions).toEqual({ reads: { things: ['Contacts', 'Payment files'], more: 0 }, changes: { things: ['Contacts'], more: 0 } });
  });

  it('names five, and of six four', () => {
    const read = (count: number) => of(...['a1', 'b1', 'c1', 'd1', 'e1', 'f1'].slice(0, count).map((entity) => operation(entity, 'read')))?.reads;
    expect(read(5)?.things).toHaveLength(5);
    expect(read(5)?.more).toBe(0);
    expect(read(6)?.things).toHaveLength(4);
    expect(read(6)?.more).toBe(2);
  });

  it('is not told where no operation is known', () => {
    expect(of()).toBeNull();
    expect(permissionsOf({ ...hubspot, operations: undefined })).toBeNull();
  });
});
