/** Whether objects and arrays lie in each other deeper than this. Counted without recursion: what is judged may be made to exhaust the stack. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let inner = [value].filter(isContainer);
  for (let level = 0; inner.length > 0; level += 1) {
    if (level === levels) return true;
    inner = inner.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
