import type { PasteHintCode } from './types.js';

/** Values that a service marks as something else than a secret key. */
export interface KnownValue {
  code: Extract<PasteHintCode, 'publishable_key' | 'client_id' | 'client_secret' | 'identifier'>;
  service: string;
  /** The part that marks it, for people. */
  mark: string;
  test: RegExp;
}

/** Only what the service documents, with the page that says so. */
export const KNOWN_VALUES: readonly KnownValue[] = [
  // https://docs.stripe.com/keys: "Publishable key", pk_live_ and pk_test_.
  { code: 'publishable_key', service: 'Stripe', mark: 'pk_', test: /^pk_(?:live|test)_/ },
  // https://posthog.com/docs/api: the project's key phc_ is public, personal keys begin with phx_.
  { code: 'publishable_key', service: 'PostHog', mark: 'phc_', test: /^phc_/ },
  // https://docs.mapbox.com/help/glossary/access-token: pk. is public, sk. is secret.
  { code: 'publishable_key', service: 'Mapbox', mark: 'pk.', test: /^pk\.eyJ/ },
  // https://developers.google.com/identity/protocols/oauth2/web-server: the client's id ends with this host.
  { code: 'client_id', service: 'Google', mark: '.apps.googleusercontent.com', test: /\.apps\.googleusercontent\.com$/ },
  // https://shopify.dev/changelog/app-secret-key-length-has-increased: secrets of apps shpss_, beside access tokens shpat_.
  { code: 'client_secret', service: 'Shopify', mark: 'shpss_', test: /^shpss_/ },
  // https://www.twilio.com/docs/glossary/what-is-a-sid: AC accounts, SK keys.
  { code: 'identifier', service: 'Twilio', mark: 'AC', test: /^AC[0-9a-f]{32}$/ },
  { code: 'identifier', service: 'Twilio', mark: 'SK', test: /^SK[0-9a-f]{32}$/ },
];
