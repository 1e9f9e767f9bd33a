'use client';

import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { Connector } from '../core/index.js';
import { rootProps } from '../internal/index.js';
import { useAppearance } from './appearance.js';
import { FlowScreens, type FlowScreensProps } from './FlowScreens.js';
import { useFlowInPage } from './useFlowInPage.js';

/** Props of `Connect`. */
export interface ConnectProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, Pick<FlowScreensProps, 'classNames' | 'slots' | 'picker'> {
  /** Definition id or slug; without it the flow begins with the picker. */
  definition?: string | undefined;
  /** Called for each connector that is connected here. */
  onConnected?: ((connector: Connector) => void) | undefined;
  /**
   * Called when the person has closed it, also after a connection. With a `definition` the button that had the focus is gone: put it where
   * the person goes on, as by `() => heading.current?.focus()`.
   */
  onClose?: (() => void) | undefined;
}

/**
 * The connect flow where it stands, a `<section>`. Closed, it begins again with the picker; with a `definition` it is gone until another
 * one is given, or a new `key`.
 * @throws {ConnectError} `provider_missing`
 * @example <AirbyteProvider><Connect onConnected={({ name }) => greet(name)} /></AirbyteProvider>
 */
export const Connect = forwardRef<HTMLElement, ConnectProps>(function Connect(
  { definition, onConnected, onClose, className, classNames, slots, picker, ...native },
  ref,
) {
  const { flow, closed } = useFlowInPage({ definition, onConnected, onClose });
  const { attributes } = useAppearance();
  if (closed) return null;
  return (
    <section {...attributes} {...native} {...rootProps('connect', className)} ref={ref}>
      {flow.state.step !== 'idle' && <FlowScreens flow={flow} classNames={classNames} slots={slots} picker={picker} />}
    </section>
  );
});
