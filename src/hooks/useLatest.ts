'use client';

import { type RefObject, useInsertionEffect, useRef } from 'react';

/** The newest value of a prop, for code that runs later. It is set before any effect of a child runs. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
