'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { useConnect } from '../hooks/index.js';
import { loadConnectDialog } from './loadConnectDialog.js';

/** The provider's dialog, from the moment somebody opens the flow. Where its script can not be loaded the flow is closed: the next try loads it again. */
export function OpenDialog() {
  const { state, close } = useConnect();
  const [loaded, setLoaded] = useState<{ Dialog: ComponentType } | null>(null);
  const open = state.step !== 'idle';
  useEffect(() => {
    if (open && loaded === null) loadConnectDialog().then((Dialog) => setLoaded({ Dialog }), close);
  }, [open, loaded, close]);
  return open && loaded !== null ? <loaded.Dialog /> : null;
}
