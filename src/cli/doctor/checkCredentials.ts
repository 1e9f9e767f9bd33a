import type { AirbytePattern, Operator } from '../../airbyte/index.js';
import { toConnectError } from '../../core/index.js';
import { CURES, OTHER_CURE } from '../cures.js';
import { error, type Finding, ok } from './finding.js';

type Generation = AirbytePattern['generation'];

export interface CredentialsVerdict {
  findings: Finding[];
  /** The one whose token call answers; null when none does. */
  works: Generation | null;
}

/** Exchanges id and secret as the generation does; when that fails, as the other one does. */
export async function checkCredentials(operator: Operator, generation: Generation): Promise<CredentialsVerdict> {
  const failure = await failureOf(operator, generation);
  if (failure === null) return { findings: [ok('credentials', 'Airbyte takes the client id and secret.')], works: generation };
  const other = generation === 'current' ? 'seed' : 'current';
  if ((await failureOf(operator, other)) === null) return { findings: [wrongGeneration(generation, other)], works: other };
  const { code, message } = failure;
  return { findings: [error('credentials', message, CURES[code] ?? OTHER_CURE)], works: null };
}

async function failureOf(operator: Operator, generation: Generation) {
  try {
    await operator.token(generation);
    return null;
  } catch (thrown) {
    return toConnectError(thrown);
  }
}

const wrongGeneration = (asked: Generation, works: Generation): Finding =>
  error(
    'generation',
    `Airbyte gives no token in the way of the generation "${asked}", and one in the way of "${works}".`,
    `Pass pattern: connectors({ generation: '${works}' }) to the handler, and --generation ${works} to this command.`,
  );
