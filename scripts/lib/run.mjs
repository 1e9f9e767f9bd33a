// Runs a command of this repository and takes it along when we are stopped.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const running = new Set();

/** Ends every command started by `run`, first politely, after 3 s for certain. */
function stopAll() {
  for (const child of running) {
    kill(child, 'SIGTERM');
    setTimeout(() => kill(child, 'SIGKILL'), 3_000).unref();
  }
}

function kill(child, signal) {
  try {
    process.kill(-child.pid, signal); // the group: npm, browsers and workers end with their parent
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it has ended by itself
  }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => {
    const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    stopAll();
    Promise.all(ended).then(() => process.exit(code));
  });
}

/**
 * Runs a command with the repository's own tools first on the PATH.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, cwd?: string }} [options] `quiet` keeps the output and returns it instead of showing it.
 * @returns {Promise<string>} what a quiet command printed on stdout
 * @throws when it ends with another code than 0; the error's `output` holds what a quiet command printed
 */
export function run(command, args, { env = {}, quiet = false, cwd = root } = {}) {
  const path = `${root}node_modules/.bin${delimiter}${process.env.PATH}`;
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env, PATH: path },
  });
  running.add(child);
  let stdout = '';
  let both = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
    both += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    both += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(stdout);
      else reject(Object.assign(new Error(`"${[command, ...args].join(' ')}" ended with code ${code}.`), { output: both }));
    });
  });
}
