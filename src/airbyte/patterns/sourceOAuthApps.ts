import { type CallOptions, ConnectError, type ConnectorDefinition, type JsonObject } from '../../core/index.js';
import type { AirbyteCaller } from '../call.js';
import { deleteWorkspaceApp, putWorkspaceApp } from '../calls/workspaceCalls.js';
import type { createSpecDefinitions } from '../specDefinitions.js';
import type { WorkspaceOAuthApps } from './pattern.js';
import { sourceConfiguration } from './sourceConfiguration.js';
import type { SourceOwnership } from './sourceOwnership.js';
import type { SourcesSetup } from './sources.js';

export interface SourceOAuthAppsOptions {
  setup: SourcesSetup;
  caller: AirbyteCaller;
  specs: ReturnType<typeof createSpecDefinitions>;
  own: SourceOwnership;
}

/** OAuth apps of one user's workspace. They stand where the type's credentials stand; a definition of `specs` says itself where. */
export function createSourceOAuthApps({ setup, caller, specs, own }: SourceOAuthAppsOptions): WorkspaceOAuthApps {
  const configurationOf = (definition: ConnectorDefinition, credentials: JsonObject): JsonObject =>
    specs.detail(definition.id) === null ? sourceConfiguration(definition, { credentials }, setup.credentials) : credentials;

  return {
    async set(userId, definition, credentials, options) {
      const app = { sourceType: sourceTypeOf(definition), configuration: configurationOf(definition, credentials) };
      await putWorkspaceApp(caller, { ...app, workspaceId: await own.workspaceId(userId) }, options);
    },
    async remove(userId, definition, options?: CallOptions) {
      const sourceType = sourceTypeOf(definition);
      const workspaceId = await setup.workspaces?.find(userId);
      if (workspaceId != null) await deleteWorkspaceApp(caller, { workspaceId, sourceType }, options);
    },
  };
}

function sourceTypeOf({ slug, name }: ConnectorDefinition): string {
  if (slug !== null) return slug;
  throw new ConnectError('oauth_not_available', `An OAuth app needs the \`sourceType\` of ${name}: see \`specs\`.`);
}
