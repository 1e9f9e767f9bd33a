'use client';
import { useEffect, useLayoutEffect } from 'react';

/** Does something when what was drawn is there, before it is seen. A server commits nothing, and says so of layout effects. */
export const useCommit = typeof document === 'undefined' ? useEffect : useLayoutEffect;
