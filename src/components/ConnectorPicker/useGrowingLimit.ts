'use client';
import { useEffect, useState } from 'react';

/** As many as a dialog shows, and some more. Divides by two, three and four, so that a page of cards ends with a full row. */
const PAGE = 24;

/**
 * How many items to draw: a page, and one more whenever the end of what is drawn comes near. Thousands of definitions then open as fast
 * as twenty. It begins again when `key` changes.
 * @param whole Draw all at once: there are not many, and whoever looks for one in the page finds it.
 */
export function useGrowingLimit(key: string, whole: boolean): { limit: number; endRef: (end: HTMLElement | null) => void } {
  const [drawn, setDrawn] = useState({ key, pages: 1 });
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const pages = drawn.key === key ? drawn.pages : 1;

  // An observer of its own for each number of pages: it looks again, also where the end stays in view.
  useEffect(() => {
    if (end === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setDrawn({ key, pages: pages + 1 });
    });
    observer.observe(end);
    return () => observer.disconnect();
  }, [end, key, pages]);

  return { limit: whole ? Number.POSITIVE_INFINITY : pages * PAGE, endRef: setEnd };
}
