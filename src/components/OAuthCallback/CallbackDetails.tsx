'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { ErrorDetails, type ErrorDetailsProps } from '../ConnectScreens/ErrorDetails.js';

/** What to quote to support. The time is the browser's: a server that draws the page has another, in another language. */
export function CallbackDetails({ error }: Pick<ErrorDetailsProps, 'error'>): ReactNode {
  const [failedAt, setFailedAt] = useState<Date>();
  useEffect(() => setFailedAt(new Date()), []);
  return <ErrorDetails error={error} failedAt={failedAt} />;
}
