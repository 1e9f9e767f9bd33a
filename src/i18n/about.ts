/** The service that a sentence names, and the host's own name, where the host gave one. */
export interface AboutService {
  service: string;
  app?: string | undefined;
}

/** The account that a sentence names. */
export interface AboutAccount {
  name: string;
}

/** An operation, named for people: `{ action: 'create', entity: 'Contacts' }`. */
export interface AboutOperation {
  action: string;
  /** The entity as `nameFromKey` writes it, `Payment intents`. */
  entity: string;
}

/** Where an operation runs. */
export interface AboutRun {
  service: string;
  account: string;
}

/** A sign-in that has come back: `service` is undefined until it is known, `app` where the host gave no name. */
export interface AboutSignIn {
  service?: string | undefined;
  app?: string | undefined;
}
