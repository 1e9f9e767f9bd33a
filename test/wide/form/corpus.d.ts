declare module 'virtual:corpus' {
  export interface Corpus {
    schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    instances: Readonly<Record<string, { cases: readonly { kind: string; valid: boolean; value: unknown }[] }>>;
    advancedAuth: Readonly<Record<string, unknown>>;
  }
  /** Null without ACK_SHARED. */
  export const corpus: Corpus | null;
}
