import type { JsonObject, JsonSchema } from './json.js';
import type { Operation } from './operation.js';

/** The places of a create call to which a value can be sent (Airbyte's names). */
export type ValuePlace = 'credentials' | 'environment' | 'replication_config';

/** What a person filled in, by the place it is sent to. The same shape the form's schema describes. */
export type ConnectorValues = { readonly [place in ValuePlace]?: JsonObject | undefined };

/** A kind of service, as listed in a picker. */
export interface ConnectorDefinition {
  /** Airbyte's `definition_id`, a UUID. */
  id: string;
  /** The catalogue's short name, `zendesk-support`; null when the catalogue does not know the definition. */
  slug: string | null;
  /** The service's own name, `Zendesk Support`. */
  name: string;
  /** A word for the kind of service, `Payments`. */
  category: string | null;
  /** An absolute https URL of a logo, or null: the first letter is drawn. */
  iconUrl: string | null;
}

/** One way of signing in to a service. */
export interface AuthMethod {
  /** Unique in its definition; the name of the scheme at Airbyte, `zendeskOAuth`. */
  key: string;
  /** `oauth`: a consent page. `key`: values that the person pastes. */
  kind: 'oauth' | 'key';
  /** What a person calls it, `Private app token`. */
  label: string;
  /** One sentence that helps to choose, or null. */
  description: string | null;
  /**
   * The values to ask for: an object schema whose properties are the places of `ConnectorValues`. For `oauth` these are the inputs
   * needed before consent; where there are none it has no properties, or only such as are never asked (constants, `airbyte_hidden`).
   */
  schema: JsonSchema;
}

/** A definition with everything needed to connect it. */
export interface ConnectorDefinitionDetail extends ConnectorDefinition {
  /** At least one; the recommended one first. */
  methods: readonly AuthMethod[];
  /** What the application may do once it is connected, to say so beforehand. Absent where that is not known. */
  operations?: readonly Pick<Operation, 'entity' | 'action' | 'kind'>[] | undefined;
}
