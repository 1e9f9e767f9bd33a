import type { PatternClient } from '../airbyte/index.js';
import { ConnectError, type ConnectorDefinition } from '../core/index.js';
import type { ConnectHandlerApi } from './api.js';
import type { Parts } from './parts.js';
import { idForLogs } from './requestId.js';
import { requireUser } from './userId.js';

/** The functions of `handler.api` for own OAuth apps: of the organization, or of one user's workspace. */
export function createOAuthAppsApi(parts: () => Parts): Pick<ConnectHandlerApi, 'setOAuthApp' | 'describeOAuthApp' | 'removeOAuthApp'> {
  return {
    async setOAuthApp({ userId, definition, credentials }, { requestId, ...options } = {}) {
      const apps = userId === undefined ? null : ofWorkspaces(parts());
      const found = await withOAuth(parts(), definition);
      if (apps === null || userId === undefined) await parts().oauthApps.set(found, credentials, options);
      else await apps.set(requireUser(userId), found, credentials, options);
      changed(parts(), { change: 'set', definition: found, userId, requestId });
    },
    describeOAuthApp: async (definition, options) => parts().oauthApps.describe(await withOAuth(parts(), definition), options),
    async removeOAuthApp(definition, { userId, requestId, ...options } = {}) {
      const apps = userId === undefined ? null : ofWorkspaces(parts());
      const found = await withOAuth(parts(), definition);
      if (apps === null || userId === undefined) await parts().oauthApps.remove(found, options);
      else await apps.remove(requireUser(userId), found, options);
      changed(parts(), { change: 'removed', definition: found, userId, requestId });
    },
  };
}

interface Changed {
  change: 'set' | 'removed';
  definition: ConnectorDefinition;
  userId: string | undefined;
  requestId: string | undefined;
}

function changed({ report }: Parts, { change, definition, userId, requestId }: Changed): void {
  report.event({ type: 'oauth_app_changed', requestId: idForLogs(requestId), userId: userId ?? null, definitionId: definition.id, change });
}

function ofWorkspaces({ client, settings }: Parts): NonNullable<PatternClient['workspaceOAuthApps']> {
  if (client.workspaceOAuthApps !== undefined) return client.workspaceOAuthApps;
  throw new ConnectError(
    'not_supported',
    `The pattern ${settings.pattern.name}() has no OAuth apps of one workspace, only of the organization: leave \`userId\` out, or use sources().`,
  );
}

/** The definition, whoever it is offered to. @throws {ConnectError} `definition_not_found`, `oauth_not_available` */
async function withOAuth({ client }: Parts, idOrSlug: string): Promise<ConnectorDefinition> {
  const definition = await client.getDefinition(idOrSlug);
  if (definition.methods.some(({ kind }) => kind === 'oauth')) return definition;
  throw new ConnectError('oauth_not_available', `${definition.name} has no sign-in by OAuth, so that no app of yours is used.`);
}
