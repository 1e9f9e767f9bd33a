import type { Workspace } from '../state.js';
import type { World } from '../world.js';

/** The workspaces that are there. */
export const workspacesOf = (world: World): Workspace[] => [...world.state.workspaces.values()].filter(({ deletedAt }) => deletedAt === null);

/** Removes a workspace and everything in it. Its tokens die with it. */
export function removeWorkspace(world: World, workspace: Workspace): void {
  workspace.deletedAt = world.now();
  const { connectors, secrets, sessions } = world.state;
  for (const { id, workspace: owner } of connectors.values()) if (owner.id === workspace.id) connectors.delete(id);
  for (const [id, { workspaceId }] of secrets) if (workspaceId === workspace.id) secrets.delete(id);
  for (const [id, { workspace: owner }] of sessions) if (owner.id === workspace.id) sessions.delete(id);
}
