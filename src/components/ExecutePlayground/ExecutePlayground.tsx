'use client';
import { type ComponentPropsWithoutRef, forwardRef, useRef, useState } from 'react';
import type { ConnectError, Connector, ExecuteResult, Operation } from '../../core/index.js';
import { rootProps, slotProps } from '../../internal/index.js';
import { PlaygroundSlotsProvider } from './context.js';
import { playgroundPanes } from './loadPanes.js';
import { OperationsNav } from './OperationsNav.js';
import { findOperation, firstOperation, isSameOperation, type OperationRef, operationKey } from './operationTree.js';
import { ChooseOperation, PlaygroundHeader } from './PlaygroundHeader.js';
import type { ExecutePlaygroundSlot } from './types.js';
import { useDrafts } from './useDrafts.js';
import { useRuns } from './useRuns.js';

/** What to run: the operation, and its parameters. */
export interface RunInput extends OperationRef {
  params: Readonly<Record<string, unknown>>;
}

/** Props of `ExecutePlayground`. */
export interface ExecutePlaygroundProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'defaultValue'> {
  /** The account on which operations run. */
  connector: Connector;
  operations: readonly Operation[];
  /** @default false */
  operationsLoading?: boolean | undefined;
  /** @default null */
  operationsError?: ConnectError | null | undefined;
  onRetryOperations?: (() => void) | undefined;
  /** What the last run answered. @default null */
  result?: ExecuteResult | null | undefined;
  /** @default false */
  running?: boolean | undefined;
  /** Milliseconds since the run began. Counted here when it is left out. */
  elapsedMs?: number | undefined;
  /** Why the last run has no answer. `aborted` is told of a write, of which nobody knows whether it was made, and not of a read. @default null */
  error?: ConnectError | null | undefined;
  onRun: (input: RunInput) => void;
  onStop: () => void;
  /** Asks for the page after the result; its second argument says of what. Without it there is no such button. */
  onNextPage?: ((nextParams: Readonly<Record<string, unknown>>, operation: OperationRef) => void) | undefined;
  /** Gives the account a new sign-in, where its service refuses the one it has. Without it there is no such button. */
  onReconnect?: ((connector: Connector) => void) | undefined;
  /** The operation that is looked at. For an uncontrolled playground use `defaultValue`. */
  value?: OperationRef | null | undefined;
  /** The operation looked at first. @default the first list that needs no parameter */
  defaultValue?: OperationRef | null | undefined;
  onValueChange?: ((value: OperationRef) => void) | undefined;
  classNames?: Partial<Record<ExecutePlaygroundSlot, string>> | undefined;
}

/**
 * Runs operations on one connected account, a `<section>`: operations, their parameters, the result. Writes ask first.
 * @example <ExecutePlayground connector={connector} operations={operations} onRun={execute} onStop={abort} result={data} />
 */
export const ExecutePlayground = forwardRef<HTMLElement, ExecutePlaygroundProps>(function ExecutePlayground(
  {
    connector,
    operations,
    operationsLoading = false,
    operationsError = null,
    onRetryOperations,
    result = null,
    running = false,
    elapsedMs,
    error = null,
    onRun,
    onStop,
    onNextPage,
    onReconnect,
    value,
    defaultValue = null,
    onValueChange,
    className,
    classNames,
    ...native
  },
  ref,
) {
  const [chosen, setChosen] = useState<OperationRef | null>(defaultValue);
  const operation = value === undefined ? (findOperation(operations, chosen) ?? firstOperation(operations)) : findOperation(operations, value);
  const form = useRef<HTMLFormElement>(null);
  const panes = playgroundPanes.use(operationsError === null ? 'mounted' : operationsError.code);
  const runs = useRuns({ operation, onRun, onNextPage });
  const service = connector.definition.name;
  const reconnect = onReconnect && (() => onReconnect(connector));
  const stoppedRead = error?.code === 'aborted' && operation?.kind !== 'write';
  const outcome = { service, result, running, elapsedMs, error: stoppedRead ? null : error, page: runs.page };
  const { draft, change } = useDrafts({ operation, error, shown: runs.shown });

  const stop = () => {
    // What was pressed goes: on to what begins it anew.
    form.current?.querySelector<HTMLElement>('[data-ack-slot="consent-check"] input, [type="submit"]')?.focus();
    onStop();
  };

  const select = ({ entity, action }: OperationRef) => {
    runs.leave();
    setChosen({ entity, action });
    if (!isSameOperation(operation, { entity, action })) onValueChange?.({ entity, action });
  };

  return (
    <PlaygroundSlotsProvider classNames={classNames}>
      <section {...native} {...rootProps('playground', className)} ref={ref} data-running={running ? '' : undefined}>
        <PlaygroundHeader connector={connector} />
        <div {...slotProps('playground-panes', classNames?.['playground-panes'])}>
          <OperationsNav
            operations={operations}
            loading={operationsLoading}
            error={operationsError}
            onRetry={onRetryOperations}
            onReconnect={reconnect}
            current={operation}
            onSelect={select}
            service={service}
            panes={panes}
          />
          <div {...slotProps('playground-main', classNames?.['playground-main'])}>
            {operation === null || panes === null ? (
              operationsError === null && <ChooseOperation service={service} none={operations.length === 0} loading={operationsLoading || operation !== null} />
            ) : (
              <>
                <panes.Parameters
                  key={operationKey(operation)}
                  operation={operation}
                  draft={draft}
                  onDraftChange={change}
                  service={service}
                  account={connector.name}
                  running={running && runs.shown}
                  onRun={runs.run}
                  formRef={form}
                />
                <panes.RunAnnouncement shown={runs.shown} outcome={outcome} />
                {runs.shown && (
                  <panes.Result
                    operation={operation}
                    outcome={outcome}
                    onNextPage={runs.next}
                    onRetry={runs.retry === null ? () => form.current?.requestSubmit() : runs.retry}
                    onReconnect={reconnect}
                    onStop={stop}
                  />
                )}
              </>
            )}
          </div>
        </div>
      </section>
    </PlaygroundSlotsProvider>
  );
});
