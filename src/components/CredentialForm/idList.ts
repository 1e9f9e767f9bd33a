/** Ids for `aria-describedby`; none gives undefined, so that no empty attribute is written. */
export const idList = (...ids: readonly (string | false | undefined)[]): string | undefined => ids.filter(Boolean).join(' ') || undefined;
