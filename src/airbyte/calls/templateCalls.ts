import * as z from 'zod/mini';
import type { CallOptions, JsonObject } from '../../core/index.js';
import { type AirbyteCaller, isSuccess, parseAnswer } from '../call.js';
import { idSegment } from '../send.js';

const template = z.object({
  id: z.nullish(z.string()),
  organization_id: z.nullish(z.string()),
  actor_definition_id: z.nullish(z.string()),
  tags: z.nullish(z.array(z.string())),
});
const templateList = z.object({ data: z.array(template) });
const templateDetail = z.object({ partial_default_config: z.nullish(z.record(z.string(), z.unknown())) });

const PATH = '/api/v1/integrations/templates/sources';

/**
 * Definition ids of the organization's source templates that carry at least one of these tags. Tags that an answer names are looked at
 * here too: what a host offers does not rest on a filter alone.
 */
export async function definitionIdsWithTags(caller: AirbyteCaller, wanted: readonly string[], { signal }: CallOptions = {}): Promise<string[]> {
  const query = [...wanted.map((tag) => ['tags', tag] as const), ['tags_mode', 'any'] as const];
  const request = { method: 'GET', host: 'agent', path: PATH, query, safe: true, signal } as const;
  const answer = await caller.call(request, 'application', { call: 'definitions' });
  const templates = parseAnswer(templateList, answer).data.filter(({ tags }) => tags == null || tags.some((tag) => wanted.includes(tag)));
  return [...new Set(templates.flatMap(({ actor_definition_id }) => actor_definition_id ?? []))];
}

/**
 * What the organization's one source template of a definition presets. Nothing when there is no template, and when there are several (which
 * one is used is not known). Null when the application may not read them.
 */
export async function presetConfig(caller: AirbyteCaller, definitionId: string, options: CallOptions = {}): Promise<JsonObject | null> {
  const list = await readIfAllowed(caller, PATH, templateList, options);
  if (list === null) return null;
  const ofDefinition = list.data.filter(({ actor_definition_id: id }) => id?.toLowerCase() === definitionId.toLowerCase());
  // Airbyte's own templates may be listed beside the organization's.
  const own = ofDefinition.filter(({ organization_id }) => organization_id != null);
  const [only, ...others] = own.length > 0 ? own : ofDefinition;
  if (only?.id == null || others.length > 0) return {};
  const detail = await readIfAllowed(caller, `${PATH}/${idSegment(only.id)}`, templateDetail, options);
  return detail && (detail.partial_default_config ?? {});
}

/** An answer in its shape; null for 401, 403 and 404. Who may never read them is asked often. */
async function readIfAllowed<S extends z.ZodMiniType>(caller: AirbyteCaller, path: string, shape: S, { signal }: CallOptions): Promise<z.infer<S> | null> {
  const answer = await caller.exchange({ method: 'GET', host: 'agent', path, safe: true, signal }, 'application', 'seldom');
  if (isSuccess(answer)) return parseAnswer(shape, answer);
  if ([401, 403, 404].includes(answer.status)) return null;
  throw caller.failure(answer, { call: 'definitions' });
}
