import type { ConnectorListProps } from '../components/ConnectorList/index.js';
import type { ConnectorTask } from '../hooks/index.js';

const STATUS = { checking: 'checking', verified: 'ok', unverified: 'unverified', refused: 'broken' } as const;

/** What the list shows of what was asked of its rows. */
export function statusesOf(tasks: Readonly<Record<string, ConnectorTask>>): Required<Pick<ConnectorListProps, 'statuses' | 'pendingIds' | 'failures'>> {
  const rows = Object.entries(tasks);
  return {
    statuses: Object.fromEntries(rows.map(([id, task]) => [id, statusOf(task)])),
    pendingIds: rows.filter(([, { pending }]) => pending).map(([id]) => id),
    failures: Object.fromEntries(rows.map(([id, { failure }]) => [id, failure ?? undefined])),
  };
}

function statusOf({ check, failure }: ConnectorTask) {
  if (failure?.code === 'connector_recycled') return { status: 'attention' } as const;
  return check === null ? undefined : { status: STATUS[check] };
}
