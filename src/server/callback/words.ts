/** What the handler's own callback page says, in one language. It knows no service and no name: it may be seen by anybody. */
export interface CallbackWords {
  /** Of the page, `en`. */
  lang: string;
  connected: { title: string; text: string };
  failed: { title: string; text: string };
  /** The page asks again by itself. */
  waiting: { title: string; text: string };
  /** The sign-in is not this browser's. */
  foreign: { title: string; text: string };
  /** The page was loaded again after its end, or by hand. */
  nothing: { title: string; text: string };
}

export const CALLBACK_WORDS: CallbackWords = {
  lang: 'en',
  connected: { title: 'You are connected', text: 'You can close this window and go on where you started.' },
  failed: { title: 'The sign-in did not work', text: 'Nothing was saved. Close this window and try again where you started.' },
  waiting: { title: 'Finishing the sign-in', text: 'This takes longer than usual, so we keep trying. Keep this window open.' },
  foreign: { title: 'This sign-in was started elsewhere', text: 'It belongs to another browser or another person, or it is over. Nothing was saved.' },
  nothing: { title: 'There is no sign-in to finish', text: 'You can close this window and go on where you started.' },
};
