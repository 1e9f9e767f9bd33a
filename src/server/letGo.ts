/** A timer keeps no process alive that has nothing else to do. Runtimes without such a call have no process to keep. */
export function letGo(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
}
