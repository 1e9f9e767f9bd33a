import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the child told before it was done or was stopped. */
export interface Watched {
  /** By case: the problem, null where there was none, how long it took, and how long it had the processor, in milliseconds. */
  ended: ReadonlyMap<string, { problem: string | null; milliseconds: number; work: number }>;
  /** The case that was running when its time was over. */
  hung: string | null;
}

interface Told {
  at: 'ready' | 'start' | 'end' | 'done';
  name: string;
  problem: string | null;
  milliseconds: number;
  work: number;
}

/** Runs all cases in a process of their own, and stops it when one of them is not done in time (milliseconds). */
export async function watchCases(limit: number, flags: readonly string[] = []): Promise<Watched> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('child.mjs', import.meta.url)), ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Map<string, { problem: string | null; milliseconds: number; work: number }>();
  let hung: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const { at, name, problem, milliseconds, work }: Told = JSON.parse(line);
    clearTimeout(timer);
    hung = at === 'start' ? name : null;
    if (at === 'start') timer = setTimeout(() => child.kill('SIGKILL'), limit);
    if (at === 'end') ended.set(name, { problem, milliseconds, work });
  }
  return { ended, hung };
}
