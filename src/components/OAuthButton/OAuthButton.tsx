'use client';
import { forwardRef } from 'react';
import { useFlowWords, VERSION_MARK } from '../../internal/index.js';
import { Button, type ButtonProps, Icon, Tile } from '../parts/index.js';

/** Props of `OAuthButton`. */
export interface OAuthButtonProps extends ButtonProps {
  /** The service's own name, `HubSpot`. */
  serviceName: string;
  /** An https address of the service's logo, shown before the words. @default null: none is shown */
  iconUrl?: string | null | undefined;
}

/**
 * Goes on to a service's sign-in, a `<button>`. Its click has to reach the opener of the window before anything is awaited: browsers
 * block windows that open later. `children` replace the words.
 * @example <OAuthButton serviceName="HubSpot" onClick={start} />
 */
export const OAuthButton = forwardRef<HTMLButtonElement, OAuthButtonProps>(function OAuthButton(
  { serviceName, iconUrl = null, variant = 'primary', loading = false, children, ...native },
  ref,
) {
  const { consent } = useFlowWords();
  return (
    <Button {...native} {...VERSION_MARK} ref={ref} variant={variant} loading={loading}>
      {iconUrl !== null && !loading && <Tile name={serviceName} iconUrl={iconUrl} size="sm" />}
      {children ?? consent.submit({ service: serviceName })}
      {!loading && <Icon name="arrow" />}
    </Button>
  );
});
