import type { AboutSignIn } from '../about.js';

/** Words of the page on which a sign-in ends. */
export const callback = {
  completing: {
    title: 'Finishing the sign-in',
    text: ({ service }: AboutSignIn) =>
      service === undefined ? 'This takes a moment. Keep this window open.' : `${service} gave access. Keep this window open for a moment.`,
    long: 'This takes longer than usual and is tried again. Keep this window open.',
  },
  connected: {
    title: ({ service, name }: AboutSignIn & { name?: string | undefined }) => `${service ?? name ?? 'The account'} is connected`,
    text: ({ app }: AboutSignIn) => (app === undefined ? 'You can close this window and go on.' : `You can go on in ${app}.`),
  },
  close: 'Close this window',
  back: ({ app }: AboutSignIn) => (app === undefined ? 'Go back' : `Back to ${app}`),
  relayed: {
    title: ({ service }: AboutSignIn) => (service === undefined ? 'You have signed in' : `You have signed in at ${service}`),
    text: ({ app }: AboutSignIn) =>
      app === undefined ? 'The window you came from finishes this. You can close this one.' : `The ${app} window finishes this. You can close this one.`,
  },
  nothing: {
    title: 'There is no sign-in to finish',
    text: ({ app }: AboutSignIn) =>
      app === undefined
        ? 'This page ends a sign-in that was started elsewhere. Nothing was changed.'
        : `This page ends a sign-in that was started in ${app}. Nothing was changed.`,
  },
  /** When a browser refuses to close the window for a page. */
  closeByHand: 'Your browser keeps this window open. You can close it yourself.',
};
