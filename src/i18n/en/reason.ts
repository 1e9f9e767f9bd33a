/** Words around a reason that the service or Airbyte gave, in its own words. */
export const reason = {
  /** Isolated: what was given may read the other way. */
  given: (text: string) => `Reason given: \u2068${text}\u2069`,
  /** Of a fold that holds a long one. */
  summary: 'Reason given',
};
