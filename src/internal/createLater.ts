'use client';
import { useEffect, useState } from 'react';

/** A part of a component that loads beside it. */
export interface Later<Module> {
  load: () => Promise<Module>;
  /** Null until it is there. While it is `wanted` it loads; where that fails, it is tried again when it is wanted anew, for another reason. */
  use: (wanted: string | false) => Module | null;
}

/** What is large and only needed after a step that takes longer than its loading. Loaded once for the page. */
export function createLater<Module extends object>(importIt: () => Promise<Module>): Later<Module> {
  let there: Module | null = null;
  const load = async () => {
    there ??= await importIt();
    return there;
  };
  const useLater = (wanted: string | false) => {
    const [seen, setSeen] = useState(there);
    useEffect(() => {
      if (wanted === false || seen !== null) return;
      let shown = true;
      load().then(
        (loaded) => shown && setSeen(loaded),
        () => undefined, // Offline: what waits for it goes on looking as if it loads, and can be left.
      );
      return () => {
        shown = false;
      };
    }, [wanted, seen]);
    return seen ?? there;
  };
  return { load, use: useLater };
}
