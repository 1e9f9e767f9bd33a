/** Runs `work` for all items, at most `size` at the same time. */
export async function inBatches<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < items.length; start += size) done.push(...(await Promise.all(items.slice(start, start + size).map(work))));
  return done;
}
