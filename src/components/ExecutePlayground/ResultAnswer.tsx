'use client';
import { type ReactNode, useId, useState } from 'react';
import type { ExecuteJsonResult, Operation } from '../../core/index.js';
import { nameFromKey } from '../../form/index.js';
import { usePlaygroundWords } from '../../internal/index.js';
import { Button, Notice } from '../parts/index.js';
import { AnswerTools } from './AnswerTools.js';
import { usePlaygroundSlot } from './context.js';
import { NoRecords } from './NoRecords.js';
import { ResultJson } from './ResultJson.js';
import { ResultTable } from './ResultTable.js';
import { Segments, segmentPanel } from './Segments.js';
import { summaryOf } from './summaryOf.js';

export interface ResultAnswerProps {
  operation: Operation;
  service: string;
  result: ExecuteJsonResult;
  page: number;
  onNextPage: ((nextParams: Readonly<Record<string, unknown>>) => void) | undefined;
}

/** A JSON answer: as a table where it has records, as JSON always. */
export function ResultAnswer({ operation, service, result, page, onNextPage }: ResultAnswerProps): ReactNode {
  const slot = usePlaygroundSlot();
  const words = usePlaygroundWords().result;
  const id = useId();
  const [chosen, setChosen] = useState<'table' | 'json'>('table');
  const records = result.records ?? (isNothing(result.data) ? [] : null);
  const view = records === null ? 'json' : chosen;
  const label = nameFromKey(operation.entity);
  const { nextParams, stopped } = result;
  return (
    <>
      <div {...slot('result-bar')}>
        {records !== null && (
          <Segments
            id={id}
            label={words.view}
            value={view}
            options={[
              { value: 'table', label: words.table },
              { value: 'json', label: words.json },
            ]}
            onValueChange={setChosen}
          />
        )}
        <span data-ack-slot="hint">
          <bdi>{summaryOf(result, page, words)}</bdi>
        </span>
        <AnswerTools data={result.data} name={`${operation.entity}-${operation.action}`} />
      </div>
      <div data-ack-slot="result-view" {...(records === null ? {} : segmentPanel(id, view))}>
        {view === 'json' ? (
          <ResultJson data={result.data} label={label} />
        ) : records !== null && records.length > 0 ? (
          <ResultTable records={records} label={label} />
        ) : (
          <NoRecords service={service} nothing={result.records === null} />
        )}
      </div>
      {nextParams !== null && onNextPage !== undefined && (
        <div {...slot('result-bar')} data-edge="end">
          <span data-ack-slot="hint">{words.more}</span>
          <Button size="sm" onClick={() => onNextPage(nextParams)}>
            {words.next}
          </Button>
        </div>
      )}
      {stopped !== undefined && (
        <div {...slot('result-error')}>
          <Notice tone="warning" title={words.stopped[stopped].title({ service })}>
            {words.stopped[stopped].text}
          </Notice>
        </div>
      )}
    </>
  );
}

/** Nothing came back: neither a list nor a value. */
const isNothing = (data: unknown): boolean => data === null || data === undefined || data === '';
