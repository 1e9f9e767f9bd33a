import type { Request } from 'playwright';

/** Whether a page asks the backend to complete a sign-in. */
export const isCompletion = (request: Request): boolean => request.method() === 'POST' && request.url().endsWith('/attempts/complete');
