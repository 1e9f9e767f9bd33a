/** A value as one cell of a table. */
export interface TableCell {
  type: 'text' | 'number' | 'empty';
  /** Empty for `empty`: its sign is a word of `i18n`. */
  text: string;
}

export interface TableColumn {
  /** Null for the one column of records that are no objects. */
  key: string | null;
  /** `number` when every value seen is one. */
  type: 'text' | 'number';
}

export interface TableModel {
  columns: readonly TableColumn[];
  /** How many keys the records have in all; more than `columns` when there were too many. */
  columnCount: number;
}

/** Records that are looked at for their keys. */
const SAMPLE = 25;
/** Columns that are drawn at most. */
export const MAX_COLUMNS = 30;
/** Characters that a cell shows at most. */
export const MAX_CELL = 160;

/** The columns of a list of records, from the keys of the first ones, in the order in which they are met. */
export function tableModel(records: readonly unknown[]): TableModel {
  const sample = records.slice(0, SAMPLE);
  const keys = new Set<string | null>();
  for (const record of sample) {
    if (isRecord(record)) for (const key of Object.keys(record)) keys.add(key);
    else keys.add(null);
  }
  const columns = [...keys].slice(0, MAX_COLUMNS).map((key): TableColumn => ({ key, type: columnType(sample, key) }));
  return { columns, columnCount: keys.size };
}

/** The first records with their position, which is their identity: an answer never changes. */
export const tableRows = (records: readonly unknown[], limit: number): readonly { position: number; record: unknown }[] =>
  records.slice(0, limit).map((record, position) => ({ position, record }));

/** What a record shows in a column. Nested values become compact JSON; text is cut at `MAX_CELL` characters. */
export function tableCell(record: unknown, key: string | null): TableCell {
  const value = valueIn(record, key);
  if (value === null || value === undefined || value === '') return { type: 'empty', text: '' };
  if (typeof value === 'number') return { type: 'number', text: String(value) };
  const text = typeof value === 'string' ? value : compactJson(value);
  return { type: 'text', text: text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}…` : text };
}

function columnType(records: readonly unknown[], key: string | null): TableColumn['type'] {
  const values = records.map((record) => valueIn(record, key)).filter((value) => value !== null && value !== undefined && value !== '');
  return values.length > 0 && values.every((value) => typeof value === 'number') ? 'number' : 'text';
}

function valueIn(record: unknown, key: string | null): unknown {
  if (key === null) return isRecord(record) ? undefined : record;
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

const compactJson = (value: unknown): string => JSON.stringify(value) ?? String(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
