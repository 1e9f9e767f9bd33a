import { type AuthMethod, ConnectError, type ConnectorDefinitionDetail, type ExecuteInput } from '../core/index.js';
import { isNamed, type Named } from './isNamed.js';
import { byOwnApp, overridesOf } from './oauthOverrides.js';
import type { Parts } from './parts.js';
import type { Settings } from './settings.js';
import { shown } from './shown.js';

/** A test of whether a definition is offered to this user. */
export async function offersOf({ settings, client }: Pick<Parts, 'settings' | 'client'>, userId: string): Promise<(definition: Named) => boolean> {
  const { definitions } = settings;
  const offered = typeof definitions === 'function' ? await definitions(userId) : definitions;
  if (offered === undefined) return () => true;
  const tags = offered.flatMap((entry) => (typeof entry === 'string' ? [] : [entry.tag]));
  const tagged = tags.length === 0 ? [] : await client.definitionIdsWithTags(tags);
  const names = [...offered.filter((entry) => typeof entry === 'string'), ...tagged];
  return (definition) => isNamed(definition, names);
}

/**
 * The definition as it is offered to this user.
 * @throws {ConnectError} `definition_not_found`, the same for one that does not exist; `oauth_not_available` where an OAuth app of the
 *   user's own leaves no way to sign in
 */
export async function offeredDefinition(parts: Parts, userId: string, idOrSlug: string): Promise<ConnectorDefinitionDetail> {
  const offered = await offersOf(parts, userId);
  const definition = await parts.client.getDefinition(idOrSlug);
  if (offered(definition)) return (await overridesOf(parts, userId))(definition) ? byOwnApp(parts, definition) : definition;
  throw new ConnectError('definition_not_found', `The definition ${JSON.stringify(idOrSlug)} is not offered to this user: see the handler's \`definitions\`.`);
}

/** @throws {ConnectError} when the definition has no such way of signing in: `oauth_not_available` of a consent, `invalid_input` of a key */
export function requireMethod(definition: ConnectorDefinitionDetail, key: string, kind: AuthMethod['kind']): void {
  if (definition.methods.some((method) => method.key === key && method.kind === kind)) return;
  const message = `${definition.name} has no method ${JSON.stringify(key)} of kind ${kind}.`;
  if (kind === 'oauth') throw new ConnectError('oauth_not_available', message);
  throw new ConnectError('invalid_input', message, { fieldErrors: { method: { code: 'enum' } } });
}

/** Whether `allow` names the operation. Without `allow` everything may be run. */
export function isAllowed({ allow }: Pick<Settings, 'allow'>, definition: Named, { entity, action }: Pick<ExecuteInput, 'entity' | 'action'>): boolean {
  if (allow === undefined) return true;
  const names = Object.keys(allow).filter((name) => isNamed(definition, [name]));
  return names.some((name) => allow[name]?.some((operation) => operation === `${entity}.${action}` || operation === `${entity}.*`));
}

/**
 * Refuses what `allow` does not name. Looks the connector up only where there is something to refuse.
 * @throws {ConnectError} `operation_not_allowed`, `connector_not_found`
 */
export async function requireAllowed({ client, settings }: Parts, userId: string, input: ExecuteInput, signal?: AbortSignal): Promise<void> {
  if (settings.allow === undefined) return;
  const { definition } = await client.getConnector(userId, input.connectorId, { signal });
  if (isAllowed(settings, definition, input)) return;
  throw new ConnectError('operation_not_allowed', `${shown(input.entity)}.${shown(input.action)} of ${definition.name} is not among the handler's \`allow\`.`);
}
