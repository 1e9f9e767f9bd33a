import { EventEmitter, once } from 'node:events';
import type { CliWorld } from '../../src/cli/index.js';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';
import { noNetwork } from '../server/harness.js';

export const CREDENTIALS = { AIRBYTE_CLIENT_ID: SANDBOX_CLIENT_ID, AIRBYTE_CLIENT_SECRET: SANDBOX_CLIENT_SECRET };

export interface TerminalOptions extends Partial<Pick<CliWorld, 'env' | 'fetch' | 'now'>> {
  /** What the person types when asked, in order. None: there is no terminal. */
  typed?: string[];
}

/** A terminal: what was printed and asked, and Ctrl-C. */
export function terminal({ env = {}, fetch = noNetwork, now = Date.now, typed = [] }: TerminalOptions = {}) {
  const printed = { out: '', err: '' };
  const asked: string[] = [];
  const answers = [...typed];
  const events = new EventEmitter();
  const stopped = once(events, 'stop');
  const isReady = once(events, 'printed');
  const world: CliWorld = {
    out(text) {
      printed.out += text;
      events.emit('printed');
    },
    err(text) {
      printed.err += text;
    },
    stopped: async () => void (await stopped),
    env,
    async askSecret(label) {
      asked.push(label);
      return answers.shift() ?? null;
    },
    fetch,
    now,
  };
  return { world, printed, asked, stop: () => events.emit('stop'), isReady };
}
