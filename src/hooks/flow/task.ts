import { type ConnectError, toConnectError } from '../../core/index.js';

/** Runs one thing at a time: starting the next aborts the last, whose end is then nobody's business. */
export function createTask(onFailed: (error: ConnectError) => void) {
  let running: AbortController | null = null;
  const abort = () => {
    running?.abort();
    running = null;
  };
  return {
    abort,
    run(work: (signal: AbortSignal) => Promise<void>) {
      abort();
      const own = new AbortController();
      running = own;
      work(own.signal).catch((thrown: unknown) => {
        if (!own.signal.aborted) onFailed(toConnectError(thrown));
      });
    },
  };
}
