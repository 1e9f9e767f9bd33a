import { type ConnectErrorCode, ERROR_CODES } from './errorCodes.js';

/** Why one value was not accepted. `code` is a validation code of `form` or a `ConnectErrorCode`. */
export interface FieldProblem {
  code: string;
  params?: Readonly<Record<string, string | number>> | undefined;
}

/** Keyed by the value's path joined with dots, `credentials.api_key`. */
export type FieldErrors = Readonly<Record<string, FieldProblem>>;

/** What `ConnectError` carries beside its code and message. */
export interface ConnectErrorOptions extends ErrorOptions {
  /** Seconds after which a repeat makes sense. */
  retryAfter?: number | undefined;
  /** The id under which the backend (or Airbyte) logged the failure. Safe to show. */
  requestId?: string | undefined;
  fieldErrors?: FieldErrors | undefined;
  /**
   * Why, in Airbyte's words made for the end user: only from where its contract says so, and through `endUserReason`, which the reader of a
   * wire answer applies again.
   */
  reason?: string | undefined;
}

/** What goes over the wire: nothing else of an error leaves the process that met it. */
export interface ConnectErrorBody {
  code: ConnectErrorCode;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  fieldErrors?: FieldErrors | undefined;
  reason?: string | undefined;
}

/**
 * The only error class of the kit. `message` is for developers: what happened, and what to do about it. Words for end users are in
 * `i18n` under `code`. It never holds a credential.
 * @example if (isConnectError(error) && error.code === 'credentials_refused') showFieldErrors(error.fieldErrors);
 */
export class ConnectError extends Error {
  override readonly name: string = 'ConnectError';
  readonly code: ConnectErrorCode;
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;
  readonly fieldErrors: FieldErrors | undefined;
  readonly reason: string | undefined;

  constructor(code: ConnectErrorCode, message: string, { retryAfter, requestId, fieldErrors, reason, ...options }: ConnectErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.retryAfter = retryAfter;
    this.requestId = requestId;
    this.fieldErrors = fieldErrors;
    this.reason = reason;
  }

  /** HTTP status with which the handler answers this error. */
  get status(): number {
    return ERROR_CODES[this.code].status;
  }

  /** Whether the same call may succeed later without a change. */
  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }

  /** What is serialised: never the message, the cause or the stack. */
  toJSON(): ConnectErrorBody {
    return {
      code: this.code,
      ...(this.requestId === undefined ? {} : { requestId: this.requestId }),
      ...(this.retryAfter === undefined ? {} : { retryAfter: this.retryAfter }),
      ...(this.fieldErrors === undefined ? {} : { fieldErrors: this.fieldErrors }),
      ...(this.reason === undefined ? {} : { reason: this.reason }),
    };
  }
}
