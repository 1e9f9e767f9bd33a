/** What the doctor found in one place. */
export interface Finding {
  check: 'credentials' | 'generation' | 'organization' | 'definitions' | 'tenants' | 'clock' | 'callback' | 'handler' | 'page';
  /** `skipped` could not be looked at, and says why. */
  level: 'ok' | 'warning' | 'error' | 'skipped';
  says: string;
  /** What to do; of warnings and errors. */
  cure?: string;
}

export const ok = (check: Finding['check'], says: string): Finding => ({ check, level: 'ok', says });
export const skipped = (check: Finding['check'], says: string): Finding => ({ check, level: 'skipped', says });
export const warning = (check: Finding['check'], says: string, cure: string): Finding => ({ check, level: 'warning', says, cure });
export const error = (check: Finding['check'], says: string, cure: string): Finding => ({ check, level: 'error', says, cure });
