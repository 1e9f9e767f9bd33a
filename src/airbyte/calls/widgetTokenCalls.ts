import * as z from 'zod/mini';
import { type CallOptions, ConnectError, type JsonObject } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';
import type { AirbytePattern, ScopedTokenInput } from '../patterns/pattern.js';
import { BEARER } from '../send.js';
import type { TagFilter } from './templateSourceCalls.js';

const tokenAnswer = z.object({ token: z.string().check(z.regex(BEARER)) });
const organizations = z.object({ organizations: z.array(z.object({ organizationId: z.string() })) });
const infoAnswer = z.object({ workspace_id: z.string().check(z.minLength(1)) });

export interface WidgetTokenCall extends ScopedTokenInput {
  /** The origin whose pages may hold Airbyte's own widget with this token. */
  allowedOrigin: string;
  filter: TagFilter;
}

/**
 * Asks for a widget token; the workspace of this name is made when it is new. The camelCase call takes no tags.
 * @throws {ConnectError} `upstream_not_entitled`, `handler_misconfigured` when the organization must be named and is not
 */
export async function mintWidgetToken(input: WidgetTokenCall): Promise<string> {
  const { caller, generation } = input;
  const request =
    generation === 'current'
      ? ({ method: 'POST', host: 'agent', path: '/api/v1/account/applications/widget-token', body: snakeBody(input), safe: true } as const)
      : ({ method: 'POST', host: 'public', path: '/v1/embedded/widget_token', body: await camelBody(input), safe: true } as const);
  return parseAnswer(tokenAnswer, await caller.call(request, 'application', { call: 'scoped_token' })).token;
}

const snakeBody = ({ workspaceName, allowedOrigin, regionId, filter: { tags, mode } }: WidgetTokenCall): JsonObject => ({
  workspace_name: workspaceName,
  allowed_origin: allowedOrigin,
  ...(regionId === undefined ? {} : { region_id: regionId }),
  ...(tags.length === 0 ? {} : { selected_source_template_tags: [...tags], selected_source_template_tags_mode: mode }),
});

const camelBody = async ({ caller, workspaceName, allowedOrigin, organizationId }: WidgetTokenCall): Promise<JsonObject> => ({
  externalUserId: workspaceName,
  organizationId: organizationId ?? (await onlyOrganization(caller)),
  allowedOrigin,
});

async function onlyOrganization(caller: AirbyteCaller): Promise<string> {
  const answer = await caller.call({ method: 'GET', host: 'public', path: '/v1/embedded/organizations', safe: true }, 'application', { call: 'scoped_token' });
  const [only, ...others] = parseAnswer(organizations, answer).organizations;
  if (only !== undefined && others.length === 0) return only.organizationId;
  throw new ConnectError('handler_misconfigured', 'The application belongs to several organizations, or to none: set the option `organizationId`.');
}

/** The workspace that a token is for, where neither the token nor what it came with tells. */
export async function tokenWorkspaceId(
  caller: AirbyteCaller,
  { workspaceName, generation }: { workspaceName: string; generation: AirbytePattern['generation'] },
  { signal }: CallOptions = {},
): Promise<string> {
  const path = generation === 'current' ? '/api/v1/account/applications/scoped-token/info' : '/api/v1/embedded/scoped-token/info';
  const answer = await caller.call({ method: 'GET', host: 'agent', path, safe: true, signal }, { workspaceName }, { call: 'scoped_token' });
  return parseAnswer(infoAnswer, answer).workspace_id;
}
