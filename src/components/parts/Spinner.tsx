/** Turns inside a control or a line of text, which says what is waited for. */
export const Spinner = () => <span data-ack-slot="spinner" aria-hidden="true" />;
