'use client';

import { useEffect, useRef, useState } from 'react';
import { hasReturned, type ReturnPoint } from '../oauth/index.js';
import { createLazyFlow } from './flow/lazyFlow.js';
import type { ConnectFlowOptions, LazyConnectFlow } from './flow/types.js';

export interface OwnFlowOptions extends Pick<ConnectFlowOptions, 'api' | 'userKey' | 'queryClient' | 'emit'> {
  /** Takes up a sign-in that went on in this tab: of this surface only, or of any. False: none. */
  resumes: ReturnPoint['surface'] | 'any' | false;
  surface: ReturnPoint['surface'];
}

/** A flow that lives as long as the component: also over StrictMode's second effect, since it is ended only when nothing mounted again. */
export function useOwnFlow({ resumes, ...options }: OwnFlowOptions): LazyConnectFlow {
  const [flow] = useState(() => createLazyFlow(options));
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    flow.revive();
    if (resumes !== false && hasReturned()) flow.resume(resumes);
    return () => {
      mounted.current = false;
      queueMicrotask(() => mounted.current || flow.dispose());
    };
  }, [flow, resumes]);
  return flow;
}
