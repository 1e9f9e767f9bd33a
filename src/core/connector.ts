/** Characters of a name that a backend takes. Airbyte's own may be longer. */
export const MAX_NAME = 200;

/** One connected account of one end user. */
export interface Connector {
  id: string;
  /** The name under which it is listed; renaming changes it. */
  name: string;
  definition: { id: string; slug: string | null; name: string };
  /** ISO 8601, or null where Airbyte does not tell. */
  createdAt: string | null;
  updatedAt: string | null;
  /**
   * `recycled`: Airbyte has put it away after it was idle (pattern `instances`). It runs nothing any more and is to be connected again.
   * Absent is `ok`.
   */
  status?: 'ok' | 'recycled' | undefined;
}

/** Narrows a list of connectors. */
export interface ConnectorFilter {
  /** Only connectors of this definition: its id or slug. */
  definition?: string | undefined;
}

/** What trying the credentials showed. A refusal is not a result: it rejects with `credentials_refused`. */
export interface CheckResult {
  /** `verified`: the service answered. `unverified`: there is no way to try them without doing something. */
  status: 'verified' | 'unverified';
}
