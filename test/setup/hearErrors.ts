import { afterEach, beforeEach } from 'vitest';

/** What a page is told by `reportError` during one test, in its order. Called once at the head of a file; nothing stays after a test. */
export function hearErrors<Reported = unknown>(): Reported[] {
  const reports: Reported[] = [];
  const note = (event: ErrorEvent) => {
    reports.push(event.error);
    event.preventDefault();
  };
  beforeEach(() => {
    reports.length = 0;
    addEventListener('error', note);
  });
  afterEach(() => removeEventListener('error', note));
  return reports;
}
