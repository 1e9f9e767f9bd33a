import { describe, expect, it } from 'vitest';
import { acceptCallbackConnector, type CallbackConnectorInput } from '../../src/airbyte/index.js';
import type { Connector } from '../../src/core/index.js';

const START = Date.parse('2026-03-01T10:00:00Z');
const at = (ms: number) => new Date(START + ms).toISOString();
const connector = (id: string, createdAt: string | null, definition = 'hubspot-id'): Connector => ({
  id,
  name: id,
  definition: { id: definition, slug: null, name: 'HubSpot' },
  createdAt,
  updatedAt: null,
});
const judge = (rest: Partial<CallbackConnectorInput>) =>
  acceptCallbackConnector({ connectors: [], connectorId: 'new', definitionId: 'hubspot-id', startedAt: START, notedIds: null, ...rest });

describe('a connector id of a callback', () => {
  it('is accepted when the workspace holds it, of the definition, made after the start', () => {
    const made = connector('new', at(5_000));
    expect(judge({ connectors: [connector('other', at(6_000)), made] })).toEqual({ accepted: made });
  });

  it.each([
    ['of another tenant, or unknown', [connector('other', at(5_000))], 'not_in_workspace'],
    ['of another definition', [connector('new', at(5_000), 'stripe-id')], 'other_definition'],
    ['older than the attempt', [connector('new', at(-60_001))], 'not_of_this_attempt'],
    ['without a time of creation, where nothing was noted', [connector('new', null)], 'not_of_this_attempt'],
    ['with an unreadable time of creation', [connector('new', 'soon')], 'not_of_this_attempt'],
  ])('is refused and left alone when it is %s', (_, connectors, refused) => {
    expect(judge({ connectors })).toEqual({ refused, removable: false });
    expect(judge({ connectors, refusedBecause: 'attempt_foreign' })).toEqual({ refused, removable: false });
  });

  it('may seem a minute older than its attempt', () => {
    expect(judge({ connectors: [connector('new', at(-60_000))] })).toHaveProperty('accepted');
  });

  it('is refused when it was in the list at the start, whatever its time says', () => {
    const connectors = [connector('new', at(-10_000))];
    expect(judge({ connectors, notedIds: new Set(['new']) })).toEqual({ refused: 'not_of_this_attempt', removable: false });
    expect(judge({ connectors, notedIds: new Set(['other']) })).toHaveProperty('accepted');
  });

  it('is accepted without a time of creation when it was not in the list at the start', () => {
    const connectors = [connector('new', null)];
    expect(judge({ connectors, notedIds: new Set(['other']) })).toHaveProperty('accepted');
    expect(judge({ connectors, notedIds: new Set(['new']) })).toEqual({ refused: 'not_of_this_attempt', removable: false });
  });

  it.each(['attempt_expired', 'attempt_replaced', 'attempt_foreign'] as const)('is removable when only its attempt is to blame (%s)', (refusedBecause) => {
    expect(judge({ connectors: [connector('new', at(5_000))], refusedBecause })).toEqual({ refused: refusedBecause, removable: true });
  });
});
