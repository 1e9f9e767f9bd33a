'use client';

import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, type ReactNode } from 'react';
import { Button } from '../components/parts/index.js';
import type { Connector } from '../core/index.js';
import { useConnect, usePrefetch } from '../hooks/index.js';
import { useAppearance } from './appearance.js';
import { preloadConnectDialog } from './loadConnectDialog.js';

/** Props of `ConnectButton`: a `<button>`’s own, and these. */
export interface ConnectButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** Definition id or slug; without it the flow begins with the picker. */
  definition?: string | undefined;
  /** Called for each connector that is connected from here, also when the button is gone by then. */
  onConnected?: ((connector: Connector) => void) | undefined;
  /** What it says: the verb and the service, `Connect HubSpot`. */
  children: ReactNode;
}

/**
 * A `<button>` that opens the flow in the provider's dialog.
 * @throws {ConnectError} `provider_missing`
 * @example <ConnectButton definition="hubspot" onConnected={({ name }) => greet(name)}>Connect HubSpot</ConnectButton>
 */
export const ConnectButton = forwardRef<HTMLButtonElement, ConnectButtonProps>(function ConnectButton({ definition, onConnected, onClick, ...native }, ref) {
  const { connect } = useConnect();
  const { attributes } = useAppearance();
  const prefetch = usePrefetch();
  /** Beside what the host does then. */
  const prepare =
    <Event,>(heard: ((event: Event) => void) | undefined) =>
    (event: Event) => {
      heard?.(event);
      preloadConnectDialog();
      prefetch(definition);
    };
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    onClick?.(event);
    // The second click of a double click asks for nothing new. Leaving is no failure here: the provider's `onEvent` tells of it.
    if (!event.defaultPrevented && event.detail < 2) connect({ definition, onConnected }).catch(() => undefined);
  };
  return (
    <Button
      variant="primary"
      aria-haspopup="dialog"
      {...attributes}
      {...native}
      onPointerEnter={prepare(native.onPointerEnter)}
      onFocus={prepare(native.onFocus)}
      onClick={open}
      ref={ref}
    />
  );
});
