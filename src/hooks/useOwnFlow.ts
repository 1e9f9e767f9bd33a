'use client';

import { useEffect, useRef, useState } from 'react';
import { type ReturnPoint, takeReturn } from '../oauth/index.js';
import { createConnectFlow } from './flow/createConnectFlow.js';
import type { ConnectFlow, ConnectFlowOptions } from './flow/types.js';

export interface OwnFlowOptions extends Pick<ConnectFlowOptions, 'api' | 'userKey' | 'queryClient' | 'emit'> {
  /** Takes up a sign-in that went on in this tab: of this surface only, or of any. False: none. */
  resumes: ReturnPoint['surface'] | 'any' | false;
  surface: ReturnPoint['surface'];
}

/** A flow that lives as long as the component: also over StrictMode's second effect, since it is ended only when nothing mounted again. */
export function useOwnFlow({ resumes, ...options }: OwnFlowOptions): ConnectFlow {
  const [flow] = useState(() => createConnectFlow(options));
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    const point = resumes === false ? null : takeReturn(resumes === 'any' ? {} : { surface: resumes });
    if (point !== null) flow.resume(point);
    return () => {
      mounted.current = false;
      queueMicrotask(() => mounted.current || flow.dispose());
    };
  }, [flow, resumes]);
  return flow;
}
