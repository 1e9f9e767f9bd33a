import type { ConnectHandlerEvent } from './events.js';

export interface Report {
  /** Hands the event to the host. A listener that fails never fails a request. */
  event(event: ConnectHandlerEvent): void;
  /** Says once, in the process's log, how the handler is to be mended. */
  misconfigured(sentence: string): void;
}

/** The only place that writes to the console: what would otherwise be lost. */
export function createReport(onEvent: ((event: ConnectHandlerEvent) => unknown) | undefined): Report {
  const said = new Set<string>();
  const say = (sentence: string, ...more: unknown[]) => {
    if (said.has(sentence)) return;
    said.add(sentence);
    console.error(`[airbyte-connect-kit] ${sentence}`, ...more);
  };
  const listenerFailed = (cause: unknown) => say('`onEvent` failed; the request went on without it.', cause);
  return {
    event(event) {
      try {
        const answer = onEvent?.(event);
        if (answer instanceof Promise) answer.catch(listenerFailed);
      } catch (cause) {
        listenerFailed(cause);
      }
    },
    misconfigured: (sentence) => say(sentence),
  };
}
