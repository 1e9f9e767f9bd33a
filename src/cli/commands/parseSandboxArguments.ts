import { readArguments } from '../readArguments.js';

export type SandboxArguments = { port?: number; consentPort?: number; strict?: boolean };

const OPTIONS = { port: { type: 'string' }, 'consent-port': { type: 'string' }, strict: { type: 'boolean' } } as const;

/** The options of `sandbox`, or what is wrong with them in one sentence. */
export function parseSandboxArguments(args: readonly string[]): SandboxArguments | { problem: string } {
  const read = readArguments(args, OPTIONS);
  if (read.problem !== undefined) return { problem: read.problem };
  const [extra] = read.positionals;
  if (extra !== undefined) return { problem: `Unexpected argument '${extra}'. --help tells what there is.` };
  const { strict, ...ports } = read.values;
  const wrong = Object.entries(ports).find(([, value]) => value !== undefined && !isPort(value));
  if (wrong) return { problem: `--${wrong[0]} takes a port, a number from 0 to 65535, not "${wrong[1]}".` };
  const { port, 'consent-port': consentPort } = ports;
  if (port !== undefined && port !== '0' && port === consentPort) return { problem: 'The API and the consent page need two different ports.' };
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(consentPort === undefined ? {} : { consentPort: Number(consentPort) }),
    ...(strict ? { strict } : {}),
  };
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
