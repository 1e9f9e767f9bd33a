'use client';
import { type ComponentPropsWithoutRef, forwardRef, useId, useRef } from 'react';
import type { ConnectError, ConnectorDefinition } from '../../core/index.js';
import { slotProps } from '../../internal/index.js';
import { PickerSlotsProvider } from './context.js';
import { optionId, PickerResults } from './PickerResults.js';
import { PickerSearch } from './PickerSearch.js';
import { PickerAnnouncement, PickerFailure, PickerNoMatch, PickerNone, PickerRequest, PickerSkeleton } from './PickerStates.js';
import type { ConnectorPickerSlot, PickerLayout, PickerState } from './types.js';
import { usePickerFocus } from './usePickerFocus.js';
import { usePickerKeys } from './usePickerKeys.js';
import { usePickerModel } from './usePickerModel.js';

export interface ConnectorPickerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'onSelect' | 'children'> {
  definitions: readonly ConnectorDefinition[];
  /** A service was chosen. */
  onSelect: (definition: ConnectorDefinition) => void;
  /** The list is being fetched. @selector [data-loading] @default false */
  loading?: boolean | undefined;
  /** Why there is no list, or why it could not be renewed. @default null */
  error?: ConnectError | null | undefined;
  onRetry?: (() => void) | undefined;
  /** By definition id: how many connectors the person has of it. */
  connectedCounts?: Readonly<Record<string, number | undefined>> | undefined;
  /** Ids of definitions with a connector that needs a new sign-in. */
  attentionIds?: readonly string[] | undefined;
  /** Ids or slugs that stand first, under a heading of their own. */
  suggested?: readonly string[] | undefined;
  /** How services stand before a search; results are always rows. @default 'grid' */
  layout?: PickerLayout | undefined;
  /** Put the focus into the search when the picker appears. @default false */
  autoFocus?: boolean | undefined;
  /** Asks for a service that is not offered, with what was typed, which may be nothing; without it there is no such button. */
  onRequest?: ((query: string) => void) | undefined;
  /** The host's name, as people know it. */
  appName?: string | undefined;
  classNames?: Partial<Record<ConnectorPickerSlot, string>> | undefined;
}

const NOTHING: readonly string[] = [];

/**
 * Finds and chooses a service, a `<div>`: a combobox that keeps the focus, over a listbox that is always open (ARIA's combobox pattern).
 * @example <ConnectorPicker definitions={definitions} onSelect={({ id }) => open(id)} />
 */
export const ConnectorPicker = forwardRef<HTMLDivElement, ConnectorPickerProps>(function ConnectorPicker(
  {
    definitions,
    onSelect,
    loading = false,
    error = null,
    onRetry,
    connectedCounts = {},
    attentionIds = NOTHING,
    suggested = NOTHING,
    layout = 'grid',
    autoFocus = false,
    onRequest,
    appName,
    className,
    classNames,
    ...native
  },
  ref,
) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const model = usePickerModel(definitions, suggested);
  const { query, asked, groups, items, highlighted } = model;
  const state = stateOf({ count: definitions.length, found: items.length, loading, error });
  const listed = state === 'listed';

  const clear = () => {
    model.setQuery('');
    input.current?.focus();
  };
  const enter = (definitionId: string) => {
    const item = items.find(({ definition }) => definition.id === definitionId);
    if (item !== undefined) onSelect(item.definition);
  };
  const onKeyDown = usePickerKeys({ model, listRef: list, onEnter: enter });
  usePickerFocus({ input, autoFocus, failed: state === 'failed' });

  return (
    <PickerSlotsProvider classNames={classNames}>
      <div
        {...native}
        {...slotProps('picker', className)}
        ref={ref}
        data-loading={state === 'loading' ? '' : undefined}
        data-empty={state === 'none' ? '' : undefined}
      >
        {state !== 'none' && state !== 'failed' && (
          <PickerSearch
            inputRef={input}
            query={query}
            onQueryChange={model.setQuery}
            onClear={clear}
            onKeyDown={onKeyDown}
            listId={listed ? listId : null}
            activeId={listed && highlighted !== null ? optionId(listId, highlighted) : null}
          />
        )}
        <PickerAnnouncement state={state} asked={asked} found={items.length} />
        {error !== null && <PickerFailure error={error} loading={loading} onRetry={onRetry} appName={appName} />}
        {state === 'loading' && <PickerSkeleton layout={layout} />}
        {state === 'none' && <PickerNone appName={appName} />}
        {state === 'no-match' && <PickerNoMatch query={asked} onClear={clear} onRequest={onRequest} />}
        {listed && (
          <PickerResults
            id={listId}
            listRef={list}
            groups={groups}
            layout={asked === '' ? layout : 'list'}
            query={asked}
            highlighted={highlighted}
            factsOf={({ id }) => ({ connectedCount: connectedCounts[id] ?? 0, needsAttention: attentionIds.includes(id) })}
            onSelect={onSelect}
          />
        )}
        {listed && onRequest !== undefined && <PickerRequest onRequest={() => onRequest(asked)} />}
      </div>
    </PickerSlotsProvider>
  );
});

function stateOf({ count, found, loading, error }: { count: number; found: number; loading: boolean; error: ConnectError | null }): PickerState {
  if (count > 0) return found > 0 ? 'listed' : 'no-match';
  if (error !== null) return 'failed';
  return loading ? 'loading' : 'none';
}
