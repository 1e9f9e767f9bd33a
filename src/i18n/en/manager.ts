import type { AboutAccount, AboutService } from '../about.js';
import { wait } from './wait.js';

/** Words of the list of connected services. */
export const manager = {
  title: 'Connected services',
  description: (app: string | undefined) => (app === undefined ? 'These accounts are connected.' : `${app} reads from these accounts.`),
  connect: 'Connect',
  notLoaded: 'Your connected services could not be loaded',
  /** In place of it, where an older list is still shown. */
  stale: 'This list may be out of date',
  /** `reason` is the title of an error. */
  notLoadedText: (reason: string) => `${reason}. Nothing was changed.`,
  retry: 'Try again',
  retryIn: (seconds: number) => `Try again in ${wait(seconds)}`,
  retryFor: ({ name }: AboutAccount) => `Try again: ${name}`,
  loading: 'Loading your connected services',
  empty: {
    title: 'No services connected',
    text: (app: string | undefined) =>
      app === undefined ? 'Connect the first service, and it is listed here.' : `Connect the first service, and ${app} can read from it.`,
    action: 'Connect a service',
  },
  /** Under a name that is the service's own: the person's day. On a server, and over what it drew, that of UTC, which both say alike. @param milliseconds since 1970 */
  since: (milliseconds: number, inUtc = false) =>
    `Connected on ${new Date(milliseconds).toLocaleDateString('en', { dateStyle: 'medium', timeZone: inUtc ? 'UTC' : undefined })}`,
  /** One word or two for each state of a row. */
  status: {
    ok: 'Working',
    checking: 'Checking',
    attention: 'Sign in again',
    broken: 'Not working',
    unverified: 'Not checked',
  },
  /** Of an account that was not used and was paused. */
  recycled: { label: 'Reconnect to use', note: 'It was not used for a while and was paused. Reconnect it to go on.' },
  unavailable: {
    title: 'The list is not available here',
    text: (app: string | undefined) => `${app ?? 'This page'} can connect services here, but cannot list or disconnect them. Everything stays connected.`,
  },
  menu: {
    more: ({ name }: AboutAccount) => `More for ${name}`,
    check: 'Check now',
    rename: 'Rename',
    reconnect: 'Reconnect',
    disconnect: 'Disconnect',
  },
  reconnect: 'Reconnect',
  reconnectFor: ({ name }: AboutAccount) => `Reconnect ${name}`,
  rename: {
    label: ({ name }: AboutAccount) => `New name for ${name}`,
    save: 'Save',
    cancel: 'Cancel',
    missing: 'Enter a name.',
    tooLong: (most: number) => `Use at most ${most} characters.`,
  },
  disconnected: ({ name }: AboutAccount) => `${name} is disconnected.`,
  /** Airbyte took it, and did not carry it out. */
  stillConnected: ({ name }: AboutAccount) => `${name} was not disconnected in time. It is still connected.`,
  pending: { disconnect: 'Disconnecting', rename: 'Saving', check: 'Checking' },
  failed: {
    disconnect: ({ name, reason }: AboutAccount & { reason: string }) => `${name} was not disconnected. ${reason}.`,
    rename: ({ name, reason }: AboutAccount & { reason: string }) => `${name} was not renamed. ${reason}.`,
    check: ({ name, reason }: AboutAccount & { reason: string }) => `${name} could not be checked. ${reason}.`,
  },
  confirm: {
    title: ({ name }: AboutAccount) => `Disconnect ${name}?`,
    text: ({ service, app }: AboutAccount & AboutService) =>
      app === undefined
        ? `This ${service} account is no longer read, and its sign-in is deleted. Data that was already read stays.`
        : `${app} stops reading this ${service} account and deletes its sign-in. Data already in ${app} stays.`,
    disconnect: ({ name }: AboutAccount) => `Disconnect ${name}`,
    keep: 'Keep connected',
  },
};
