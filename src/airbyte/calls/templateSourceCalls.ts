import * as z from 'zod/mini';
import type { CallOptions, JsonObject } from '../../core/index.js';
import { type AirbyteCaller, type BearerKind, parseAnswer } from '../call.js';
import { idSegment } from '../send.js';
import { SOURCES_PATH } from './checkCalls.js';
import { type AirbyteConnector, connectorShape } from './connectorCalls.js';

/** Source templates by tag. */
export interface TagFilter {
  /** None stand for all templates. */
  tags: readonly string[];
  mode: 'all' | 'any';
}

const listed = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  icon: z.nullish(z.string()),
  actor_definition_id: z.nullish(z.string()),
});
const templates = z.object({ data: z.array(listed) });
const anyObject = z.record(z.string(), z.unknown());
const templateForm = z.object({ user_config_spec: z.nullish(anyObject), partial_default_config: z.nullish(anyObject) });
const sources = z.object({ data: z.array(connectorShape) });

/** A definition as an organization offers it. */
export type SourceTemplate = z.infer<typeof listed>;
/** What is asked for it, and what it presets. */
export type TemplateForm = z.infer<typeof templateForm>;

/** Who calls: the operator with the application's token, or the end user with the workspace's own. */
export interface TemplateFamily {
  templates: string;
  sources: string;
  bearer(workspaceName: string): BearerKind;
}

export const OPERATOR: TemplateFamily = {
  templates: '/api/v1/integrations/templates/sources',
  sources: SOURCES_PATH,
  bearer: () => 'application',
};

export const END_USER: TemplateFamily = {
  templates: '/api/v1/embedded/source-templates',
  sources: '/api/v1/embedded/sources',
  bearer: (workspaceName) => ({ workspaceName }),
};

interface Call {
  family: TemplateFamily;
  workspaceName: string;
}

/** The templates that carry the tags. The mode is always said: its default differs between a list (all) and a widget token (any). */
export async function listTemplates(caller: AirbyteCaller, { family, workspaceName, filter }: Call & { filter: TagFilter }, { signal }: CallOptions = {}) {
  const query = filter.tags.length === 0 ? [] : [...filter.tags.map((tag) => ['tags', tag] as const), ['tags_mode', filter.mode] as const];
  const request = { method: 'GET', host: 'agent', path: family.templates, query, safe: true, signal } as const;
  return parseAnswer(templates, await caller.call(request, family.bearer(workspaceName), { call: 'definitions' })).data;
}

export async function readTemplate(
  caller: AirbyteCaller,
  { family, workspaceName, id }: Call & { id: string },
  { signal }: CallOptions = {},
): Promise<TemplateForm> {
  const request = { method: 'GET', host: 'agent', path: `${family.templates}/${idSegment(id)}`, safe: true, signal } as const;
  return parseAnswer(templateForm, await caller.call(request, family.bearer(workspaceName), { call: 'definitions' }));
}

/** The sources of one workspace. There is no paging. */
export async function listTemplateSources(
  caller: AirbyteCaller,
  { family, workspaceName, workspaceId }: Call & { workspaceId: string },
  { signal }: CallOptions = {},
): Promise<AirbyteConnector[]> {
  const request = { method: 'GET', host: 'agent', path: family.sources, query: { workspace_id: workspaceId }, safe: true, signal } as const;
  return parseAnswer(sources, await caller.call(request, family.bearer(workspaceName), { call: 'list' })).data;
}

/** The caller has proved that the id is the workspace's, here and below. */
export async function readTemplateSource(caller: AirbyteCaller, { family, workspaceName, id }: Call & { id: string }, { signal }: CallOptions = {}) {
  const request = { method: 'GET', host: 'agent', path: `${family.sources}/${idSegment(id)}`, safe: true, signal } as const;
  return parseAnswer(connectorShape, await caller.call(request, family.bearer(workspaceName), { call: 'connector' }));
}

/**
 * Stores a source, with the workspace's own token. A path's trailing slash is part of it.
 * @throws {ConnectError} `invalid_input`, `upstream_rejected`
 */
export async function createTemplateSource(
  caller: AirbyteCaller,
  { workspaceName, path, body, paths }: { workspaceName: string; path: string; body: JsonObject; paths: readonly string[] },
  { signal }: CallOptions = {},
): Promise<AirbyteConnector> {
  return parseAnswer(connectorShape, await caller.call({ method: 'POST', host: 'agent', path, body, signal }, { workspaceName }, { call: 'create', paths }));
}

export async function renameTemplateSource(
  caller: AirbyteCaller,
  { family, workspaceName, id, name }: Call & { id: string; name: string },
  { signal }: CallOptions = {},
) {
  const request = { method: 'PUT', host: 'agent', path: `${family.sources}/${idSegment(id)}`, body: { name }, signal } as const;
  return parseAnswer(connectorShape, await caller.call(request, family.bearer(workspaceName), { call: 'connector' }));
}

export async function deleteTemplateSource(
  caller: AirbyteCaller,
  { family, workspaceName, id }: Call & { id: string },
  { signal }: CallOptions = {},
): Promise<void> {
  const request = { method: 'DELETE', host: 'agent', path: `${family.sources}/${idSegment(id)}`, signal } as const;
  await caller.call(request, family.bearer(workspaceName), { call: 'connector' });
}
