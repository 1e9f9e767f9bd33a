// From one connector's facts to what the catalogue keeps of it. Words are not facts: they are in src/catalog/words/.

const READS = new Set(['list', 'get', 'api_search', 'context_store_search']);

/** Keys of the older generation's `auth_config`, by the key of today. From the setup guides; a value without a row has one name for both. */
export const AUTH_CONFIG_NAMES = {
  hubspot: { private_app_token: 'access_token' },
  jira: { username: 'email', password: 'api_token', subdomain: 'domain' },
  slack: { bot_key: 'token' },
};

/** Defaults that the facts call usable and that fit one account in many: shown as an example instead of filled in. */
const ONLY_EXAMPLES = new Set(['mailchimp.data_center']);

/**
 * Whether a sign-in page is offered. Three signs tell of one, and they do not always agree: the connector declares an oauth2 scheme; its
 * auth page describes the hosted flow; the public API's OAuth start knows its type. Two of the three decide: each alone is also found
 * where there is no consent page to show (a token filed under OAuth, an OAuth of another product of the same service), and two together
 * never are. A host that knows better says `{ oauth: true }` or `{ oauth: false }` in its catalogue entry.
 */
export const offersOAuth = ({ oauth2_scheme, documented_hosted_flow, public_api_source_type }) =>
  [oauth2_scheme, documented_hosted_flow, public_api_source_type].filter((sign) => sign === true).length >= 2;

/** A connector's facts as a catalogue entry without words. `check` is its row in the index, `meets` its limits. */
export function entryOf(file, check) {
  const field = (place) => (facts) => fieldOf(file.slug, place, facts);
  return {
    id: file.definition_id,
    slug: file.slug,
    name: file.name,
    version: file.version,
    methods: methodsOf(file, field('credentials')),
    settings: [
      ...file.config.map(field('environment')),
      ...(file.replication_config?.fields ?? []).filter(({ constant }) => constant === undefined).map(field('replication_config')),
    ],
    operations: operationsOf(file),
    check: checkOf(check),
  };
}

/** In the order of the connector. An oauth2 scheme that is not offered is still asked for by its values. */
function methodsOf(file, field) {
  const offered = offersOAuth(file.oauth);
  const methods = file.auth.map(({ key, kind, fields }) =>
    kind === 'oauth2' && offered ? { key, kind: 'oauth', fields: [], consentFields: fields.map(field) } : { key, kind: 'key', fields: fields.map(field) },
  );
  const hosted = offered && methods.every(({ kind }) => kind === 'key') ? [{ key: 'hosted_oauth', kind: 'oauth', fields: [] }] : [];
  return [...hosted, ...methods];
}

function fieldOf(slug, place, { name, type, required, secret, source_spec_secret, default: preset, enum: values, ...facts }) {
  const example = facts.default_is_placeholder || ONLY_EXAMPLES.has(`${slug}.${name}`);
  const usable = preset !== undefined && !example && !facts.from_oauth_token && (values === undefined || values.includes(preset));
  const authConfigName = AUTH_CONFIG_NAMES[slug]?.[name];
  return {
    name,
    ...(authConfigName === undefined ? {} : { authConfigName }),
    place,
    type,
    required,
    secret: source_spec_secret ?? secret ?? false,
    ...(facts.format === undefined ? {} : { format: facts.format }),
    ...(facts.pattern === undefined ? {} : { pattern: facts.pattern }),
    ...(values === undefined ? {} : { enum: values }),
    ...(type === 'array' ? { items: facts.items?.type ?? 'string' } : {}),
    ...(usable ? { default: preset } : {}),
    ...(example ? { placeholder: preset.replace(/[{}]/g, '') } : {}),
    ...(facts.from_oauth_token ? { filledByConsent: true } : {}),
  };
}

function operationsOf({ entities, scoping }) {
  const scoped = new Set(scoping.map(({ param }) => param));
  const seen = new Set();
  return entities.flatMap((entity) =>
    entity.actions.flatMap((action) => {
      const id = `${entity.name}.${action.action}`;
      if (seen.has(id)) return []; // declared twice: the first path shadows the second
      seen.add(id);
      const kind = action.download ? 'download' : READS.has(action.action) ? 'read' : 'write';
      // Headers are filled by their default or by the sign-in; what the configuration fills need not be given.
      const asked = action.params.filter((param) => param.in !== 'header');
      const filled = asked.map((param) => (scoped.has(param.name) || param.injected_from_config ? { ...param, required: false } : param));
      return [{ entity: entity.name, action: action.action, kind, schema: objectOf(filled), ...(action.paging ? { paging: pagingOf(action.paging) } : {}) }];
    }),
  );
}

function objectOf(params) {
  const required = params.filter((param) => param.required).map((param) => param.name);
  return {
    type: 'object',
    properties: Object.fromEntries(params.map((param) => [param.name, schemaOf(param)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'format'];

/** A parameter as a JSON Schema property. A null is never asked for: what is left blank is not sent. */
function schemaOf(param) {
  const types = [param.type ?? 'string'].flat().filter((type) => type !== 'null');
  const schema = { type: types.length === 1 ? types[0] : types };
  if (param.enum !== undefined) schema.enum = param.enum;
  if (param.default !== undefined && !param.default_is_template && (param.enum?.includes(param.default) ?? true)) schema.default = param.default;
  for (const limit of LIMITS) if (param[limit] !== undefined) schema[limit] = param[limit];
  if (param.items !== undefined) schema.items = schemaOf(param.items);
  if (param.properties !== undefined) Object.assign(schema, objectOf(param.properties));
  return schema;
}

function pagingOf({ style, meta_at, records_at, more, cursor, request_param, page_size_param, first, record_key }) {
  return {
    style,
    ...(meta_at === undefined ? {} : { metaAt: meta_at }),
    ...(records_at === undefined ? {} : { recordsAt: records_at }),
    more,
    cursor: cursor && {
      key: cursor.key,
      take: cursor.take,
      ...(cursor.param_in_url ? { paramInUrl: cursor.param_in_url } : {}),
      ...(cursor.rel ? { rel: cursor.rel } : {}),
    },
    requestParam: request_param ?? null,
    pageSizeParam: page_size_param ?? null,
    ...(first === undefined ? {} : { first }),
    ...(record_key === undefined ? {} : { recordKey: record_key }),
  };
}

/** The call that needs nothing; null where every call needs what only the person knows. */
function checkOf(check) {
  if (!check) return null;
  const call = check.needs === undefined ? check : check.instead;
  return call === undefined || call === null ? null : { entity: call.entity, action: call.action, params: call.params ?? {} };
}
