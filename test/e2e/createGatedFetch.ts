/** The network between the demo's backend and Airbyte, on which calls can be held up for as long as a test needs. */
export function createGatedFetch() {
  let gate: { path: string; reached: Signal; opened: Signal } | undefined;
  const gatedFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (gate && request.method === 'POST' && new URL(request.url).pathname.endsWith(gate.path)) {
      gate.reached.give();
      await gate.opened.given;
    }
    return fetch(request);
  };
  return {
    fetch: gatedFetch,
    /** Holds up every POST to a path that ends so, until `open` is called. `reached` resolves once one waits. */
    hold(path: string): { reached: Promise<void> } {
      gate = { path, reached: createSignal(), opened: createSignal() };
      return { reached: gate.reached.given };
    },
    open() {
      gate?.opened.give();
      gate = undefined;
    },
  };
}

interface Signal {
  given: Promise<void>;
  give: () => void;
}

function createSignal(): Signal {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
