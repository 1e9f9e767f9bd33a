/** A host's table of workspaces, in memory. Each call is awaited, as a database's would be. */
export function workspaceStore(rows: Record<string, string> = {}) {
  const held = new Map(Object.entries(rows));
  const calls: string[] = [];
  return {
    held,
    calls,
    async get(userId: string): Promise<string | null> {
      calls.push(`get ${userId}`);
      await Promise.resolve();
      return held.get(userId) ?? null;
    },
    async set(userId: string, workspaceId: string): Promise<void> {
      calls.push(`set ${userId}`);
      await Promise.resolve();
      if (!held.has(userId)) held.set(userId, workspaceId);
    },
  };
}
