import * as z from 'zod/mini';
import type { CallOptions } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';

const templateList = z.object({ data: z.array(z.object({ actor_definition_id: z.nullish(z.string()), tags: z.nullish(z.array(z.string())) })) });

/**
 * Definition ids of the organization's source templates that carry at least one of these tags. Tags that an answer names are looked at
 * here too: what a host offers does not rest on a filter alone.
 */
export async function definitionIdsWithTags(caller: AirbyteCaller, wanted: readonly string[], { signal }: CallOptions = {}): Promise<string[]> {
  const query = [...wanted.map((tag) => ['tags', tag] as const), ['tags_mode', 'any'] as const];
  const request = { method: 'GET', host: 'agent', path: '/api/v1/integrations/templates/sources', query, safe: true, signal } as const;
  const answer = await caller.call(request, 'application', { call: 'definitions' });
  const templates = parseAnswer(templateList, answer).data.filter(({ tags }) => tags == null || tags.some((tag) => wanted.includes(tag)));
  return [...new Set(templates.flatMap(({ actor_definition_id }) => actor_definition_id ?? []))];
}
