import * as z from 'zod/mini';
import type { CallOptions, JsonObject } from '../../core/index.js';
import { type AirbyteCaller, isSuccess, parseAnswer, type Renews } from '../call.js';
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

/** The two calls that tell what is preset. */
export type TemplateCall = 'list' | 'detail';

export interface PresetConfig {
  /** Nothing when there is no template, and when there are several (which one is used is not known). Null where it is not known. */
  config: JsonObject | null;
  /** The call that the application may not make. */
  refused: TemplateCall | null;
  /** The calls that told something of the organization's own templates. */
  told: TemplateCall[];
}

/** What the organization's one source template of a definition presets. @param renews When a refused call renews the bearer */
export async function presetConfig(caller: AirbyteCaller, definitionId: string, renews: Renews, { signal }: CallOptions = {}): Promise<PresetConfig> {
  const list = await readIfAllowed(caller, { path: PATH, signal }, templateList, renews);
  if (typeof list === 'number') return { config: null, refused: 'list', told: [] };
  const isOwn = ({ organization_id }: z.infer<typeof template>) => organization_id != null;
  const told: TemplateCall[] = list.data.some(isOwn) ? ['list'] : [];
  const ofDefinition = list.data.filter(({ actor_definition_id: id }) => id?.toLowerCase() === definitionId.toLowerCase());
  // Airbyte's own templates may be listed beside the organization's.
  const own = ofDefinition.filter(isOwn);
  const [only, ...others] = own.length > 0 ? own : ofDefinition;
  if (only?.id == null || others.length > 0) return { config: {}, refused: null, told };
  const detail = await readIfAllowed(caller, { path: `${PATH}/${idSegment(only.id)}`, signal }, templateDetail, renews);
  if (typeof detail !== 'number') return { config: detail.partial_default_config ?? {}, refused: null, told: isOwn(only) ? [...told, 'detail'] : told };
  // A template of Airbyte's own presets nothing of the organization's.
  if (!isOwn(only)) return { config: {}, refused: null, told };
  return { config: null, refused: detail === 404 ? null : 'detail', told };
}

/** An answer in its shape, or its status: 401, 403 or 404. */
async function readIfAllowed<S extends z.ZodMiniType>(
  caller: AirbyteCaller,
  { path, signal }: { path: string; signal: AbortSignal | undefined },
  shape: S,
  renews: Renews,
): Promise<z.infer<S> | number> {
  const answer = await caller.exchange({ method: 'GET', host: 'agent', path, safe: true, signal }, 'application', renews);
  if (isSuccess(answer)) return parseAnswer(shape, answer);
  if ([401, 403, 404].includes(answer.status)) return answer.status;
  throw caller.failure(answer, { call: 'definitions' });
}
