import { vi } from 'vitest';

/** Waits until a check throws no more, and answers with what it gave: `vi.waitFor`, which has no setting of its own, as patient as `expect.poll`. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, 5_000);
