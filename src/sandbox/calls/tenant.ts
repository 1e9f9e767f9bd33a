import { valueError } from '../errors.js';

/** The tenant's name went through three spellings; all of them are read. */
export const TENANT_FIELDS = { workspace_name: 'string', customer_name: 'string', external_user_id: 'string' } as const;

export interface Tenant {
  name: string;
  /** `external_user_id` is the generation of the guides, whose callback brings a secret id. */
  generation: 'seed' | 'current';
}

/** @throws 422 when no spelling is present */
export function readTenant(body: { [field in keyof typeof TENANT_FIELDS]?: string | undefined }): Tenant {
  const name = body.workspace_name ?? body.customer_name ?? body.external_user_id;
  if (!name) throw valueError('One of workspace_name, customer_name, or external_user_id must be provided');
  return { name, generation: body.workspace_name === undefined && body.customer_name === undefined ? 'seed' : 'current' };
}
