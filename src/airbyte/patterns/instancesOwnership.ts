import { type CallOptions, ConnectError, type Connector, isConnectError } from '../../core/index.js';
import type { AirbyteCaller } from '../call.js';
import { type AirbyteInstance, findInstance, listInstances } from '../calls/instanceCalls.js';
import { inBatches } from '../inBatches.js';
import { RecentMap } from '../recentMap.js';
import type { PatternContext } from './pattern.js';

const REMEMBERED = 10_000;
/** Gets that run at the same time. */
const BATCH = 10;

/** What a workspace holds, and which of it is known to have been recycled. */
export interface InstanceOwnership {
  list(workspaceName: string, options?: CallOptions): Promise<Connector[]>;
  /** @throws {ConnectError} `connector_not_found` for an unknown id and for a foreign one, after the same calls */
  prove(workspaceName: string, id: string, options?: CallOptions): Promise<Connector>;
  /** Runs something on a proved instance. @throws {ConnectError} `connector_recycled` when Airbyte has it no more */
  onInstance<T>(connector: Connector, work: () => Promise<T>): Promise<T>;
}

/**
 * The get with the workspace's own token is the proof. An instance is recycled when the workspace still lists it but the get does not find
 * it, or when running something does not: no document names a sign of its own, and a success takes the mark away.
 */
export function createInstanceOwnership({ catalog, tokenMode }: PatternContext, caller: AirbyteCaller): InstanceOwnership {
  const marks = new RecentMap<{ recycled: boolean }>(REMEMBERED);
  const mark = (id: string) => marks.getOrMake(id, () => ({ recycled: false }));

  function connectorOf({ id, definition_id, name }: AirbyteInstance): Connector {
    const listing = catalog.find(definition_id);
    const definition = listing === null ? { id: definition_id, slug: null, name: '' } : { id: listing.id, slug: listing.slug, name: listing.name };
    const status = mark(id).recycled ? ('recycled' as const) : ('ok' as const);
    return { id, name: name || definition.name, definition, createdAt: null, updatedAt: null, status };
  }

  const recycled = (connector: Connector): Connector => ({ ...connector, status: 'recycled' });

  /** Only the get tells whether a listed instance is still there. */
  const list: InstanceOwnership['list'] = async (workspaceName, options) =>
    inBatches(await listInstances(caller, workspaceName, options), BATCH, async (listed) => {
      const found = await findInstance(caller, { workspaceName, id: listed.id }, options);
      return found === null ? recycled(connectorOf(listed)) : connectorOf(listed);
    });

  return {
    list,
    async prove(workspaceName, id, options) {
      const made = tokenMode?.connector(id);
      if (made !== undefined) return made;
      const found = await findInstance(caller, { workspaceName, id }, options);
      if (found !== null) return connectorOf(found);
      const listed = tokenMode === undefined ? (await listInstances(caller, workspaceName, options)).find((instance) => instance.id === id) : undefined;
      if (listed === undefined) throw new ConnectError('connector_not_found', 'The workspace has no instance of this id.');
      return recycled(connectorOf(listed));
    },
    async onInstance({ id }, work) {
      try {
        const done = await work();
        mark(id).recycled = false;
        return done;
      } catch (error) {
        if (!isConnectError(error) || error.code !== 'connector_not_found') throw error;
        mark(id).recycled = true;
        throw new ConnectError('connector_recycled', 'Airbyte has recycled this instance, as it does with idle ones. Connect the service again.', {
          cause: error,
          requestId: error.requestId,
        });
      }
    },
  };
}
