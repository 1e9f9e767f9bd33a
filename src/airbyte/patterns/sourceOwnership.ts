import { type CallOptions, ConnectError, isConnectError } from '../../core/index.js';
import type { AirbyteCaller, BearerKind } from '../call.js';
import { findSource, listSources, type PublicSource } from '../calls/sourceCalls.js';
import { jwtWorkspaceId } from '../jwtClaims.js';
import { RecentMap } from '../recentMap.js';
import type { PatternContext } from './pattern.js';
import type { Deployment } from './sourceDefinitions.js';
import type { SourcesSetup } from './sources.js';

const REMEMBERED = 10_000;
/** For so long a workspace's token that was refused is not tried again, in milliseconds: one user's trouble is neither another's nor for ever. */
const REFUSED_MS = 600_000;

/** Whose source is whose, and with which token it is reached. */
export interface SourceOwnership {
  /** Made at first use. In token mode it is the token's. */
  workspaceId(userId: string): Promise<string>;
  /**
   * Calls with the workspace's own token, so that Airbyte enforces the border too. Where it mints none or does not take it, which the
   * documents leave open, with the application's, as the guides do: a refused call has changed nothing.
   */
  asWorkspace<T>(userId: string, work: (bearer: BearerKind) => Promise<T>): Promise<T>;
  list(userId: string, options?: CallOptions): Promise<PublicSource[]>;
  /** @throws {ConnectError} `connector_not_found` for an unknown id and for a foreign one, after the same calls */
  prove(userId: string, id: string, options?: CallOptions): Promise<PublicSource>;
}

export interface SourceOwnershipOptions {
  context: PatternContext;
  setup: SourcesSetup;
  caller: AirbyteCaller;
  deployment: Deployment;
}

export function createSourceOwnership({ context, setup: { workspaces }, caller, deployment }: SourceOwnershipOptions): SourceOwnership {
  const { tokens, tokenMode, organizationId, regionId, now, warn = () => undefined } = context;
  const refused = new RecentMap<{ until: number }>(REMEMBERED);
  const making = { caller, organizationId, regionId };

  const own: SourceOwnership = {
    async workspaceId(userId) {
      if (tokenMode === undefined) return stored().ensure(userId, making);
      const id = jwtWorkspaceId(await tokens.scoped(userId));
      if (id === null) throw new ConnectError('upstream_invalid', 'The token does not say which workspace it is for: sources() needs one that does.');
      return id;
    },
    async asWorkspace(userId, work) {
      if (tokenMode !== undefined) return work({ workspaceName: userId });
      if (deployment.isSelfManaged || now() < refusal(userId).until || !(await mints(userId))) return work('application');
      try {
        return await work({ workspaceName: userId });
      } catch (error) {
        if (!isConnectError(error) || error.code !== 'upstream_refused') throw error;
        const done = await work('application');
        goOnWithout(userId, 'Airbyte refused a workspace’s own token where it took the application’s.'); // It was the kind of token, then.
        return done;
      }
    },
    async list(userId, options) {
      const workspaceId = await stored().find(userId);
      if (workspaceId === null) return [];
      return (await listSources(caller, workspaceId, options)).filter((source) => source.workspaceId.toLowerCase() === workspaceId);
    },
    async prove(userId, id, options) {
      const workspaceId = await stored().find(userId);
      const found = workspaceId === null ? null : await findSource(caller, id, options);
      if (found !== null && found.workspaceId.toLowerCase() === workspaceId) return found;
      throw new ConnectError('connector_not_found', 'The user’s workspace has no source of this id.');
    },
  };
  return own;

  function refusal(userId: string): { until: number } {
    return refused.getOrMake(userId, () => ({ until: 0 }));
  }

  function goOnWithout(userId: string, what: string): void {
    refusal(userId).until = now() + REFUSED_MS;
    warn(`${what} ${WEAKER}`);
  }

  async function mints(userId: string): Promise<boolean> {
    try {
      await tokens.scoped(userId);
      return true;
    } catch (error) {
      if (!isConnectError(error) || error.code !== 'not_supported') throw error;
      goOnWithout(userId, 'Airbyte minted no token of a workspace.');
      return false;
    }
  }

  function stored() {
    if (workspaces !== null) return workspaces;
    throw new ConnectError('handler_misconfigured', "sources({ workspaces: 'of the token' }) is for a page in token mode: a backend passes its store.");
  }
}

const WEAKER = 'For that user sources() goes on with the application’s token for ten minutes: the border between users is then kept by this handler alone.';
