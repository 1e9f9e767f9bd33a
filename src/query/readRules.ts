/**
 * Rules of every read. Whoever answers or carries it has repeated already what repeating can mend (the handler towards Airbyte, a client towards
 * its endpoint), so it is not repeated once more; nor is what the handler itself answers for Airbyte (`timeout`, `upstream_invalid`). Without a
 * network it fails when the client has tried three times, within two seconds, in place of waiting without a word, and is read again when the
 * network is back.
 */
export const READ_RULES = { retry: false, networkMode: 'always', refetchOnReconnect: true } as const;
