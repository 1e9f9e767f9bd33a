/** A regular expression as a tree. Groups are gone: what they capture is never asked for. */
export type PatternNode =
  /** One character; `test` decides on it alone. */
  | { kind: 'char'; test: RegExp }
  | { kind: 'sequence' | 'either'; nodes: readonly PatternNode[] }
  | { kind: 'repeat'; node: PatternNode; min: number; max: number }
  | { kind: 'edge'; edge: Edge }
  | { kind: 'look'; node: PatternNode; ahead: boolean; negated: boolean };

export type Edge = 'start' | 'end' | 'word' | 'not_word';

/** One step on the way through a text. What a `char` step accepts is behind it; the others go on at the same place. */
export interface Step {
  id: number;
  kind: 'char' | 'split' | 'edge' | 'look' | 'match';
  test: RegExp | null;
  edge: Edge | null;
  look: { start: Step; ahead: boolean; negated: boolean; reach: number } | null;
  to: Step[];
}

/** A pattern with every repetition written out. */
export interface Program {
  start: Step;
  /** How many steps it has; their ids are smaller. */
  size: number;
}
