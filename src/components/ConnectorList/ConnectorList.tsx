'use client';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useCallback, useRef, useState } from 'react';
import type { ConnectError, Connector } from '../../core/index.js';
import { ReplaceablePart, rootProps, slotProps, useManagerWords, withoutRepeats } from '../../internal/index.js';
import { LiveRegion } from '../parts/index.js';
import { ConfirmDisconnect } from './ConfirmDisconnect.js';
import { ConnectorRow } from './ConnectorRow.js';
import { ListParts, ListSlotsProvider } from './context.js';
import { ignoreHeldEnter } from './ignoreHeldEnter.js';
import { ListHeader } from './ListHeader.js';
import { ListEmpty, ListFailure, ListSkeleton } from './ListStates.js';
import type { ConnectorListParts, ConnectorListSlot, ConnectorStatus, RowActions, RowTask } from './types.js';
import { useGone, useRowTasks } from './useRowTasks.js';

/** Props of `ConnectorList`. */
export interface ConnectorListProps extends RowActions, Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  connectors: readonly Connector[];
  /** The first list is being fetched. */
  loading?: boolean | undefined;
  /** Why there is no list, or why it could not be renewed. @default null */
  error?: ConnectError | null | undefined;
  onRetry?: (() => void) | undefined;
  /** Begins connecting another service; without it there is no such button. */
  onConnect?: (() => void) | undefined;
  /** By connector id. A connector that is not here shows no state, unless it was recycled. */
  statuses?: Readonly<Record<string, ConnectorStatus | undefined>> | undefined;
  /** Rows for which something runs: they wait, and their menu is closed. */
  pendingIds?: readonly string[] | undefined;
  /** Rows that are disconnected and still listed: they wait likewise, whoever asked. */
  leavingIds?: readonly string[] | undefined;
  /** Rows whose disconnecting was accepted and never carried out: they say that they are still connected, unless something runs for them or failed. */
  stuckIds?: readonly string[] | undefined;
  /** By connector id: what was asked for and did not happen. The row says so. */
  failures?: Readonly<Record<string, ConnectError | undefined>> | undefined;
  /** The host's name, as people know it. */
  appName?: string | undefined;
  /** @default the words of `i18n` */
  title?: ReactNode;
  /** Components in place of the kit's. */
  slots?: ConnectorListParts | undefined;
  classNames?: Partial<Record<ConnectorListSlot, string>> | undefined;
}

const NO_PARTS: ConnectorListParts = {};

/**
 * The connected accounts of an end user, a `<section>`: their state, check, rename, disconnect. Renders what it is given and asks for
 * the rest by callbacks; disconnecting asks first.
 * @example <ConnectorList connectors={connectors} onRename={rename} onDisconnect={disconnect} />
 */
export const ConnectorList = forwardRef<HTMLElement, ConnectorListProps>(function ConnectorList(
  {
    connectors,
    loading = false,
    error = null,
    onRetry,
    onConnect,
    onDisconnect,
    onRename,
    onCheck,
    onReconnect,
    canReconnect = () => true,
    statuses = {},
    pendingIds = [],
    leavingIds = [],
    stuckIds = [],
    failures = {},
    appName,
    title,
    slots = NO_PARTS,
    className,
    classNames = {},
    onKeyDown,
    ...native
  },
  ref,
) {
  const manager = useManagerWords();
  const { taskOf, ask } = useRowTasks();
  const [asked, setAsked] = useState<Connector | null>(null);
  // The host's part that threw, if one did: then the header says what the kit's own leaves to it.
  const [fallen, setFallen] = useState<ConnectorListParts['empty']>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = useCallback(() => heading.current?.focus(), []);
  const onGone = useCallback(() => {
    if (document.activeElement === document.body) focusHeading();
  }, [focusHeading]);
  const { gone, expect, forget } = useGone({ connectors, failures, onGone });
  const state = stateOf(connectors.length, loading, error);

  const begin = (connector: Connector, task: RowTask) => {
    forget();
    ask(connector.id, task);
  };
  const disconnect = (connector: Connector) => {
    setAsked(null);
    begin(connector, 'disconnect');
    expect(connector);
    onDisconnect(connector);
  };
  const rename = (connector: Connector, name: string) => {
    begin(connector, 'rename');
    onRename(connector, name);
  };
  const check = (connector: Connector) => {
    begin(connector, 'check');
    onCheck?.(connector);
  };

  const connect =
    onConnect &&
    (() => {
      forget();
      onConnect();
    });

  return (
    <ListSlotsProvider classNames={classNames}>
      <section
        {...native}
        {...ignoreHeldEnter(onKeyDown)}
        {...rootProps('manager', className)}
        ref={ref}
        data-loading={state === 'loading' ? '' : undefined}
        data-empty={state === 'empty' ? '' : undefined}
      >
        <ListHeader
          headingRef={heading}
          title={title ?? manager.title}
          description={
            state === 'failed' ? null : state !== 'empty' ? manager.description(appName) : slots.empty === fallen ? manager.empty.text(appName) : null
          }
          told={gone && manager.disconnected(gone)}
          loading={state === 'loading'}
          onConnect={state === 'empty' ? undefined : connect}
        />
        {error !== null && <ListFailure error={error} stale={state === 'listed'} onRetry={onRetry} appName={appName} />}
        {state === 'loading' && <ListSkeleton />}
        {state === 'empty' && (
          <ReplaceablePart name="empty" part={slots.empty} props={{ appName, onConnect: connect }}>
            <ListEmpty onConnect={connect} onDrawn={() => setFallen(() => slots.empty)} onFocusLost={focusHeading} />
          </ReplaceablePart>
        )}
        {state === 'listed' && (
          <ListParts.Provider value={slots}>
            <ul {...slotProps('manager-list', classNames['manager-list'])}>
              {withoutRepeats(connectors, ({ id }) => id).map((connector) => (
                <ConnectorRow
                  key={connector.id}
                  connector={connector}
                  status={own(statuses, connector.id)}
                  pending={leavingIds.includes(connector.id) ? 'disconnect' : pendingIds.includes(connector.id) ? taskOf(connector.id) : null}
                  stuck={stuckIds.includes(connector.id)}
                  failure={failureOf(own(failures, connector.id), taskOf(connector.id))}
                  onAskDisconnect={setAsked}
                  onRename={rename}
                  onCheck={onCheck && check}
                  onReconnect={canReconnect(connector) ? onReconnect : undefined}
                  appName={appName}
                />
              ))}
            </ul>
          </ListParts.Provider>
        )}
        <LiveRegion>{state === 'loading' ? manager.loading : ''}</LiveRegion>
        {asked !== null && <ConfirmDisconnect connector={asked} appName={appName} onConfirm={disconnect} onClose={() => setAsked(null)} />}
      </section>
    </ListSlotsProvider>
  );
});

const stateOf = (count: number, loading: boolean, error: ConnectError | null): 'listed' | 'loading' | 'failed' | 'empty' => {
  if (count > 0) return 'listed';
  if (loading) return 'loading';
  return error === null ? 'empty' : 'failed';
};

/** An id may be the name of something that every object has. */
const own = <Value,>(byId: Readonly<Record<string, Value>>, id: string): Value | undefined => (Object.hasOwn(byId, id) ? byId[id] : undefined);

const failureOf = (error: ConnectError | undefined, task: RowTask) => (error === undefined ? null : { task, error });
