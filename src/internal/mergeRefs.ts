import type { Ref, RefCallback } from 'react';

/**
 * One ref for several: ours and the caller's. A ref function that returns a clean-up (React 19) has it called in place of a call with
 * null. The merged ref itself returns none: React 18 would warn of it.
 */
export function mergeRefs<T>(...refs: readonly (Ref<T> | undefined)[]): RefCallback<T> {
  let cleanUps: ReturnType<typeof attach>[] = [];
  return (node) => {
    if (node === null) for (const [index, ref] of refs.entries()) (cleanUps[index] ?? (() => void attach(ref, null)))();
    cleanUps = node === null ? [] : refs.map((ref) => attach(ref, node));
  };
}

function attach<T>(ref: Ref<T> | undefined, node: T | null): (() => void) | undefined {
  if (typeof ref === 'function') return ref(node) ?? undefined;
  if (ref) ref.current = node;
  return undefined;
}
