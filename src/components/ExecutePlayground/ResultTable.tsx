'use client';
import { type ReactNode, useState } from 'react';
import { usePlaygroundWords } from '../../internal/index.js';
import { Button } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';
import { focusableRegion } from './focusableRegion.js';
import { type TableColumn, tableCell, tableModel, tableRows } from './tableModel.js';

/** Rows drawn at first, and with each press on "Show more". */
const STEP = 100;

export interface ResultTableProps {
  records: readonly unknown[];
  /** Names the scrolling region. */
  label: string;
}

/** Records as rows. What a service answered is only ever text. */
export function ResultTable({ records, label }: ResultTableProps): ReactNode {
  const slot = usePlaygroundSlot();
  const { result } = usePlaygroundWords();
  const [limit, setLimit] = useState(STEP);
  const { columns, columnCount } = tableModel(records);
  const shown = Math.min(limit, records.length);
  return (
    <>
      <div {...slot('result-scroll')} {...focusableRegion(label)}>
        <table {...slot('result-table')}>
          <thead>
            <tr>
              {columns.map(({ key, type }) => (
                <th key={keyOf(key)} scope="col" data-type={type === 'number' ? type : undefined}>
                  <bdi>{key ?? result.value}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tableRows(records, shown).map(({ position, record }) => (
              <Row key={position} record={record} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      {(shown < records.length || columns.length < columnCount) && (
        <div {...slot('result-bar')} data-edge="end">
          <span data-ack-slot="hint">
            {shown < records.length ? result.shown({ shown, of: records.length }) : result.columns({ shown: columns.length, of: columnCount })}
          </span>
          {shown < records.length && (
            <Button size="sm" onClick={() => setLimit((current) => current + STEP)}>
              {result.showMoreRows(Math.min(STEP, records.length - shown))}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Row({ record, columns }: { record: unknown; columns: readonly TableColumn[] }): ReactNode {
  const { result } = usePlaygroundWords();
  return (
    <tr>
      {columns.map(({ key, type }, index) => {
        const cell = tableCell(record, key);
        const state = { 'data-type': type === 'number' ? type : undefined, 'data-empty': cell.type === 'empty' ? '' : undefined };
        const text = cell.type === 'empty' ? result.none : cell.text;
        return index === 0 ? (
          <th key={keyOf(key)} scope="row" {...state}>
            <bdi>{text}</bdi>
          </th>
        ) : (
          <td key={keyOf(key)} {...state}>
            <bdi>{text}</bdi>
          </td>
        );
      })}
    </tr>
  );
}

/** A key may be empty, and is not that of the one column without a key. */
const keyOf = (key: string | null): string => (key === null ? '' : `.${key}`);
