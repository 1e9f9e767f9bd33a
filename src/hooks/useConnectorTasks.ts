'use client';

import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import { type CheckResult, type ConnectError, type Connector, toConnectError } from '../core/index.js';
import { connectorKeys, type Verdicts } from '../query/index.js';
import { useConnectScope } from './connectContext.js';
import { useCheckConnector } from './useCheckConnector.js';
import { useDeleteConnector } from './useDeleteConnector.js';
import { type Leaving, useLeaving } from './useLeaving.js';
import { useRenameConnector } from './useRenameConnector.js';
import { useVerdicts } from './useVerdicts.js';

/** What is known of one connector beyond its data. */
export interface ConnectorTask {
  pending: boolean;
  /** Why the last thing asked did not happen. A refusal found by a check is no failure of the check. */
  failure: ConnectError | null;
  check: CheckResult['status'] | 'checking' | 'refused' | null;
  /** Why a check refused it, in words made for end users. */
  reason?: string | undefined;
}

export interface UseConnectorTasksResult {
  /** By connector id. */
  tasks: Readonly<Record<string, ConnectorTask>>;
  /** Disconnected, and perhaps still listed: also from elsewhere in the page. */
  leaving: Leaving;
  /** A new name is shown that is not stored yet, from here or elsewhere: a list that is read now would bring the old one. */
  renaming: boolean;
  disconnect(connector: Connector): void;
  rename(connector: Connector, name: string): void;
  check(connector: Connector): void;
}

/** What one list knows of a row. What a check has found is known to all lists. */
interface Asked {
  pending: boolean;
  failure: ConnectError | null;
  checking?: boolean | undefined;
}

const UNTOUCHED: ConnectorTask = { pending: false, failure: null, check: null };

/** What a list of connectors can do, several rows at a time: each keeps its own wait, failure and verdict. */
export function useConnectorTasks(): UseConnectorTasksResult {
  const [asked, setAsked] = useState<Readonly<Record<string, Asked>>>({});
  const { leaving, leave } = useLeaving();
  const { userKey, queryClient } = useConnectScope();
  const renaming = useIsMutating({ mutationKey: [...connectorKeys.all, userKey, 'rename'] }, queryClient) > 0;
  const { mutateAsync: remove } = useDeleteConnector();
  const { mutateAsync: changeName } = useRenameConnector();
  const { mutateAsync: tryOut } = useCheckConnector();
  const verdicts = useVerdicts();
  const note = (id: string, now: Asked) => setAsked((known) => ({ ...known, [id]: now }));
  const run = (id: string, work: Promise<unknown>, checking = false) => {
    note(id, { pending: true, failure: null, checking });
    work.then(
      () => note(id, { pending: false, failure: null }),
      (thrown: unknown) => {
        const error = toConnectError(thrown);
        note(id, { pending: false, failure: checking && error.code === 'credentials_refused' ? null : error });
      },
    );
  };
  return {
    tasks: tasksOf(asked, verdicts),
    leaving,
    renaming,
    disconnect: ({ id }) =>
      run(
        id,
        remove(id).then(() => leave(id)),
      ),
    rename: ({ id }, name) => run(id, changeName({ id, name })),
    check: ({ id }) => run(id, tryOut({ id }), true),
  };
}

function tasksOf(asked: Readonly<Record<string, Asked>>, verdicts: Verdicts): Record<string, ConnectorTask> {
  const found = Object.entries(verdicts).map(([id, verdict]) => [id, { ...UNTOUCHED, ...verdict }] as const);
  const rows = Object.entries(asked).map(([id, { checking, ...row }]) => {
    const check = checking === true ? { check: 'checking' as const } : verdicts[id];
    return [id, { ...UNTOUCHED, ...check, ...row }] as const;
  });
  return Object.fromEntries([...found, ...rows]);
}
