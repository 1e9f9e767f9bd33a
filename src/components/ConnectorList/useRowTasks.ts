'use client';
import { useEffect, useRef, useState } from 'react';
import type { Connector } from '../../core/index.js';
import type { RowTask } from './types.js';

/** Remembers what was last asked of each row, so that its wait and its failure can be named. */
export function useRowTasks(): { taskOf: (id: string) => RowTask; ask: (id: string, task: RowTask) => void } {
  const [tasks, setTasks] = useState<Readonly<Record<string, RowTask>>>({});
  return {
    // A row that waits although nobody asked here is being looked at by somebody else.
    taskOf: (id) => tasks[id] ?? 'check',
    ask: (id, task) => setTasks((current) => ({ ...current, [id]: task })),
  };
}

/**
 * Notices that a connector which was to be disconnected has left the list: focus was in its row, and would be lost.
 * @param onGone Called once for each, after the list was drawn without it.
 */
export function useGone(connectors: readonly Connector[], onGone: (connector: Connector) => void): { expect: (connector: Connector) => void } {
  const expected = useRef(new Map<string, Connector>());
  useEffect(() => {
    for (const [id, connector] of expected.current) {
      if (connectors.some((listed) => listed.id === id)) continue;
      expected.current.delete(id);
      onGone(connector);
    }
  }, [connectors, onGone]);
  return { expect: (connector) => expected.current.set(connector.id, connector) };
}
