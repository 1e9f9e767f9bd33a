/** The words of the flow that are there when it opens: those of its frame, and of what is still on its way. */
export const frame = {
  close: 'Close',
  back: 'Back',
  cancel: 'Cancel',
  loading: ({ service }: { service?: string | undefined }) => (service === undefined ? 'Getting ready to connect' : `Getting ${service} ready`),
  /** Instead of the sentence above, after ten seconds. */
  loadingLong: 'This takes longer than usual. You can wait, or cancel.',
  offline: {
    title: 'You are offline',
    text: 'Nothing is lost. Go on when you are connected again.',
  },
};
