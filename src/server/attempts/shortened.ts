import type { AttemptOutcome } from '../../core/index.js';

/** Characters that are kept of a name. */
const MAX_NAME = 40;

/** The outcome with all that it cannot be without, in few bytes: names cut, and neither a reason nor a word on single fields. */
export function shortened(outcome: AttemptOutcome): AttemptOutcome {
  if (outcome.status === 'failed') {
    const { fieldErrors: _left, reason: _said, ...error } = outcome.error;
    return { status: 'failed', error };
  }
  if (outcome.status === 'pending') return outcome;
  const { connector } = outcome;
  const definition = { ...connector.definition, name: cut(connector.definition.name) };
  return { ...outcome, connector: { ...connector, name: cut(connector.name), definition } };
}

/** By whole characters: half of one can not be written as UTF-8. */
const cut = (name: string): string => (name.length <= MAX_NAME ? name : `${[...name].slice(0, MAX_NAME).join('')}…`);
