import { ConnectError } from '../../core/index.js';
import type { AirbyteCaller } from '../call.js';
import { createWorkspace } from '../calls/workspaceCalls.js';
import type { PatternContext } from './pattern.js';

/** Where you keep which workspace is whose: Airbyte's names are not unique, so only the id finds it again. */
export interface WorkspaceStore {
  /** The id of the user's workspace, or null for a user who has none yet. */
  get(userId: string): Promise<string | null | undefined> | string | null | undefined;
  /**
   * Keeps the id of a workspace that was just made. With several instances let the first one win (insert, do nothing on conflict): what
   * `get` answers afterwards is used.
   */
  set(userId: string, workspaceId: string): Promise<void> | void;
}

/** The workspaces of the host's users, each made once. */
export interface SourceWorkspaces {
  /** Null for a user who has none. @throws {ConnectError} `handler_misconfigured` when the store answers something else than an id */
  find(userId: string): Promise<string | null>;
  /** Made at first use: one request however many wait in this process. */
  ensure(userId: string, making: Making): Promise<string>;
}

export interface Making extends Pick<PatternContext, 'organizationId' | 'regionId'> {
  caller: AirbyteCaller;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function createSourceWorkspaces(store: WorkspaceStore): SourceWorkspaces {
  const flights = new Map<string, Promise<string>>();

  async function find(userId: string): Promise<string | null> {
    // The host's own code answers, and not every host is typed: it is looked at before it is believed.
    const id: unknown = await store.get(userId);
    if (id === null || id === undefined) return null;
    if (typeof id === 'string' && UUID.test(id)) return id.toLowerCase();
    throw new ConnectError('handler_misconfigured', 'sources(): `workspaces.get` must answer the id of the user’s workspace, a UUID, or null.');
  }

  async function make(userId: string, { caller, organizationId, regionId }: Making): Promise<string> {
    const id = await createWorkspace(caller, { name: userId, organizationId, regionId });
    await store.set(userId, id);
    const kept = await find(userId);
    if (kept === null) throw new ConnectError('handler_misconfigured', 'sources(): `workspaces.get` does not answer what `workspaces.set` was given.');
    return kept;
  }

  async function ensure(userId: string, making: Making): Promise<string> {
    const waiting = flights.get(userId);
    if (waiting !== undefined) return waiting;
    // Of the whole look and make: two that look at once would both find nothing.
    const flight = (async () => (await find(userId)) ?? make(userId, making))().finally(() => flights.delete(userId));
    flights.set(userId, flight);
    return flight;
  }

  return { find, ensure };
}
