import type { ExecuteJsonResult } from '../../core/index.js';
import type { Messages } from '../../i18n/index.js';

/** `Page 2 · 25 records · 412 ms`, as far as it is known. */
export function summaryOf({ records, durationMs }: ExecuteJsonResult, page: number, words: Messages['playground']['result']): string {
  const parts = [
    page > 1 ? words.page(page) : null,
    records === null ? words.answered : words.records(records.length),
    durationMs === null ? null : words.milliseconds(Math.round(durationMs)),
  ];
  return parts.filter((part) => part !== null).join(words.separator);
}
