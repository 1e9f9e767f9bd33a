import type { ConnectErrorCode } from '../../core/index.js';
import type { ErrorWords } from '../messages.js';
import { wait } from './wait.js';

/** Whom the sentence is about. Both may be unknown. */
export interface ErrorContext {
  /** The service, `HubSpot`. */
  service?: string | undefined;
  /** The host's own name. */
  app?: string | undefined;
  /** There is a form behind it, with what the person typed. @default false */
  typed?: boolean | undefined;
  /** What was typed is no longer in the form. @default false */
  forgotten?: boolean | undefined;
  /** The person signed in at the service and typed nothing. @default false */
  signedIn?: boolean | undefined;
  /** The host has chosen the service: there is no other one to choose. @default false */
  only?: boolean | undefined;
  /** It was for the application to do, as to list or to rename: the service had no part in it. @default false */
  ofApp?: boolean | undefined;
  /** Seconds after which it may be tried again, where no button counts them. */
  retryAfter?: number | undefined;
}

const AGAIN = 'Try again';
const RELOAD = 'Reload the page';
const TO_FORM = 'Back to the form';
const of = (name: string | undefined, otherwise: string) => name ?? otherwise;

const words =
  (title: string, text: string, action = AGAIN) =>
  (): ErrorWords => ({ title, text, action });

const tooMuch = words('That is too much to send', 'Nothing was saved. Shorten what you entered.', 'Back');

const stillThere = ({ forgotten }: ErrorContext): string => (forgotten ? '' : ' What you typed is still in the form.');

/** What was kept. */
const kept = (context: ErrorContext): string => (context.typed ? `Nothing was saved.${stillThere(context)}` : 'Nothing was changed.');

/** The same where nobody knows how far it came. */
const keptAtLeast = (context: ErrorContext): string => (context.typed ? `It may have been saved.${stillThere(context)}` : 'Nothing was lost.');

/** The same where only what was typed may have come through. */
const keptIfKnown = (context: ErrorContext): string => (context.typed ? keptAtLeast : kept)(context);

/** The application is set up wrongly: the person can do nothing about it, and is told so. */
const hostsFault = ({ app, ...context }: ErrorContext): ErrorWords => ({
  title: `${of(app, 'This page')} is not set up for this yet`,
  text: `${kept(context)} Please tell the people who run ${of(app, 'it')}; the reference below helps them.`,
  action: AGAIN,
});

/** Who was asked. */
const asked = ({ service, app, ofApp }: ErrorContext): string => (ofApp ? of(app, 'The server behind this page') : of(service, 'The service'));

const notAnswering = (context: ErrorContext): ErrorWords => ({
  title: `${asked(context)} is not answering`,
  text: `${keptIfKnown(context)} Try again in a moment.`,
  action: AGAIN,
});

/** What can be chosen instead; where nothing can, whom to tell. */
const elseTell = (choose: string, { only, app }: ErrorContext) => (only ? `Please tell the people who run ${of(app, 'this page')} if you need it.` : choose);

const startAgain = ({ service }: ErrorContext): ErrorWords => ({
  title: `The sign-in${service === undefined ? '' : ` at ${service}`} took too long`,
  text: 'It ended before it was finished. Nothing was saved.',
  action: AGAIN,
});

const refused = ({ service, signedIn, ...context }: ErrorContext): ErrorWords =>
  signedIn
    ? {
        title: `${of(service, 'The service')} did not accept this sign-in`,
        text: 'A permission may be missing. Nothing was saved. Sign in again, and allow everything that is asked for.',
        action: 'Sign in again',
      }
    : { title: `${of(service, 'The service')} refused these details`, text: kept(context), action: TO_FORM };

/** Cause, what was kept, the way on: for each code. Developers find the same code in the table of `core`. */
export const errors: Record<ConnectErrorCode, (context: ErrorContext) => ErrorWords> = {
  bad_request: hostsFault,
  invalid_input: words('Some details are not complete', 'Nothing was saved. Check the details and try again.', 'Back'),
  body_too_large: tooMuch,
  inputs_too_large: tooMuch,
  route_not_found: hostsFault,
  method_not_allowed: hostsFault,
  unsupported_media_type: hostsFault,
  version_mismatch: (context) => ({
    title: 'This page is out of date',
    text: `${kept(context)} ${context.typed ? 'Reload the page to go on; that clears the form, so copy first what you still need.' : 'Reload it to go on.'}`,
    action: context.typed ? TO_FORM : RELOAD,
  }),
  rate_limited: ({ retryAfter, ...context }) => ({
    title: `${asked(context)} limits how often it can be asked`,
    text: `${kept(context)} ${retryAfter === undefined || retryAfter < 2 ? 'Try again later.' : `Try again in ${wait(retryAfter, 'long')}.`}`,
    action: AGAIN,
  }),
  idempotency_key_reused: hostsFault,
  create_unsettled: ({ app, forgotten }) => ({
    title: `${of(app, 'This page')} is still finding out whether that was saved`,
    text: `${forgotten ? 'Enter it again' : 'What you typed is still in the form. Try again'} in a moment: nothing is saved twice.`,
    action: AGAIN,
  }),
  create_unclear: ({ app }) => ({
    title: 'It is not certain whether that was saved',
    text: `Look at your connected services, or ask the people who run ${of(app, 'this page')}, before you try again.`,
    action: 'Back',
  }),
  session_missing: ({ app, ...context }) => ({
    title: `You are signed out of ${of(app, 'this application')}`,
    text: `${kept(context)} Sign in in another tab and come back, or reload this page${context.typed ? ', which clears the form' : ''}.`,
    action: context.typed ? TO_FORM : RELOAD,
  }),
  origin_refused: hostsFault,
  operation_not_allowed: ({ app }) => ({ title: `${of(app, 'This application')} does not allow this`, text: 'Nothing was changed.', action: 'Back' }),
  connector_not_found: words('This account is no longer connected', 'It may have been disconnected elsewhere. Nothing else was changed.', 'Back'),
  connector_recycled: ({ service }) => ({
    title: `${of(service, 'This account')} has to be connected again`,
    text: 'It was not used for a while and was paused. Nothing else was changed.',
    action: 'Connect again',
  }),
  definition_not_found: (context) => ({
    title: 'This service is not offered here',
    text: `Nothing was changed. ${elseTell('Choose another one.', context)}`,
    action: 'Back',
  }),
  definition_not_enabled: (context) => ({
    title: `${of(context.service, 'This service')} is not available yet`,
    text: `Nothing was saved. ${elseTell('Choose another way to connect, or another service.', context)}`,
    action: 'Back',
  }),
  operation_not_found: ({ service }) => ({ title: `${of(service, 'The service')} does not offer this`, text: 'Nothing was changed.', action: 'Back' }),
  not_supported: words('This is not possible here', 'Nothing was changed. Choose another way.', 'Back'),
  not_available_in_token_mode: ({ app }) => ({
    title: 'This is not available here',
    text: `${of(app, 'This page')} cannot do this here. Nothing was changed.`,
    action: 'Back',
  }),
  credentials_refused: refused,
  credentials_mismatch: ({ service }) => ({
    title: 'These details do not fit',
    text: `${of(service, 'The service')} needs other details for this way of signing in. Nothing was saved.`,
    action: 'Back',
  }),
  refused_connector_left: ({ service, app, typed, forgotten }) => ({
    title: `${of(service, 'The service')} refused these details`,
    text: `${typed && !forgotten ? 'What you typed is still in the form. ' : ''}An entry that does not work was left behind; ${of(app, 'the application')} removes it.`,
    action: AGAIN,
  }),
  attempt_unknown: words(
    'This sign-in is not known',
    'It may be finished already, or be from another browser. Look at your connected services before you try again.',
    AGAIN,
  ),
  attempt_expired: startAgain,
  attempt_foreign: ({ app }) => ({
    title: 'This sign-in was started elsewhere',
    text: `It belongs to another browser or another person${app === undefined ? '' : ` in ${app}`}, so it was not used. Nothing was saved.`,
    action: AGAIN,
  }),
  attempt_replaced: words('A newer sign-in was started', 'This one was not used. Go on in the newer window.', 'Close'),
  oauth_denied: ({ service, app }) => ({
    title: 'You did not give access',
    text: `${of(service, 'The service')} returned without letting ${of(app, 'the application')} in. Nothing was saved.`,
    action: AGAIN,
  }),
  oauth_failed: ({ service }) => ({
    title: `The sign-in at ${of(service, 'the service')} did not work`,
    text: 'Nothing was saved. Try again in a moment.',
    action: AGAIN,
  }),
  oauth_not_available: ({ service }) => ({
    title: `Signing in at ${of(service, 'the service')} is not available here`,
    text: 'Nothing was saved. Choose another way to connect.',
    action: 'Back',
  }),
  secret_id_expired: startAgain,
  connector_refused: ({ service }) => ({
    title: 'The sign-in could not be used',
    text: `What ${of(service, 'the service')} sent back does not belong to this sign-in. Nothing was saved. Sign in again, with the account you want to connect.`,
    action: AGAIN,
  }),
  consent_url_refused: hostsFault,
  callback_needs_page: hostsFault,
  popup_blocked: ({ service }) => ({
    title: 'Your browser blocked the window',
    text: `Allow windows for this page, or sign in at ${of(service, 'the service')} in this tab.`,
    action: AGAIN,
  }),
  flow_closed: words('This was closed before it was finished', 'Nothing was saved.', AGAIN),
  conflict: words('Something else changed at the same time', 'Your change was not made. Try again.'),
  upstream_refused: hostsFault,
  upstream_not_entitled: hostsFault,
  upstream_rejected: hostsFault,
  upstream_unavailable: notAnswering,
  upstream_invalid: notAnswering,
  timeout: (context) => ({
    ...notAnswering(context),
    title: `${asked(context)} took too long to answer`,
    // Of what was only read nothing is left to go through.
    ...((context.typed || context.signedIn) && { text: 'It may still go through: look at your connected services before you try again.' }),
  }),
  backend_unavailable: ({ app, ...context }) => ({
    title: `${of(app, 'The server behind this page')} is not answering`,
    text: `${keptAtLeast(context)} Try again in a moment.`,
    action: AGAIN,
  }),
  network_unavailable: (context) => ({
    title: 'You seem to be offline',
    text: `${keptAtLeast(context)} Check your internet connection, then try again.`,
    action: AGAIN,
  }),
  aborted: words('This was stopped', 'Nothing was changed. You can start again.'),
  handler_misconfigured: hostsFault,
  token_mode_unenforced: hostsFault,
  provider_missing: hostsFault,
  invalid_prop: hostsFault,
  internal: ({ app, ...context }) => ({
    title: `${of(app, 'This page')} could not finish this`,
    text: `${keptIfKnown(context)} Try again. If it happens again, tell the people who run ${of(app, 'it')}; the reference below helps them.`,
    action: AGAIN,
  }),
};
