import type { ConnectorListProps } from '../components/ConnectorList/index.js';
import type { Connector } from '../core/index.js';
import type { ConnectorTask, UseConnectorTasksResult } from '../hooks/index.js';

const STATUS = { checking: 'checking', verified: 'ok', unverified: 'unverified', refused: 'broken' } as const;

type Shown = Required<Pick<ConnectorListProps, 'statuses' | 'pendingIds' | 'leavingIds' | 'stuckIds' | 'failures'>>;

/**
 * What the list shows of what was asked of its rows.
 * @param readAt When the list was read, in milliseconds since 1970.
 */
export function statusesOf({ tasks, leaving }: Pick<UseConnectorTasksResult, 'tasks' | 'leaving'>, readAt: number): Shown {
  const rows = Object.entries(tasks);
  const left = (over: boolean) => Object.keys(leaving).filter((id) => isOver(leaving[id], readAt) === over);
  return {
    statuses: Object.fromEntries(rows.map(([id, task]) => [id, statusOf(task)])),
    pendingIds: rows.filter(([, { pending }]) => pending).map(([id]) => id),
    leavingIds: left(false),
    stuckIds: left(true),
    failures: Object.fromEntries(rows.map(([id, { failure }]) => [id, failure ?? undefined])),
  };
}

function statusOf({ check, failure, reason }: ConnectorTask) {
  if (failure?.code === 'connector_recycled') return { status: 'attention' } as const;
  return check === null ? undefined : { status: STATUS[check], reason };
}

/** Milliseconds between two looks at a list that still holds what was disconnected: at first, and at last. */
const SOON_MS = 3_000;
const LATE_MS = 15_000;
/** Milliseconds after which nobody believes that it will leave. */
const END_MS = 120_000;

/** Told by a look at the list, not by the clock: while nobody looks, as in a hidden tab, it may have left. */
const isOver = (since = 0, readAt: number): boolean => readAt - since >= END_MS;

/**
 * How soon to read a list again, in milliseconds: while something in it is on its way out, ever later, for two minutes.
 * Not while a new name is on its way, which would be undone.
 */
export function untilGone(
  { leaving, renaming }: Pick<UseConnectorTasksResult, 'leaving' | 'renaming'>,
  { data = [], dataUpdatedAt }: { data?: readonly Connector[] | undefined; dataUpdatedAt: number },
): number | false {
  // Of what stays: long ago.
  const since = Math.max(...data.map(({ id }) => leaving[id] ?? 0));
  if (renaming || isOver(since, dataUpdatedAt)) return false;
  return Math.min(LATE_MS, Math.max(SOON_MS, (dataUpdatedAt - since) / 4));
}
