import type { AboutAccount, AboutService } from '../about.js';
import { frame } from './frame.js';
import { wait } from './wait.js';

const appOr = (app: string | undefined, otherwise = 'this application') => app ?? otherwise;
const list = new Intl.ListFormat('en');
const number = new Intl.NumberFormat('en');
const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' });

/** A label inside a sentence: `secret key`, but `API token`. */
const inSentence = (label: string): string => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1));

/** What an application may touch. */
const named = (things: readonly string[]): string => list.format(things.map(inSentence));

/** Words of the connect flow: of its frame, and of its screens. */
export const flow = {
  ...frame,
  done: 'Done',
  connectAnother: 'Connect another service',
  /** Where the service is fixed. */
  connectAnotherAccount: ({ service }: AboutService) => `Connect another ${service} account`,
  /** Before something typed is thrown away. */
  discard: {
    title: 'Discard what you typed?',
    text: 'It is not saved anywhere.',
    discard: 'Discard',
    keep: 'Keep editing',
  },
  /** What was typed was forgotten: what is secret, and all of a form that does not tell what is. */
  cleared: {
    title: 'Some of what you typed was cleared',
    text: 'You were away from this page, so not everything was kept. Enter what is missing.',
  },
  /** Of an account that is connected already and is to be signed in to anew. */
  again: {
    method: ({ name }: AboutAccount) => `How do you want to reconnect ${name}?`,
    form: ({ service, label }: AboutService & { label: string }) => `Replace your ${service} ${inSentence(label)}`,
    consent: ({ service }: AboutService) => `Sign in to ${service} again`,
    text: ({ name }: AboutAccount) => `For ${name}. Its name stays; all other details are replaced.`,
    submit: ({ service }: AboutService) => `Reconnect ${service}`,
    submitting: ({ service }: AboutService) => `Reconnecting ${service}`,
  },
  method: {
    title: ({ service }: AboutService) => `How do you want to connect ${service}?`,
    text: ({ app }: AboutService) => `You can disconnect it at any time${app === undefined ? '' : ` in ${app}`}.`,
  },
  form: {
    title: ({ service, label }: AboutService & { label: string }) => `Enter your ${service} ${inSentence(label)}`,
    text: ({ service, app }: AboutService) =>
      app === undefined ? `It is used to reach your ${service} account.` : `${app} uses it to reach your ${service} account.`,
    submit: ({ service }: AboutService) => `Connect ${service}`,
    submitting: ({ service }: AboutService) => `Connecting ${service}`,
    long: ({ service }: AboutService) => `${service} takes longer than usual. What you typed is kept while you wait.`,
  },
  consent: {
    title: ({ service }: AboutService) => `Sign in to ${service}`,
    text: ({ service, app }: AboutService) => `${service} opens in a new window. ${appOr(app, 'This application')} never sees your password.`,
    guide: ({ service, app }: AboutService) => `${service} asks whether to let ${appOr(app)} in. Then you are back here.`,
    /** Before the text, where something is asked first. */
    inputs: 'Fill this in first.',
    permissions: {
      title: ({ app }: AboutService) => `What ${appOr(app)} will be able to do`,
      reads: (things: readonly string[]) => `Read ${named(things)}`,
      changes: (things: readonly string[]) => `Create and change ${named(things)}`,
      /** Unfolds the others, where there are many. */
      more: (count: number) => `${number.format(count)} more`,
      changesNothing: ({ service, app }: AboutService) => `${appOr(app, 'This application')} changes nothing in ${service}`,
    },
    submit: ({ service }: AboutService) => `Continue to ${service}`,
  },
  waiting: {
    open: {
      title: ({ service }: AboutService) => `Finish in the ${service} window`,
      text: 'Choose your account there and allow access. This screen moves on by itself.',
      /** After ten seconds. */
      long: 'Take your time. If you cannot see the window, it may be behind this one.',
      show: 'Show the window',
    },
    maybe_closed: {
      title: ({ service }: AboutService) => `Did the ${service} window close?`,
      text: 'If you allowed access, stay here a moment. Otherwise open it again; nothing is lost.',
      reopen: ({ service }: AboutService) => `Open ${service} again`,
    },
    blocked: {
      title: 'Your browser blocked the window',
      text: 'Continue in this tab instead. You’ll come back to this step afterwards.',
      /** Where the tab can not be left. */
      allow: 'Allow windows for this page in your browser, then try again.',
      continue: 'Continue in this tab',
      reopen: 'Try the window again',
    },
    /** Where neither a window opens nor the tab can be left: the page itself is given to the person. */
    link: {
      title: ({ service }: AboutService) => `Open ${service} to sign in`,
      text: ({ service }: AboutService) => `Your browser opens no window from here. Press “Open ${service}”, allow access, then come back.`,
      open: ({ service }: AboutService) => `Open ${service}`,
    },
  },
  checking: {
    title: 'Checking that it works',
    text: ({ service }: AboutService) => `${service} usually answers within ten seconds.`,
    steps: { stored: 'Access saved', reading: ({ service }: AboutService) => `Asking ${service} for one record`, ready: 'Ready to use' },
    long: ({ service }: AboutService) => `${service} takes longer than usual. You can wait, or cancel: then nothing is saved.`,
  },
  connected: {
    title: ({ name }: AboutAccount) => `${name} is connected`,
    text: ({ service, app }: AboutService) => `${appOr(app, 'This application')} can use this ${service} account from now on.`,
    facts: { account: 'Account', service: 'Service', method: 'Method' },
  },
  unverified: {
    title: ({ name }: AboutAccount) => `${name} is connected, not checked`,
    text: ({ service, app }: AboutService) =>
      `${service} cannot be tried without changing something in it. ${appOr(app, 'This application')} marks it in your list if it stops working.`,
  },
  /** Stored, where the check of it failed. */
  unchecked: {
    title: ({ name }: AboutAccount) => `${name} is connected, not checked yet`,
    /** `cause` is the title of the failure. */
    text: ({ cause }: { cause: string }) => `${cause}. The access is saved. Check it again in a moment, or leave it at that.`,
    again: 'Check again',
  },
  failed: {
    details: 'Technical details',
    facts: { code: 'Code', request: 'Reference', time: 'Time' },
    /** When it failed, in the clock of the person. */
    when: (at: Date) => time.format(at),
    copy: 'Copy details',
    copied: 'Copied',
    /** Where a page has no clipboard, or the browser keeps it. */
    copyFailed: 'Select and copy by hand',
    /** Where the answer said when. */
    againIn: (seconds: number) => `Try again in ${wait(seconds)}`,
    /** In place of a newer sign-in elsewhere. */
    here: 'Sign in here instead',
    toForm: 'Back to the form',
    reload: 'Reload the page',
    otherMethod: 'Connect another way',
  },
};
