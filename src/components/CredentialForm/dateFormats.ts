/** One way to write a day or a moment, between a native box and the value that is sent. */
export interface DateFormat {
  /** Of the `<input>`. */
  type: 'date' | 'datetime-local';
  /** Of the `<input>`, in seconds. */
  step?: number;
  /** What the box shows of a value. Empty where it can not show it. */
  toBox: (value: string) => string;
  /** What is sent of what the box holds. */
  toValue: (box: string) => string;
  /** A value of this format: a pattern that takes it wants the format. */
  sample: string;
}

const same = (text: string) => text;

const DAY: DateFormat = { type: 'date', toBox: (value) => matched(value, /^\d{4,6}-\d\d-\d\d$/), toValue: same, sample: '2024-01-31' };

/** Of moments, by what stands between day and time and what comes after the seconds. Browsers leave out seconds that are zero. */
const moment = (between: string, fraction: string, end: string): DateFormat => ({
  type: 'datetime-local',
  step: 1,
  toBox: (value) => matched(value.replace(between, 'T').slice(0, value.length - fraction.length - end.length), /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  toValue: (box) => (box === '' ? '' : `${(box.length === 16 ? `${box}:00` : box.replace(/\.\d+$/, '')).replace('T', between)}${fraction}${end}`),
  sample: `2024-01-31${between}23:59:58${fraction}${end}`,
});

const DATE_TIMES: readonly DateFormat[] = [
  moment('T', '', 'Z'),
  moment('T', '.000', 'Z'),
  moment('T', '.000000', 'Z'),
  moment('T', '', ''),
  moment(' ', '', ''),
  moment(' ', '', 'Z'),
  moment('T', '.000', ''),
  moment('T', '.000000', ''),
  DAY,
];

const matched = (text: string, pattern: RegExp): string => (pattern.test(text) ? text : '');

/** Whether a box of this format shows the value whole. An empty one it does. */
export const shows = (format: DateFormat, value: string): boolean => value === '' || format.toValue(format.toBox(value)) === value;

/**
 * How the dates of a field are written: as the saved value, else as its pattern wants, else as ISO 8601 in seconds. Null where no native
 * box can hold them: then they are typed as text.
 */
export function dateFormatOf(kind: 'date' | 'date_time', pattern: { test: (text: string) => boolean } | null, value: string): DateFormat | null {
  const fitting = (kind === 'date' ? [DAY] : DATE_TIMES).filter(({ sample }) => pattern === null || pattern.test(sample));
  return fitting.find((format) => shows(format, value)) ?? null;
}
