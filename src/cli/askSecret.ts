import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean | undefined };
  /** Where the question is shown: not standard output, which may be piped. */
  output: NodeJS.WritableStream;
}

/** Asks at the terminal and shows nothing of what is typed. Null where there is no terminal, and for Ctrl-C, Ctrl-D or nothing typed. */
export async function askSecret({ input, output }: Terminal, label: string): Promise<string | null> {
  if (input.isTTY !== true) return null;
  output.write(`${label} (not shown): `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true });
  try {
    return await new Promise<string | null>((resolve) => {
      lines.question('', (line) => resolve(line.trim() || null));
      lines.once('SIGINT', () => resolve(null)).once('close', () => resolve(null));
    });
  } finally {
    lines.close();
    output.write('\n');
  }
}
