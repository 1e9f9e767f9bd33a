'use client';
import { useEffect, useRef, useState } from 'react';
import type { ConnectError, Connector } from '../../core/index.js';
import type { RowTask } from './types.js';

/** Remembers what was last asked of each row, so that its wait and its failure can be named. */
export function useRowTasks(): { taskOf: (id: string) => RowTask; ask: (id: string, task: RowTask) => void } {
  const [tasks, setTasks] = useState<ReadonlyMap<string, RowTask>>(new Map());
  return {
    // A row that waits although nobody asked here is being looked at by somebody else.
    taskOf: (id) => tasks.get(id) ?? 'check',
    ask: (id, task) => setTasks((current) => new Map(current).set(id, task)),
  };
}

export interface GoneOptions {
  connectors: readonly Connector[];
  /** By connector id. What could not be disconnected is no longer awaited: it may leave later for another reason. */
  failures: Readonly<Record<string, ConnectError | undefined>>;
  /** Called once for each that went, after the list was drawn without it. */
  onGone: () => void;
}

export interface Gone {
  /** The last one that went, until it is back, somebody forgets it, or an account comes that was not listed: perhaps the same one, connected again. */
  gone: Connector | null;
  /** This one is to go. */
  expect: (connector: Connector) => void;
  forget: () => void;
}

/** Notices that a connector which was to be disconnected has left the list: focus was in its row, and would be lost. */
export function useGone({ connectors, failures, onGone }: GoneOptions): Gone {
  const expected = useRef(new Map<string, { connector: Connector; before: ConnectError | undefined }>());
  const [last, setLast] = useState<{ connector: Connector; known: readonly string[] } | null>(null);
  useEffect(() => {
    // Whatever was asked of it: it has gone elsewhere, and the next list is without it.
    for (const connector of connectors) {
      const failure = failures[connector.id];
      if (failure?.code === 'connector_not_found') expected.current.set(connector.id, { connector, before: failure });
    }
    for (const [id, { connector, before }] of expected.current) {
      const listed = connectors.some((other) => other.id === id);
      if (listed && (failures[id] === undefined || failures[id] === before)) continue;
      expected.current.delete(id);
      if (listed) continue;
      setLast({ connector, known: [connector, ...connectors].map((other) => other.id) });
      onGone();
    }
  }, [connectors, failures, onGone]);
  if (last !== null && connectors.some(({ id }) => !last.known.includes(id))) setLast(null);
  return {
    gone: last === null || connectors.some(({ id }) => id === last.connector.id) ? null : last.connector,
    expect: (connector) => expected.current.set(connector.id, { connector, before: failures[connector.id] }),
    forget: () => setLast(null),
  };
}
