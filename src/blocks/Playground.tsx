'use client';

import { forwardRef } from 'react';
import { ExecutePlayground, type ExecutePlaygroundProps } from '../components/ExecutePlayground/index.js';
import { type UseOperationsOptions, useOperations, useRun } from '../hooks/index.js';
import { useAppearance } from './appearance.js';
import { useReplaceable } from './useReplaceable.js';

type OfOperations = 'operations' | 'operationsLoading' | 'operationsError' | 'onRetryOperations';
type OfRuns = 'result' | 'running' | 'elapsedMs' | 'error';
type Actions = Pick<ExecutePlaygroundProps, 'onRun' | 'onStop' | 'onNextPage' | 'onReconnect'>;

/** Props of `Playground`. */
export interface PlaygroundProps extends Omit<ExecutePlaygroundProps, 'connector' | OfOperations | OfRuns | keyof Actions> {
  connectorId: string;
}

/**
 * Runs operations of a connector and shows what comes back, a `<section>`.
 * @throws {ConnectError} `provider_missing`
 * @example <AirbyteProvider><Playground connectorId={connector.id} /></AirbyteProvider>
 */
export const Playground = forwardRef<HTMLElement, PlaygroundProps>(function Playground({ connectorId: asked, ...native }, ref) {
  const { connector, isReplaced, reconnect } = useReplaceable(asked);
  const connectorId = connector.id;
  // Connected again it offers what it did: nothing that is shown goes meanwhile.
  const query: UseOperationsOptions['query'] = { placeholderData: (before) => (isReplaced ? before : undefined) };
  const { data = [], isPending, error, refetch } = useOperations({ connectorId, query });
  const { run, stop, ...state } = useRun();
  const { attributes } = useAppearance();
  const operations = { operations: data, operationsLoading: isPending, operationsError: error, onRetryOperations: () => void refetch() };
  const actions: Actions = {
    onRun: (input) => run({ ...input, connectorId }),
    onStop: stop,
    onNextPage: (params, operation) => run({ ...operation, params, connectorId }),
    onReconnect: reconnect && (() => reconnect((state.error ?? error)?.code === 'connector_not_found')),
  };
  return <ExecutePlayground {...attributes} {...native} {...operations} {...state} {...actions} connector={connector} ref={ref} />;
});
