import type { OAuthBranch } from '../../core/index.js';
import type { FieldPath } from '../types.js';

/** Levels of fields inside fields; deeper parts are asked as JSON. Real schemas have up to seven. */
export const MAX_DEPTH = 20;

/** Parts of one form that references bring in: a schema that multiplies by them would have millions. What is written out is bounded by itself. */
const MAX_REFERRED = 3000;

/** Where a schema stands. */
export interface At {
  path: FieldPath;
  draftPath: FieldPath;
  depth: number;
  /** The references that led here. */
  refs: readonly string[];
  /** Something around it is a secret, so this is too. */
  secret: boolean;
}

/** Where a field stands, and what the object around it says of it. */
export interface FieldAt extends At {
  required: boolean;
  /** Groups count here. */
  grouped: boolean;
  /** It tells the branches of a choice apart. */
  isTelling: boolean;
  /** It is an item of a list. */
  isItem?: boolean;
  /** The label of a schema without a title, in place of the key. */
  label: string | null;
}

/** What is shared by all parts of one compilation. */
export interface CompileContext {
  /** The whole schema, for its references. */
  root: unknown;
  /** The alternative that is a consent. */
  oauth: OAuthBranch | null;
  warn(path: FieldPath, problem: string): void;
  /** Counts one more part that was reached by these references; false when there are too many. */
  count(refs: readonly string[]): boolean;
}

/** A context that writes its warnings into a list. */
export function createCompileContext(root: unknown, oauth: OAuthBranch | null, warnings: string[]): CompileContext {
  let referred = 0;
  return {
    root,
    oauth,
    warn: (path, problem) => void warnings.push(`${path.length === 0 ? 'The schema' : path.join('.')} ${problem}.`),
    count: (refs) => refs.length <= 1 || ++referred <= MAX_REFERRED,
  };
}
