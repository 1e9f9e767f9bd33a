'use client';

import { forwardRef } from 'react';
import { ExecutePlayground, type ExecutePlaygroundProps } from '../components/ExecutePlayground/index.js';
import type { Connector } from '../core/index.js';
import { useConnector, useOperations, useRun } from '../hooks/index.js';
import { useAppearance } from './appearance.js';

type OfOperations = 'operations' | 'operationsLoading' | 'operationsError' | 'onRetryOperations';
type OfRuns = 'result' | 'running' | 'elapsedMs' | 'error' | 'onRun' | 'onStop' | 'onNextPage';

export interface PlaygroundProps extends Omit<ExecutePlaygroundProps, 'connector' | OfOperations | OfRuns> {
  connectorId: string;
}

/**
 * Runs operations of a connector and shows what comes back, a `<section>`.
 * @throws {ConnectError} `provider_missing`
 * @example <AirbyteProvider><Playground connectorId={connector.id} /></AirbyteProvider>
 */
export const Playground = forwardRef<HTMLElement, PlaygroundProps>(function Playground({ connectorId, ...native }, ref) {
  const connector = useConnector({ connectorId });
  const { data = [], isPending, error, refetch } = useOperations({ connectorId });
  const { run, stop, ...state } = useRun();
  const { attributes } = useAppearance();
  const operations = { operations: data, operationsLoading: isPending, operationsError: error, onRetryOperations: () => void refetch() };
  const actions: Pick<ExecutePlaygroundProps, 'onRun' | 'onStop' | 'onNextPage'> = {
    onRun: (input) => run({ ...input, connectorId }),
    onStop: stop,
    onNextPage: (params, operation) => run({ ...operation, params, connectorId }),
  };
  return <ExecutePlayground {...attributes} {...native} {...operations} {...state} {...actions} connector={connector.data ?? unread(connectorId)} ref={ref} />;
});

/** Until it is read, and where it can not be, a connector is called by its id. */
const unread = (id: string): Connector => ({ id, name: id, definition: { id: '', slug: null, name: '' }, createdAt: null, updatedAt: null });
