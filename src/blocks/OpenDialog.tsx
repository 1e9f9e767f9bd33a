'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { useConnect } from '../hooks/index.js';
import { loadConnectDialog } from './loadConnectDialog.js';

/**
 * The provider's dialog, from the moment somebody opens the flow. Where its script can not be loaded the page is told and the flow closed: the
 * next try loads it again, except in browsers that remember a module that failed until the page is loaded anew (Firefox before 155).
 */
export function OpenDialog() {
  const { state, close } = useConnect();
  const [loaded, setLoaded] = useState<{ Dialog: ComponentType } | null>(null);
  const open = state.step !== 'idle';
  useEffect(() => {
    if (!open || loaded !== null) return;
    loadConnectDialog().then(
      (Dialog) => setLoaded({ Dialog }),
      (cause: unknown) => {
        reportError(cause);
        close();
      },
    );
  }, [open, loaded, close]);
  return open && loaded !== null ? <loaded.Dialog /> : null;
}
