/** Nobody counts more seconds than these. */
const MOST_SECONDS = 120;

/** A wait, in minutes where it is long. @param seconds may be a fraction */
export const wait = (seconds: number, unitDisplay: 'long' | 'short' = 'short'): string => {
  const isLong = seconds > MOST_SECONDS;
  const unit = isLong ? 'minute' : 'second';
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay }).format(Math.ceil(isLong ? seconds / 60 : seconds));
};
