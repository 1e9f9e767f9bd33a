/** Characters of a page that a backend takes. */
const MAX_LENGTH = 500;

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

/** The page as a path of its origin, to come back to. */
export const pageOf = ({ pathname, search, hash }: Place): string => pathname + search + hash;

/** The same for a backend: of fragments those that name a page, since others may hold tokens; without query and fragment where they are long, and none where the path itself is. */
export const shortPageOf = (place: Place): string | undefined =>
  [pageOf({ ...place, hash: /^#!?\//.test(place.hash) ? place.hash : '' }), place.pathname].find(({ length }) => length <= MAX_LENGTH);
