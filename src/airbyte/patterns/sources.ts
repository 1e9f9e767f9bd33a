import { ConnectError } from '../../core/index.js';
import { workspaceToken } from '../calls/workspaceCalls.js';
import { jwtExpiry } from '../jwtClaims.js';
import type { DefinitionSpec } from '../specDefinitions.js';
import type { AirbytePattern } from './pattern.js';
import type { CredentialsPlaces } from './sourceConfiguration.js';
import { createSourcesClient } from './sourcesClient.js';
import { createSourceWorkspaces, type SourceWorkspaces, type WorkspaceStore } from './sourceWorkspaces.js';

/** Options of `sources`. */
export interface SourcesPatternOptions {
  /** Where you keep which workspace is whose. In a page, with `createTokenClient`: `'of the token'`. */
  workspaces: WorkspaceStore | 'of the token';
  /** Forms of definitions that the catalogue does not know, or knows otherwise. @default none */
  specs?: readonly DefinitionSpec[] | undefined;
  /**
   * Address of a self-managed Airbyte, `https://airbyte.example.com`: its public API is at `/api/public` there. It has neither sign-ins by
   * consent nor operations, so sources are made from keys and not tried. A page in token
   * mode gives it too. @default Airbyte Cloud
   */
  url?: string | undefined;
  /**
   * Where a configuration holds the credentials of a catalogue's form: connectors differ, and no document tells which do what. The forms
   * of `specs` need none of it. @default 'root'
   */
  credentials?: CredentialsPlaces | undefined;
}

/** The options, complete. */
export interface SourcesSetup {
  /** Null in a page. */
  workspaces: SourceWorkspaces | null;
  specs: readonly DefinitionSpec[];
  credentials: CredentialsPlaces;
  /** The host gave an address of its own. */
  isSelfManaged: boolean;
}

const UNAVAILABLE = new Set(['listConnectors', 'getConnector', 'renameConnector', 'deleteConnector', 'listOperations', 'execute'] as const);

/**
 * The guides' pattern B: sources of a workspace by Airbyte's public API, for Cloud and for a self-managed Airbyte. They are visible in
 * Airbyte's web app. A sign-in by consent needs a `callbackUrl` with https, on localhost too.
 * @throws {ConnectError} `handler_misconfigured` without `workspaces`: workspaces have names that are not unique, so their ids must be kept
 * @example createConnectHandler({ ...options, pattern: sources({ workspaces: { get: (userId) => db.workspaceOf(userId), set: db.keepWorkspace } }) });
 */
export function sources({ workspaces, specs = [], url, credentials = 'root' }: SourcesPatternOptions): AirbytePattern {
  const store = storeOf(workspaces);
  const setup: SourcesSetup = { workspaces: store === null ? null : createSourceWorkspaces(store), specs, credentials, isSelfManaged: url !== undefined };
  return {
    name: 'sources',
    generation: 'seed',
    callback: ['secret_id'],
    tokenHost: 'public',
    unavailableInTokenMode: UNAVAILABLE,
    ...(url === undefined ? {} : { hosts: { public: `${url.replace(/\/+$/, '')}/api/public` } }),
    async scopedToken({ caller, workspaceName, organizationId, regionId }) {
      if (setup.workspaces === null) throw noStore();
      const token = await workspaceToken(caller, await setup.workspaces.ensure(workspaceName, { caller, organizationId, regionId }));
      return { token, expiresAt: jwtExpiry(token) };
    },
    client: (context) => createSourcesClient(context, setup),
  };
}

function storeOf(workspaces: SourcesPatternOptions['workspaces'] | undefined): WorkspaceStore | null {
  if (workspaces === 'of the token') return null;
  if (typeof workspaces?.get === 'function' && typeof workspaces.set === 'function') return workspaces;
  throw noStore();
}

const noStore = () =>
  new ConnectError('handler_misconfigured', 'sources() needs `workspaces: { get(userId), set(userId, workspaceId) }`, which keeps the workspace of each user.');
