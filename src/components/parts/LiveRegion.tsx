'use client';
import { Fragment, type ReactNode, useEffect, useState } from 'react';

export interface LiveRegionProps {
  /** What is to be heard; empty while there is nothing to say. */
  children: string;
  /** Counts what was said: the same words under another number are heard again. @default 0 */
  turn?: number | undefined;
}

/**
 * Says something to whoever does not see it, a `<span role="status">`. It stands in the page before its text does: a region that comes with
 * its text is not read by every screen reader. Keep it mounted, and change what is in it.
 */
export function LiveRegion({ children, turn = 0 }: LiveRegionProps): ReactNode {
  const [told, setTold] = useState('');
  useEffect(() => setTold(children), [children]);
  return (
    <span data-ack-slot="announcement" role="status">
      {/* a text of its own: only what is added is read */}
      <Fragment key={turn}>{told}</Fragment>
    </span>
  );
}
