'use client';
import type { ReactNode } from 'react';
import { usePickerWords } from '../../internal/index.js';
import { Button, Icon, Skeleton } from '../parts/index.js';
import { usePickerSlots } from './context.js';
import type { PickerLayout, PickerState } from './types.js';
import type { PickerModel } from './usePickerModel.js';

/** As many as a dialog shows. */
const SKELETON_ITEMS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The list's layout before there is a list. */
export function PickerSkeleton({ layout }: { layout: PickerLayout }): ReactNode {
  const slot = usePickerSlots();
  return (
    <div {...slot('picker-results')} aria-hidden="true">
      <div data-ack-slot="picker-group">
        <div {...slot('picker-heading')}>
          <Skeleton width="s" />
        </div>
        <ul {...slot('picker-list')} data-layout={layout}>
          {SKELETON_ITEMS.map((item) => (
            <li key={item}>
              <span {...slot('picker-item')} data-loading="">
                <Skeleton width="tile" />
                <span>
                  <span {...slot('picker-item-name')}>
                    <Skeleton width="m" />
                  </span>
                  <span {...slot('picker-item-meta')}>
                    <Skeleton width="s" />
                  </span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export interface PickerNoneProps {
  appName: string | undefined;
  onRequest: (() => void) | undefined;
}

/** The host offers nothing: all that is left is to ask for something. */
export function PickerNone({ appName, onRequest }: PickerNoneProps): ReactNode {
  const slot = usePickerSlots();
  const { none } = usePickerWords();
  return (
    <div {...slot('empty')}>
      <Icon name="inbox" />
      <h3 data-ack-slot="title" data-level="2">
        {none.title}
      </h3>
      <p data-ack-slot="description">{none.text(appName)}</p>
      {onRequest !== undefined && <Button onClick={onRequest}>{none.request}</Button>}
    </div>
  );
}

export interface PickerNoMatchProps {
  query: string;
  /** The kind of service that was looked through; null is all. */
  category: string | null;
  onAllKinds: () => void;
  onClear: () => void;
  onRequest: ((query: string) => void) | undefined;
}

/** Nothing fits what was typed: it is repeated, and the way back is a press away. */
export function PickerNoMatch({ query, category, onAllKinds, onClear, onRequest }: PickerNoMatchProps): ReactNode {
  const slot = usePickerSlots();
  const picker = usePickerWords();
  return (
    <div {...slot('empty')}>
      <Icon name="search" />
      <h3 data-ack-slot="title" data-level="2">
        {picker.noMatch.title(query)}
      </h3>
      <p data-ack-slot="description">{category === null ? picker.noMatch.text : picker.noMatch.textOfKind(category)}</p>
      {category !== null && <Button onClick={onAllKinds}>{picker.noMatch.allKinds}</Button>}
      {category === null && onRequest !== undefined && <Button onClick={() => onRequest(query)}>{picker.noMatch.request(query)}</Button>}
      <button type="button" data-ack-slot="link" onClick={onClear}>
        {picker.clear}
      </button>
    </div>
  );
}

/** The last line of a list: for whoever looked through it and did not find the service. */
export function PickerRequest({ onRequest }: { onRequest: () => void }): ReactNode {
  const slot = usePickerSlots();
  const { request } = usePickerWords();
  return (
    <p {...slot('picker-footer')}>
      {request.question}{' '}
      <button type="button" data-ack-slot="link" onClick={onRequest}>
        {request.action}
      </button>
    </p>
  );
}

export interface PickerAnnouncementProps {
  state: PickerState;
  model: Pick<PickerModel, 'asked' | 'items' | 'guessed'>;
}

/** What is said aloud when it changes. A failure says itself. */
export function PickerAnnouncement({ state, model: { asked, items, guessed } }: PickerAnnouncementProps): ReactNode {
  const picker = usePickerWords();
  const found = items.length;
  const answer = guessed ? picker.guesses({ query: asked, names: items.map(({ definition }) => definition.name) }) : picker.results(found, asked);
  const words: Record<PickerState, string> = {
    listed: asked === '' ? picker.count(found) : answer,
    'no-match': picker.noMatch.title(asked),
    loading: picker.loading,
    failed: '',
    none: picker.none.title,
  };
  return (
    <span data-ack-slot="visually-hidden" role="status">
      {words[state]}
    </span>
  );
}
