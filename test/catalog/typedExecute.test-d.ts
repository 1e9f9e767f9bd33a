import type { TypedExecuteInput, TypedExecuteResult } from '../../src/catalog/index.js';
import { useExecute } from '../../src/hooks/index.js';
import type { ConnectHandlerApi } from '../../src/server/index.js';

// Checked by `tsc`: a line that no longer fails where it says so is an error. Nothing here runs.

type Equal<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const isTrue = <Verdict extends true>(): Verdict | undefined => undefined;

const connectorId = 'connector';

export function TypedHook() {
  const { mutate: run, data } = useExecute<'hubspot'>();
  run({ connectorId, entity: 'contacts', action: 'list' });
  run({ connectorId, entity: 'contacts', action: 'list', params: { limit: 10, after: '20' }, signal: new AbortController().signal });
  run({ connectorId, entity: 'contacts', action: 'get', params: { contactId: '1' } });
  if (data?.type === 'json' && data.nextParams !== null) run({ connectorId, entity: 'contacts', action: 'list', params: data.nextParams });

  // @ts-expect-error: HubSpot has no such entity
  run({ connectorId, entity: 'contact', action: 'list' });
  // @ts-expect-error: contacts have no such action
  run({ connectorId, entity: 'contacts', action: 'remove' });
  // @ts-expect-error: the list has no such parameter
  run({ connectorId, entity: 'contacts', action: 'list', params: { limits: 10 } });
  // @ts-expect-error: a limit is a number
  run({ connectorId, entity: 'contacts', action: 'list', params: { limit: '10' } });
  // @ts-expect-error: a required parameter is missing
  run({ connectorId, entity: 'contacts', action: 'get', params: {} });
  // @ts-expect-error: parameters are missing where one is required
  run({ connectorId, entity: 'contacts', action: 'get' });
  // @ts-expect-error: a next page of Stripe is none of HubSpot
  run({ connectorId, entity: 'contacts', action: 'list', params: nextOf('stripe') });
  return null;
}

export function UntypedHook() {
  const { mutate: run } = useExecute();
  run({ connectorId, entity: 'anything', action: 'at_all', params: { of: ['any', 'kind'] } });
  const { mutate: runOther } = useExecute<'acme-crm'>();
  runOther({ connectorId, entity: 'deals', action: 'list', params: { anything: true } });
  // @ts-expect-error: an entity is a string, also where nothing is known
  runOther({ connectorId, entity: 1, action: 'list' });
  return null;
}

export async function server(api: ConnectHandlerApi) {
  const typed = await api.execute<'stripe'>({ userId: 'ada', connectorId, entity: 'customers', action: 'list', params: { limit: 3 } });
  if (typed.type === 'json' && typed.nextParams !== null)
    await api.execute<'stripe'>({ userId: 'ada', connectorId, entity: 'customers', action: 'list', params: typed.nextParams });
  await api.execute({ userId: 'ada', connectorId, entity: 'anything', action: 'at_all' });
  // @ts-expect-error: Stripe has no such entity
  await api.execute<'stripe'>({ userId: 'ada', connectorId, entity: 'contacts', action: 'list' });
  // @ts-expect-error: whose connector it is must be said
  await api.execute<'stripe'>({ connectorId, entity: 'customers', action: 'list' });
}

declare function nextOf<Definition extends string>(
  definition: Definition,
): TypedExecuteResult<Definition> extends infer Result ? NonNullable<Extract<Result, { nextParams: unknown }>['nextParams']> : never;

// What is chosen among fixed values is a choice for the compiler too, and a search is the same everywhere.
isTrue<Equal<Extract<TypedExecuteInput<'zendesk-support'>, { entity: 'tickets'; action: 'list' }>['entity'], 'tickets'>>();
export const search: TypedExecuteInput<'slack'> = {
  connectorId,
  entity: 'users',
  action: 'context_store_search',
  params: { query: { filter: { eq: { id: 'U1' } } }, limit: 5 },
};
// @ts-expect-error: a search needs a query
export const searchWithoutQuery: TypedExecuteInput<'slack'> = { connectorId, entity: 'users', action: 'context_store_search', params: { limit: 5 } };
