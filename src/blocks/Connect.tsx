'use client';

import { type ComponentPropsWithoutRef, forwardRef, useEffect } from 'react';
import type { Connector } from '../core/index.js';
import { useConnect, useLatest } from '../hooks/index.js';
import { rootProps } from '../internal/index.js';
import { useAppearance } from './appearance.js';
import { FlowScreens, type FlowScreensProps } from './FlowScreens.js';

export interface ConnectProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, Pick<FlowScreensProps, 'classNames' | 'slots' | 'picker'> {
  /** Definition id or slug; without it the flow begins with the picker. */
  definition?: string | undefined;
  /** Called for each connector that is connected here. */
  onConnected?: ((connector: Connector) => void) | undefined;
}

/**
 * The connect flow where it stands, a `<section>`. Closed, it begins again.
 * @throws {ConnectError} `provider_missing`
 * @example <AirbyteProvider><Connect onConnected={({ name }) => greet(name)} /></AirbyteProvider>
 */
export const Connect = forwardRef<HTMLElement, ConnectProps>(function Connect(
  { definition, onConnected, className, classNames, slots, picker, ...native },
  ref,
) {
  const flow = useConnect({ inline: true });
  const { attributes } = useAppearance();
  const { ensureOpen, state } = flow;
  const latest = useLatest(onConnected);
  const idle = state.step === 'idle';
  useEffect(() => {
    // Not `connect`: a sign-in in this tab may have opened it a moment ago.
    if (idle) ensureOpen({ definition, onConnected: (connector) => latest.current?.(connector) });
  }, [idle, ensureOpen, definition, latest]);
  return (
    <section {...attributes} {...native} {...rootProps('connect', className)} ref={ref}>
      {!idle && <FlowScreens flow={flow} classNames={classNames} slots={slots} picker={picker} />}
    </section>
  );
});
