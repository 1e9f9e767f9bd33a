'use client';
import { type ComponentPropsWithoutRef, forwardRef, useEffect, useRef } from 'react';
import type { ConnectErrorCode } from '../../core/index.js';
import { rootProps, useCallbackWords, useErrorWords } from '../../internal/index.js';
import { datedErrorDetails } from '../ConnectScreens/loadErrorDetails.js';
import { Icon, Status, Tile } from '../parts/index.js';
import { CallbackActions } from './CallbackActions.js';
import { callbackWords } from './callbackWords.js';
import { CallbackSlotsProvider } from './context.js';
import { useLong } from './useLong.js';

/** `relayed`: another window of the host finishes the sign-in. `nothing`: the address carries no sign-in. */
export type OAuthCallbackStatus = 'completing' | 'connected' | 'failed' | 'relayed' | 'nothing';

/** Slots of an `OAuthCallback`: the same names as `data-ack-slot`. */
export type OAuthCallbackSlot = 'button' | 'hint';

/** Props of `OAuthCallback`. */
export interface OAuthCallbackProps extends Omit<ComponentPropsWithoutRef<'main'>, 'children'> {
  status: OAuthCallbackStatus;
  serviceName?: string | undefined;
  /** The connected account. */
  connectorName?: string | undefined;
  /** Why it failed; words are chosen by it. @default 'internal' */
  errorCode?: ConnectErrorCode | undefined;
  /** Of a failure, to quote to support: in the fold, beside its code and time. */
  requestId?: string | undefined;
  /** Closes the window. Not called by itself: nothing closes on a failure. */
  onClose: () => void;
  /** The host's name, as people know it. */
  appName?: string | undefined;
  /** Where "Back" leads when this is a whole page and no window to close. */
  returnHref?: string | undefined;
  classNames?: Partial<Record<OAuthCallbackSlot, string>> | undefined;
}

/**
 * The page on which a sign-in ends, a `<main>`: the last thing seen in the window.
 * @example <OAuthCallback status="connected" serviceName="HubSpot" onClose={() => window.close()} />
 */
export const OAuthCallback = forwardRef<HTMLElement, OAuthCallbackProps>(function OAuthCallback(
  { status, serviceName, connectorName, errorCode = 'internal', requestId, onClose, appName, returnHref, className, classNames, ...native },
  ref,
) {
  const messages = { callback: useCallbackWords(), errors: useErrorWords() };
  const title = useRef<HTMLHeadingElement>(null);
  const long = useLong(status === 'completing');
  const details = datedErrorDetails.use(status);
  const words = callbackWords(messages, { status, errorCode, service: serviceName, name: connectorName, app: appName, long });

  // The outcome replaces the wait: focus goes with it, so that it is read.
  useEffect(() => {
    if (status !== 'completing') title.current?.focus();
  }, [status]);

  return (
    <CallbackSlotsProvider classNames={classNames}>
      <main {...native} {...rootProps('callback', className)} ref={ref} data-status={status} aria-busy={status === 'completing'}>
        <Status
          heading="h1"
          role="status"
          titleRef={title}
          mark={status === 'completing' ? <Waiting service={serviceName} app={appName} /> : <Ended service={serviceName} app={appName} />}
          badge={words.badge}
          title={words.title}
          description={words.text}
        />
        {status !== 'completing' && <CallbackActions onClose={onClose} appName={appName} returnHref={returnHref} />}
        {status === 'failed' && details !== null && <details.DatedErrorDetails error={{ code: errorCode, requestId }} />}
      </main>
    </CallbackSlotsProvider>
  );
});

interface Names {
  service: string | undefined;
  app: string | undefined;
}

/** Whom it was about: the service, else the host. */
function Ended({ service, app }: Names) {
  if (service === undefined && app === undefined) return <Unknown />;
  return <Tile name={service ?? app ?? ''} size="lg" host={service === undefined} />;
}

/** In place of a service that is not known. */
const Unknown = () => (
  <span data-ack-slot="tile" data-size="lg" data-host="" aria-hidden="true">
    <Icon name="plug" />
  </span>
);

/** From the service to the host, with the three dots of a wait between them. */
function Waiting({ service, app }: Names) {
  return (
    <div data-ack-slot="pair">
      {service === undefined ? app !== undefined && <Unknown /> : <Tile name={service} size="lg" />}
      <span data-ack-slot="pair-link" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {app !== undefined && <Tile name={app} size="lg" host />}
    </div>
  );
}
