import * as z from 'zod/mini';
import { type CallOptions, ConnectError, type JsonObject } from '../../core/index.js';
import { type AirbyteCaller, type BearerKind, parseAnswer } from '../call.js';
import { safeConsentUrl } from '../safeConsentUrl.js';
import { idSegment } from '../send.js';

const source = z.object({
  sourceId: z.string().check(z.minLength(1)),
  name: z.nullish(z.string()),
  sourceType: z.nullish(z.string()),
  definitionId: z.nullish(z.string()),
  workspaceId: z.string(),
  createdAt: z.nullish(z.number()),
});
const sourceList = z.object({ data: z.array(source) });
/** Only the id is sure to be in it. */
const createdSource = z.object({ sourceId: z.string().check(z.minLength(1)), name: z.nullish(z.string()), createdAt: z.nullish(z.number()) });
/** `consentUrl` in the guides; the published text speaks of `redirect_url` and leaves the schema empty. */
const consent = z.object({ consentUrl: z.optional(z.string()), consent_url: z.optional(z.string()), redirect_url: z.optional(z.string()) });

/** A source of the public API, less its configuration. */
export type PublicSource = z.infer<typeof source>;

const PATH = '/v1/sources';
/** The most that a page may have. */
const PAGE = 100;

/** Where a source's operations run, at the agent engine. */
export const sourceExecutePath = (id: string): string => `/api/v1/connectors/sources/${idSegment(id)}/execute`;

/** Every source of one workspace, page by page. */
export async function listSources(caller: AirbyteCaller, workspaceId: string, { signal }: CallOptions = {}): Promise<PublicSource[]> {
  const all = new Map<string, PublicSource>();
  for (let offset = 0; ; offset += PAGE) {
    const query = { workspaceIds: workspaceId, limit: String(PAGE), offset: String(offset) };
    const answer = await caller.call({ method: 'GET', host: 'public', path: PATH, query, safe: true, signal }, 'application', { call: 'list' });
    const { data } = parseAnswer(sourceList, answer);
    const before = all.size;
    for (const item of data) all.set(item.sourceId, item);
    // A page that brings nothing new would come again for ever.
    if (data.length < PAGE || all.size === before) return [...all.values()];
  }
}

/**
 * The source, of whatever workspace; null where there is none. Asked for with the application's token: with the workspace's own a foreign
 * id would be refused, which looks and costs other than an unknown one.
 */
export async function findSource(caller: AirbyteCaller, id: string, { signal }: CallOptions = {}): Promise<PublicSource | null> {
  const answer = await caller.exchange({ method: 'GET', host: 'public', path: `${PATH}/${idSegment(id)}`, safe: true, signal }, 'application', 'seldom');
  if (answer.status === 200) return parseAnswer(source, answer);
  const failure = caller.failure(answer, { call: 'connector' });
  // 400 and 422: an id that is no UUID. 403: a source of another organization.
  if ([400, 403, 404, 422].includes(answer.status) && failure.code !== 'upstream_not_entitled') return null;
  throw failure;
}

export interface SourceCall {
  bearer: BearerKind;
  body: JsonObject;
  /** Dotted paths of the values, for errors. */
  paths: readonly string[];
}

/** @throws {ConnectError} `invalid_input`, `definition_not_found`, `secret_id_expired`, `handler_misconfigured` */
export async function createSource(
  caller: AirbyteCaller,
  { bearer, body, paths }: SourceCall,
  { signal }: CallOptions = {},
): Promise<z.infer<typeof createdSource>> {
  const context = { call: 'create_source', paths, withSecretId: 'secretId' in body } as const;
  return parseAnswer(createdSource, await caller.call({ method: 'POST', host: 'public', path: PATH, body, signal }, bearer, context));
}

/** @throws {ConnectError} `oauth_not_available`, `not_supported` (self-managed), `handler_misconfigured`, `consent_url_refused` */
export async function initiateSourceConsent(caller: AirbyteCaller, { bearer, body, paths }: SourceCall, { signal }: CallOptions = {}): Promise<string> {
  const request = { method: 'POST', host: 'public', path: `${PATH}/initiateOAuth`, body, signal } as const;
  const { consentUrl, consent_url, redirect_url } = parseAnswer(consent, await caller.call(request, bearer, { call: 'initiate_source', paths }));
  const url = consentUrl ?? consent_url ?? redirect_url;
  if (url === undefined) throw new ConnectError('upstream_invalid', 'The answer to the start of a consent names no address.');
  return safeConsentUrl(url);
}

/** Renames. The caller has proved that the id is the workspace's. */
export async function renameSource(caller: AirbyteCaller, { id, name }: { id: string; name: string }, { signal }: CallOptions = {}): Promise<PublicSource> {
  const request = { method: 'PATCH', host: 'public', path: `${PATH}/${idSegment(id)}`, body: { name }, signal } as const;
  return parseAnswer(source, await caller.call(request, 'application', { call: 'connector' }));
}

/** Removes at once. The caller has proved that the id is the workspace's. */
export async function deleteSource(caller: AirbyteCaller, id: string, { signal }: CallOptions = {}): Promise<void> {
  await caller.call({ method: 'DELETE', host: 'public', path: `${PATH}/${idSegment(id)}`, signal }, 'application', { call: 'connector' });
}
