'use client';

import { useIsMutating } from '@tanstack/react-query';
import { useState } from 'react';
import { type CheckResult, type ConnectError, type Connector, toConnectError } from '../core/index.js';
import { connectorKeys } from '../query/index.js';
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

const UNTOUCHED: ConnectorTask = { pending: false, failure: null, check: null };

/** What a list of connectors can do, several rows at a time: each keeps its own wait, failure and verdict. */
export function useConnectorTasks(): UseConnectorTasksResult {
  const [tasks, setTasks] = useState<Readonly<Record<string, ConnectorTask>>>({});
  const { leaving, leave } = useLeaving();
  const { userKey, queryClient } = useConnectScope();
  const renaming = useIsMutating({ mutationKey: [...connectorKeys.all, userKey, 'rename'] }, queryClient) > 0;
  const { mutateAsync: remove } = useDeleteConnector();
  const { mutateAsync: changeName } = useRenameConnector();
  const { mutateAsync: tryOut } = useCheckConnector();
  const found = Object.fromEntries(Object.entries(useVerdicts()).map(([id, check]) => [id, { ...UNTOUCHED, check }]));
  const note = (id: string, change: Partial<ConnectorTask>) =>
    setTasks((known) => ({ ...known, [id]: { ...UNTOUCHED, ...found[id], ...known[id], ...change } }));
  const failed = (id: string, failure: ConnectError) => note(id, { pending: false, failure });
  const run = ({ id }: Connector, work: Promise<unknown>) => {
    note(id, { pending: true, failure: null });
    work.then(
      () => note(id, { pending: false }),
      (thrown: unknown) => failed(id, toConnectError(thrown)),
    );
  };
  return {
    tasks: { ...found, ...tasks },
    leaving,
    renaming,
    disconnect: (connector) =>
      run(
        connector,
        remove(connector.id).then(() => leave(connector.id)),
      ),
    rename: (connector, name) => run(connector, changeName({ id: connector.id, name })),
    check({ id }) {
      note(id, { pending: true, failure: null, check: 'checking', reason: undefined });
      tryOut({ id }).then(
        ({ status }) => note(id, { pending: false, check: status }),
        (thrown: unknown) => {
          const error = toConnectError(thrown);
          if (error.code === 'credentials_refused') note(id, { pending: false, check: 'refused', reason: error.reason });
          else note(id, { pending: false, failure: error, check: null });
        },
      );
    },
  };
}
