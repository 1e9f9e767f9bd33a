/**
 * What keeps a credential of somebody else's service out of password managers (it is no login of this page) and out of session replay,
 * also while it is shown: each product reads an attribute or a class of its own.
 */
export const SECRET_ATTRIBUTES = {
  autoComplete: 'off',
  'data-1p-ignore': '',
  'data-bwignore': 'true',
  'data-lpignore': 'true',
  'data-form-type': 'other',
  'data-private': '',
  'data-dd-privacy': 'mask',
  'data-sentry-mask': '',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  'data-rr-is-password': 'true',
} as const;

/**
 * Of a box of `type="password"`. Browsers overlook `off` there: they fill in the person's login to this page, and offer to store the key as its
 * password. `new-password` ends the first, but makes them offer a password of their own, which fills the box. What is marked as a code for one
 * use is for none of them a password: neither filled, nor made up, nor stored.
 */
export const NO_PASSWORD = 'one-time-code';

/** For the products that read classes. */
export const SECRET_CLASSES = 'ph-no-capture fs-mask';

/** Nothing "helps" with what is typed into a field: neither spelling nor capitals. */
export const PLAIN_TEXT = { autoCapitalize: 'none', autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const;
