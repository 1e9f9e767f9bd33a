import type { ConnectorListProps } from '../components/ConnectorList/index.js';
import type { Connector } from '../core/index.js';
import type { ConnectorTask } from '../hooks/index.js';

const STATUS = { checking: 'checking', verified: 'ok', unverified: 'unverified', refused: 'broken' } as const;

/** What the list shows of what was asked of its rows. */
export function statusesOf(tasks: Readonly<Record<string, ConnectorTask>>): Required<Pick<ConnectorListProps, 'statuses' | 'pendingIds' | 'failures'>> {
  const rows = Object.entries(tasks);
  return {
    statuses: Object.fromEntries(rows.map(([id, task]) => [id, statusOf(task)])),
    pendingIds: rows.filter(([, { pending, leaving }]) => pending || leaving).map(([id]) => id),
    failures: Object.fromEntries(rows.map(([id, { failure }]) => [id, failure ?? undefined])),
  };
}

function statusOf({ check, failure, reason }: ConnectorTask) {
  if (failure?.code === 'connector_recycled') return { status: 'attention' } as const;
  return check === null ? undefined : { status: STATUS[check], reason };
}

/** Milliseconds between two looks at a list that still holds what was disconnected. */
const LEAVING_MS = 3_000;

/** How soon to read a list again: while something in it is on its way out. */
export const untilGone = (tasks: Readonly<Record<string, ConnectorTask>>, listed: readonly Connector[] | undefined): number | false =>
  listed?.some(({ id }) => tasks[id]?.leaving === true) === true ? LEAVING_MS : false;
