import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A terminal's own environment: what the test runner sets in ours is left out. */
const terminal = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST|DEV|PROD|MODE|SSR|BASE_URL|PORT)/.test(name)));

export interface RunningScript {
  child: ChildProcess;
  pid: number;
  /** What it has printed until now. */
  printed: { out: string; err: string };
  /** Resolves with the code it exits with; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Waits for something on stdout and returns the match. Fails with all that was printed when the script ends before. */
  says(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>;
  /** Ends it and whatever it has started. */
  stop(): void;
}

/** Runs a command of the repository, `node` and its arguments, as a process of its own. */
export function runScript(args: readonly string[], env: Record<string, string> = {}): RunningScript {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...terminal, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.err += chunk;
  });
  const pid = child.pid ?? 0;
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const says = (pattern: RegExp, timeout = 60_000) =>
    vi.waitFor(
      () => {
        const match = pattern.exec(printed.out);
        if (match === null) throw new Error(`It said: ${printed.out}\n${printed.err}`);
        return match;
      },
      { timeout, interval: 50 },
    );
  const stop = () => {
    for (const started of [...descendantsOf(pid), pid]) if (isAlive(started)) process.kill(started, 'SIGKILL');
  };
  return { child, pid, printed, ended, says, stop };
}

/** Processes that a process has started, and theirs; Linux only, elsewhere none. */
export function descendantsOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...descendantsOf(child)]);
  } catch {
    return []; // it has ended, or there is no /proc
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
