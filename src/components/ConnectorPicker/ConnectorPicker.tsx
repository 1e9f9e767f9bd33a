'use client';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useId, useRef, useState } from 'react';
import type { ConnectError, ConnectorDefinition } from '../../core/index.js';
import { rootProps } from '../../internal/index.js';
import { PickerParts, PickerSlotsProvider } from './context.js';
import { PickerKind } from './PickerKind.js';
import { optionId, PickerResults } from './PickerResults.js';
import { PickerSearch } from './PickerSearch.js';
import { PickerAnnouncement, PickerNoMatch, PickerNone, PickerRequest, PickerSkeleton } from './PickerStates.js';
import { pickerTrouble } from './pickerTrouble.js';
import type { ConnectorPickerParts, ConnectorPickerSlot, PickerLayout, PickerState } from './types.js';
import { useIntent } from './useIntent.js';
import { usePickerFacts } from './usePickerFacts.js';
import { usePickerFocus } from './usePickerFocus.js';
import { usePickerKeys } from './usePickerKeys.js';
import { usePickerModel } from './usePickerModel.js';
import { useStableCallback } from './useStableCallback.js';

/** Props of `ConnectorPicker`. */
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
  /**
   * Offer a choice of the kind of service. While the list loads it stands there already, and stays, so that nothing moves: for a short list
   * say false. @default true where many services are of several kinds
   */
  categories?: boolean | undefined;
  /** How services stand before a search; results are always rows. @default 'grid' */
  layout?: PickerLayout | undefined;
  /** Put the focus into the search when the picker appears. @default false */
  autoFocus?: boolean | undefined;
  /** Asks for a service that is not offered, with what was typed, which may be nothing; without it there is no such button. */
  onRequest?: ((query: string) => void) | undefined;
  /** Somebody is about to choose this one (a pointer or the highlight rests on it, a finger touches it): time to fetch what comes next. */
  onIntent?: ((definition: ConnectorDefinition) => void) | undefined;
  /** The host's name, as people know it. */
  appName?: string | undefined;
  slots?: ConnectorPickerParts | undefined;
  classNames?: Partial<Record<ConnectorPickerSlot, string>> | undefined;
}

const NOTHING: readonly string[] = [];
const NO_COUNTS = {};
const NO_PARTS: ConnectorPickerParts = {};

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
    connectedCounts = NO_COUNTS,
    attentionIds = NOTHING,
    suggested = NOTHING,
    categories,
    layout = 'grid',
    autoFocus = false,
    onRequest,
    onIntent,
    appName,
    slots = NO_PARTS,
    className,
    classNames,
    ...native
  },
  ref,
) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const awaited = loading && error === null && definitions.length === 0;
  const [placed, setPlaced] = useState(awaited);
  if (awaited && !placed) setPlaced(true);
  const model = usePickerModel({ definitions, suggested, categories, placed });
  const { asked, groups, items, highlighted, category } = model;
  const state = stateOf({ count: definitions.length, found: items.length, loading, error });
  const listed = state === 'listed';
  const trouble = pickerTrouble.use(error === null ? 'mounted' : error.code);
  const factsOf = usePickerFacts(connectedCounts, attentionIds);
  const select = useStableCallback(onSelect);
  const intend = useIntent(onIntent);

  const clear = () => {
    model.setQuery('');
    input.current?.focus();
  };
  const allKinds = () => {
    model.setCategory(null);
    input.current?.focus();
  };
  const keys = usePickerKeys({ model, loading: state === 'loading', listRef: list, onEnter: onSelect });
  usePickerFocus({ input, autoFocus, failed: state === 'failed' });
  const reached = items.find(({ definition }) => definition.id === highlighted)?.definition;
  // Where the keys reached none they take nothing back: a pointer may rest on a service while the list is renewed.
  useEffect(() => {
    if (reached === undefined) return;
    intend(reached);
    return () => intend(null);
  }, [reached, intend]);

  return (
    <PickerSlotsProvider classNames={classNames}>
      <PickerParts.Provider value={slots}>
        <div
          {...native}
          {...rootProps('picker', className)}
          ref={ref}
          data-loading={state === 'loading' ? '' : undefined}
          data-empty={state === 'none' ? '' : undefined}
        >
          {state !== 'none' && state !== 'failed' && (
            <PickerSearch
              inputRef={input}
              query={model.query}
              onQueryChange={model.setQuery}
              onClear={clear}
              {...keys}
              listId={listed ? listId : null}
              activeId={listed && highlighted !== null ? optionId(listId, highlighted) : null}
            >
              {(model.categories.length > 0 || (state === 'loading' && categories !== false)) && (
                <PickerKind categories={model.categories} category={category} onCategoryChange={model.setCategory} />
              )}
            </PickerSearch>
          )}
          <PickerAnnouncement state={state} model={model} />
          {error !== null && trouble !== null && (
            <trouble.PickerFailure error={error} stale={definitions.length > 0} loading={loading} onRetry={onRetry} appName={appName} />
          )}
          {(state === 'loading' || (state === 'failed' && trouble === null)) && <PickerSkeleton layout={layout} />}
          {state === 'none' && <PickerNone appName={appName} onRequest={onRequest && (() => onRequest(''))} />}
          {state === 'no-match' && <PickerNoMatch query={asked} category={category} onAllKinds={allKinds} onClear={clear} onRequest={onRequest} />}
          {listed && (
            <PickerResults
              id={listId}
              listRef={list}
              groups={groups}
              layout={asked === '' ? layout : 'list'}
              query={`${category ?? ''} ${asked}`}
              whole={model.short}
              highlighted={highlighted}
              factsOf={factsOf}
              onSelect={select}
              onIntent={intend}
            />
          )}
          {listed && onRequest !== undefined && <PickerRequest onRequest={() => onRequest(model.query.trim())} />}
        </div>
      </PickerParts.Provider>
    </PickerSlotsProvider>
  );
});

function stateOf({ count, found, loading, error }: { count: number; found: number; loading: boolean; error: ConnectError | null }): PickerState {
  if (count > 0) return found > 0 ? 'listed' : 'no-match';
  if (error !== null) return 'failed';
  return loading ? 'loading' : 'none';
}
