'use client';
import { type ReactNode, useState } from 'react';
import { ErrorDetails, type ErrorDetailsProps } from '../ConnectScreens/ErrorDetails.js';

/** What to quote to support: of a failure that is shown from now on. */
export function CallbackDetails({ error }: Pick<ErrorDetailsProps, 'error'>): ReactNode {
  const [failedAt] = useState(() => new Date());
  return <ErrorDetails error={error} failedAt={failedAt} />;
}
