'use client';
import { type ReactNode, useState } from 'react';
import { ErrorDetails, type ErrorDetailsProps } from './ErrorDetails.js';

/** What to quote to support: of a failure that is shown from now on. */
export function DatedErrorDetails({ error }: Pick<ErrorDetailsProps, 'error'>): ReactNode {
  const [failedAt] = useState(() => new Date());
  return <ErrorDetails error={error} failedAt={failedAt} />;
}
