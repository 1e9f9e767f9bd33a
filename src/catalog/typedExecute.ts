import type { ExecuteInput, ExecuteJsonResult, ExecuteResult } from '../core/index.js';
import type { CatalogOperations } from './connectors/operations.js';

// Types only: this module and the generated ones it reads are not in a bundle.

/** Slug of a connector whose operations are typed. */
export type TypedDefinition = keyof CatalogOperations;

declare const nextPage: unique symbol;

/** The parameters of a next page, to be passed on as they are. */
export type NextParams<Definition> = Readonly<Record<string, unknown>> & { readonly [nextPage]: Definition };

/**
 * What to run on a connector of this definition: its entities, their actions, the parameters of each. Any other string leaves it untyped.
 * @example const input: TypedExecuteInput<'hubspot'> = { connectorId, entity: 'contacts', action: 'list', params: { limit: 10 } };
 */
export type TypedExecuteInput<Definition extends string> = Definition extends TypedDefinition
  ? InputOf<Definition, CatalogOperations[Definition]>
  : ExecuteInput;

/** What comes back: `nextParams` fit the parameters of the same definition. */
export type TypedExecuteResult<Definition extends string> = Definition extends TypedDefinition
  ? Exclude<ExecuteResult, ExecuteJsonResult> | (Omit<ExecuteJsonResult, 'nextParams'> & { nextParams: NextParams<Definition> | null })
  : ExecuteResult;

type InputOf<Definition, Entities> = {
  [Entity in keyof Entities & string]: {
    [Action in keyof Entities[Entity] & string]: { connectorId: string; entity: Entity; action: Action } & ParamsOf<Definition, Entities[Entity][Action]>;
  }[keyof Entities[Entity] & string];
}[keyof Entities & string];

/** Left out where nothing is required. */
type ParamsOf<Definition, Params> =
  Record<never, never> extends Params ? { params?: Params | NextParams<Definition> | undefined } : { params: Params | NextParams<Definition> };
