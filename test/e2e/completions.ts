import type { Request } from 'playwright';
import type { Demo } from './harness.js';

/** Whether a page asks the backend to complete a sign-in. */
export const isCompletion = (request: Request): boolean => request.method() === 'POST' && request.url().endsWith('/attempts/complete');

/** The connectors that the backend has had Airbyte remove. */
export const removals = ({ sandbox }: Demo) => sandbox.requests.filter(({ method, path }) => method === 'DELETE' && path.includes('/connectors/'));
