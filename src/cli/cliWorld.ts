/** What the command line reaches of its process. */
export interface CliWorld {
  out(text: string): void;
  err(text: string): void;
  /** Resolves when the person wants it to stop. */
  stopped(): Promise<void>;
  /** Where secrets come from. */
  env: Readonly<Record<string, string | undefined>>;
  /** Asks for a secret without showing it; null where there is no terminal, and when the person leaves. */
  askSecret(label: string): Promise<string | null>;
  fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
}
