import { mintWidgetToken } from '../calls/widgetTokenCalls.js';
import { jwtExpiry } from '../jwtClaims.js';
import { openWidgetToken } from '../widgetToken.js';
import type { AirbytePattern } from './pattern.js';
import type { CredentialsPlaces } from './sourceConfiguration.js';
import { createTemplatesClient, type TemplatesSetup } from './templatesClient.js';

/** Options of `templates`. */
export interface TemplatesPatternOptions {
  /**
   * `current`: `source_template_id` and `source_config`; a backend lists and removes with the application's token. `seed`: the guide's
   * `partial_user_configs/` and `/embedded/*`, all with the end user's token; Airbyte names a source, and a rename gives it yours.
   * @default 'current'
   */
  generation?: AirbytePattern['generation'] | undefined;
  /**
   * Only source templates with these tags. No token of a page is known to be held to them: with `tokenEndpoint` say `{ unenforced: true }`.
   * @default every template
   */
  tags?: readonly string[] | undefined;
  /** Whether a template must carry one of the tags, or all. @default 'any' */
  tagsMode?: 'all' | 'any' | undefined;
  /** Origin whose pages may hold Airbyte's own widget with these tokens. @default none: you draw the screens yourself */
  allowedOrigin?: string | undefined;
  /** Where a configuration holds the credentials of a catalogue's form: connectors differ, and no document tells which do what. @default 'root' */
  credentials?: CredentialsPlaces | undefined;
}

/** No page has this origin. */
const NO_PAGE = 'https://no-widget.invalid';

const NOTHING: ReadonlySet<never> = new Set();

/**
 * The guides' own widget: the organization's source templates, by widget token. What is offered are the templates; what a template
 * presets is neither asked, shown nor sent. In token mode everything works, over Airbyte's calls for end users, with a
 * widget token or the bearer in it. A sign-in by consent goes
 * through the connectors API, as with `connectors({ generation: 'seed' })`.
 * @example createConnectHandler({ ...options, pattern: templates({ tags: ['crm'] }) });
 */
export function templates(options: TemplatesPatternOptions = {}): AirbytePattern {
  const { generation = 'current', tags = [], tagsMode: mode = 'any', allowedOrigin = NO_PAGE, credentials = 'root' } = options;
  const setup: TemplatesSetup = { generation, filter: { tags, mode }, credentials };
  return {
    name: 'templates',
    generation,
    callback: ['secret_id', 'connector_id'],
    unavailableInTokenMode: NOTHING,
    isNarrowed: tags.length > 0,
    async scopedToken(input) {
      const token = await mintWidgetToken({ ...input, allowedOrigin, filter: setup.filter });
      return { token, expiresAt: jwtExpiry(openWidgetToken(token).token) };
    },
    client: (context) => createTemplatesClient(context, setup),
  };
}
