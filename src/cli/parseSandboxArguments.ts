import { parseArgs } from 'node:util';

export type SandboxArguments = { port?: number; consentPort?: number; strict?: boolean };

/** The options of `sandbox`, or what is wrong with them in one sentence. */
export function parseSandboxArguments(args: readonly string[]): SandboxArguments | { problem: string } {
  const read = readValues(args);
  if ('problem' in read) return read;
  const { strict, ...ports } = read;
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

type Values = { port?: string | undefined; 'consent-port'?: string | undefined; strict?: boolean | undefined };

function readValues(args: readonly string[]): Values | { problem: string } {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string' }, 'consent-port': { type: 'string' }, strict: { type: 'boolean' } } }).values;
  } catch (error) {
    // parseArgs says in its first sentence which argument it does not take.
    const [sentence = 'The arguments are wrong'] = error instanceof Error ? error.message.split('. ') : [];
    return { problem: `${sentence.replace(/\.$/, '')}. --help tells what there is.` };
  }
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
