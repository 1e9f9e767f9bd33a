import type { Connector } from '../core/index.js';

/** Clocks of two machines differ: a connector may seem this much older than the attempt that made it. */
const TOLERANCE_MS = 60_000;

export interface CallbackConnectorInput {
  /** The list of the attempt's workspace, asked for at completion. */
  connectors: readonly Connector[];
  /** From the callback's address: anybody can have written it. */
  connectorId: string;
  /** The attempt's definition id. */
  definitionId: string;
  /** When the attempt started, in milliseconds since the epoch. */
  startedAt: number;
  /** Ids in the list at the start, where they were noted: none of them is ever accepted. Those that `canBeNew` excludes may be left out. */
  notedIds?: ReadonlySet<string> | null | undefined;
  /** The caller's own reason to refuse: the attempt expired, was replaced, or somebody else finished it. */
  refusedBecause?: 'attempt_expired' | 'attempt_replaced' | 'attempt_foreign' | undefined;
}

export type CallbackConnectorVerdict =
  | { accepted: Connector }
  | {
      refused: 'not_in_workspace' | 'other_definition' | 'not_of_this_attempt' | NonNullable<CallbackConnectorInput['refusedBecause']>;
      /** True when it was made by this attempt all the same: it would stay behind, half wanted. False: it is left alone. */
      removable: boolean;
    };

/**
 * Whether a `connector_id` from a callback is the one that the attempt made. It comes from a URL, and an application token reaches every
 * tenant: so it must be in the attempt's workspace, of its definition, and made after the attempt's start.
 * Call it only for an attempt whose state was proved: `removable` rests on that.
 */
export function acceptCallbackConnector(input: CallbackConnectorInput): CallbackConnectorVerdict {
  const connector = input.connectors.find(({ id }) => id === input.connectorId);
  if (connector === undefined) return { refused: 'not_in_workspace', removable: false };
  if (connector.definition.id !== input.definitionId) return { refused: 'other_definition', removable: false };
  if (!madeAfterStart(connector, input)) return { refused: 'not_of_this_attempt', removable: false };
  return input.refusedBecause === undefined ? { accepted: connector } : { refused: input.refusedBecause, removable: true };
}

/** Whether its age lets a connector count as made after the start: also where Airbyte does not tell it. */
export function canBeNew({ createdAt }: Pick<Connector, 'createdAt'>, startedAt: number): boolean {
  return createdAt === null || Date.parse(createdAt) >= startedAt - TOLERANCE_MS;
}

function madeAfterStart(connector: Connector, { startedAt, notedIds = null }: CallbackConnectorInput): boolean {
  if (notedIds?.has(connector.id) === true || (connector.createdAt === null && notedIds === null)) return false;
  return canBeNew(connector, startedAt);
}
