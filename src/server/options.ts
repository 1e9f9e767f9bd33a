import type { AirbyteHosts, AirbytePattern } from '../airbyte/index.js';
import type { Catalog, CatalogEntries } from '../catalog/index.js';
import type { Connector } from '../core/index.js';
import type { CallbackWords } from './callback/words.js';
import type { ConnectHandlerEvent } from './events.js';
import type { RateLimit } from './rateLimit.js';
import type { Store } from './store.js';

/** What `onConnected` is told. */
export interface ConnectedInfo {
  userId: string;
  connector: Connector;
  /** Of the sign-in that made it; null for a pasted key. */
  attemptId: string | null;
  /** Id of the connector whose place it takes: it is removed next. Absent where it is a new one. */
  replaces?: string | undefined;
}

/** The id or slug of a definition, or a tag: every definition whose source template at Airbyte carries it. */
export type OfferedDefinition = string | { tag: string };

type Awaitable<T> = T | Promise<T>;

/** Options of `createConnectHandler`. */
export interface ConnectHandlerOptions {
  /** Client id of your Airbyte application. */
  clientId: string | undefined;
  /** Its secret. It never leaves this process but for Airbyte. */
  clientSecret: string | undefined;
  /** Who is asking: your own id of the signed-in user, or null for nobody (answered 401). It names the user's Airbyte workspace, so it must never change, has at most 256 characters, and no control characters. */
  authorize: (request: Request) => Awaitable<string | null | undefined>;
  /** The page that shows `OAuthCallbackPage`, or the handler's own `/callback` below `basePath`, on the same site as your pages: https, or http on loopback. A function gets the allowed origin that asks (white-label hosts) and needs `allowedOrigins`. */
  callbackUrl: string | ((origin: string) => string) | undefined;
  /**
   * Paths of your pages to which the handler's own callback may lead a tab back. The kit's client names its page as `returnTo` of every
   * sign-in; only what stands here, compared without the query, is gone to. @default none
   */
  returnPaths?: readonly string[] | undefined;
  /** What the handler's own callback page says. @default English */
  callbackWords?: CallbackWords | undefined;
  /** Origins whose pages may use the handler. @default the origin of `callbackUrl` */
  allowedOrigins?: readonly string[] | undefined;
  /** Where the handler is mounted. Also right when your router strips it, or a part of it. @default '/api/airbyte' */
  basePath?: string | undefined;
  /** How Airbyte is used. @default connectors() */
  pattern?: AirbytePattern | undefined;
  /**
   * What is offered, for everybody or by user: listed, shown, started, created and completed. Each entry adds to the rest: an id or a slug,
   * in any case, or a tag of your source templates. Connectors made before stay usable. @default everything
   * @example definitions: (userId) => (isTrial(userId) ? ['hubspot'] : ['hubspot', { tag: 'crm' }])
   */
  definitions?: readonly OfferedDefinition[] | ((userId: string) => Awaitable<readonly OfferedDefinition[]>) | undefined;
  /**
   * For which definitions, by id or slug, the user's workspace has an OAuth app of its own, set by `handler.api.setOAuthApp({ userId, ... })`:
   * Airbyte can not be asked for it, and its own sign-in no longer works there. Such a user gets the form of all the values that the
   * sign-in would have filled. @default none
   * @example oauthOverrides: async (userId) => (await db.ownApps(userId)).map(({ service }) => service)
   */
  oauthOverrides?: ((userId: string) => Awaitable<readonly string[]>) | undefined;
  /** Operations that may be run, by definition id or slug: `{ stripe: ['customers.list', 'invoices.*'] }`. Once given, everything else is denied. @default everything */
  allow?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Answers `POST /token` with a token of the user's workspace, for token mode. Airbyte enforces neither `definitions` nor `allow` nor `oauthOverrides` there: with any of them set say `{ unenforced: true }`. @default false */
  tokenEndpoint?: boolean | { unenforced: true } | undefined;
  /** Corrections and additions to what is known of the connectors, by slug, or a catalogue of your own. @default builtInCatalog */
  catalog?: Catalog | CatalogEntries | undefined;
  /** Shared by several instances. @default memory of this process */
  store?: Store | undefined;
  /** Seals the cookies of sign-ins: at least 32 characters, the same in every instance. @default derived from `clientSecret` */
  secret?: string | undefined;
  /**
   * How much each user may ask, by user and never by address; more is answered 429 with `Retry-After`. Each instance counts for
   * itself, also with a shared store. Unless this is `false`, a user starts 60 sign-ins within 15 minutes at
   * most, and of their operations four run at the same time; others wait.
   * @default { requests: 300, seconds: 60, concurrent: 20 }
   */
  rateLimit?: RateLimit | false | undefined;
  organizationId?: string | undefined;
  /** Region of workspaces that are made. */
  regionId?: string | undefined;
  /** Where Airbyte is: https, or http on loopback. */
  hosts?: Partial<AirbyteHosts> | undefined;
  /**
   * Takes plain http for `hosts` and for the `url` of `sources()`. The client secret, every token and what people type then travel in
   * clear: for an Airbyte in the same cluster alone, where only you reach the network between. @default false
   */
  allowInsecureRequests?: boolean | undefined;
  /**
   * Called and awaited when a connector exists: after a create and after a completed sign-in, at least once each, before the browser hears
   * of it. When it throws, the browser is told of a failure: a connector made from a key is removed again, a sign-in is completed by its
   * repeat. A key that the service refuses later is followed by the event `connector_deleted`. A browser that has left while its
   * connector was created gets none: you are not told, and it is removed.
   */
  onConnected?: ((info: ConnectedInfo) => Awaitable<void>) | undefined;
  /** For logs and metrics. */
  onEvent?: ((event: ConnectHandlerEvent) => void) | undefined;
  /** @default the runtime's own */
  fetch?: typeof fetch | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}
