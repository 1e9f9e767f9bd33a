'use client';
import { useRef, useState } from 'react';

/** Keys of a list's items that stay with them when others are added or removed: an open fold and the focus belong to an item, not to its place. */
export function useItemKeys(count: number) {
  const [countAtFirst] = useState(count);
  const next = useRef(0);
  const keys = useRef<number[]>([]);
  // Items that came or went by other ways than `remove` did so at the end.
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    keys: keys.current,
    /** A key below it is that of an item that was there when the list appeared. */
    countAtFirst,
    remove: (index: number) => {
      keys.current.splice(index, 1);
    },
  };
}
