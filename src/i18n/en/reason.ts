/** Words around a reason that the service or Airbyte gave, in its own words. */
export const reason = {
  /** Before a short one. */
  given: 'Reason given:',
  /** Of a fold that holds a long one. */
  summary: 'Reason given',
};
