/** Characters of what a caller has named, at most. */
const MAX_SHOWN = 60;

/** What a caller has named, as a log can hold it: it starts no line, moves no cursor and is short. */
export const shown = (key: PropertyKey): string =>
  String(key)
    .slice(0, MAX_SHOWN)
    .replace(/[^\w$-]/g, '?');
