import * as z from 'zod/mini';
import type { CallOptions } from '../../core/index.js';
import { type AirbyteCaller, isSuccess, parseAnswer } from '../call.js';

const template = z.object({ id: z.nullish(z.string()), name: z.nullish(z.string()), actor_definition_id: z.nullish(z.string()) });
const templateList = z.object({ data: z.array(template) });
const organizationList = z.object({ organizations: z.array(z.object({ organizationId: z.string(), organizationName: z.nullish(z.string()) })) });

const PATH = '/api/v1/integrations/templates/sources';
const CALL = { call: 'definitions' } as const;

/** A source template, of the organization or of Airbyte's own. */
export interface SourceTemplate {
  id: string;
  name: string;
  definitionId: string;
}

export interface Organization {
  id: string;
  name: string | null;
}

/** What the organization has enabled. */
export async function listOwnTemplates(caller: AirbyteCaller, { signal }: CallOptions = {}): Promise<SourceTemplate[]> {
  return templatesIn(await caller.call({ method: 'GET', host: 'agent', path: PATH, safe: true, signal }, 'application', CALL));
}

/** Airbyte's own templates, which can be cloned. The path is the newest documents'; where it is not known, older ones' parameter is asked with. */
export async function listGlobalTemplates(caller: AirbyteCaller, { signal }: CallOptions = {}): Promise<SourceTemplate[]> {
  const request = { method: 'GET', host: 'agent', safe: true, signal } as const;
  const answer = await caller.exchange({ ...request, path: `${PATH}/global` }, 'application');
  if (isSuccess(answer)) return templatesIn(answer);
  if (answer.status !== 404 && answer.status !== 422) throw caller.failure(answer, CALL);
  return templatesIn(await caller.call({ ...request, path: PATH, query: { use_global: 'true' } }, 'application', CALL));
}

/** Enables a definition: makes the organization's own template out of one of Airbyte's. */
export async function cloneTemplate(caller: AirbyteCaller, originalId: string, { signal }: CallOptions = {}): Promise<void> {
  await caller.call({ method: 'POST', host: 'agent', path: PATH, body: { original_source_template_id: originalId }, signal }, 'application', CALL);
}

/** The organizations of the application's user that may use embedded. */
export async function listOrganizations(caller: AirbyteCaller, { signal }: CallOptions = {}): Promise<Organization[]> {
  const request = { method: 'GET', host: 'public', path: '/v1/embedded/organizations', safe: true, signal } as const;
  const { organizations } = parseAnswer(organizationList, await caller.call(request, 'application', CALL));
  return organizations.map(({ organizationId: id, organizationName: name = null }) => ({ id, name }));
}

const templatesIn = (answer: Parameters<typeof parseAnswer>[1]): SourceTemplate[] =>
  parseAnswer(templateList, answer).data.flatMap(({ id, name, actor_definition_id: definitionId }) =>
    id == null || definitionId == null ? [] : [{ id, definitionId, name: name ?? definitionId }],
  );
