import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>>['values'];

/** The options and the other arguments of a command, or what is wrong with them in one sentence. */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
): { values: Values<T>; positionals: string[]; problem?: never } | { problem: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    // parseArgs says in its first sentence which argument it does not take.
    const [sentence = 'The arguments are wrong'] = error instanceof Error ? error.message.split('. ') : [];
    return { problem: `${sentence.replace(/\.$/, '')}. --help tells what there is.` };
  }
}
