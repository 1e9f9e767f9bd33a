import type { ConnectErrorCode } from '../core/index.js';
import type { ConnectHandlerEvent } from './events.js';

export interface Report {
  /** Hands the event to the host. A listener that fails never fails a request. */
  event(event: ConnectHandlerEvent): void;
  /** Says once, in the process's log, how the handler is to be mended. */
  misconfigured(sentence: string): void;
}

/** What only who mounts the handler can mend: it is in the log of a host that listens to no event. */
const FOR_THE_HOST: readonly ConnectErrorCode[] = ['handler_misconfigured', 'internal', 'upstream_refused', 'route_not_found'];
/** Failures of a code that are said: what anybody may ask for, a path that is no route, must neither fill a log nor silence another code. */
const MAX_OF_CODE = 5;
const LAST = 'The last of this code that is written here: pass `onEvent` to hear of each.';

/** The only place of the handler that writes to the console: what would otherwise be lost. */
export function createReport(onEvent: ((event: ConnectHandlerEvent) => unknown) | undefined): Report {
  const said = new Set<string>();
  const failures = new Map<ConnectErrorCode, number>();
  const say = (sentence: string, ...more: unknown[]) => {
    if (said.has(sentence)) return;
    said.add(sentence);
    console.error(`[airbyte-connect-kit] ${sentence}`, ...more);
  };
  const listenerFailed = (cause: unknown) => say('`onEvent` failed; the request went on without it.', cause);
  const unheard = (event: ConnectHandlerEvent) => {
    if (event.type !== 'error' || !FOR_THE_HOST.includes(event.error.code)) return;
    const { code } = event.error;
    const sentence = sentenceOf(event.error);
    const count = (failures.get(code) ?? 0) + 1;
    if (said.has(sentence) || count > MAX_OF_CODE) return;
    failures.set(code, count);
    say(sentence, `(${code}, ${event.route}, request id ${event.requestId})`, ...(count === MAX_OF_CODE ? [LAST] : []));
  };
  return {
    event(event) {
      if (onEvent === undefined) return unheard(event);
      try {
        const answer = onEvent(event);
        if (answer instanceof Promise) answer.catch(listenerFailed);
      } catch (cause) {
        listenerFailed(cause);
      }
    },
    misconfigured: (sentence) => say(sentence),
  };
}

/** What a host's own function threw is said by its stack alone: an error's other properties may hold a request with its headers. */
function sentenceOf({ code, message, cause }: Error & { code: ConnectErrorCode }): string {
  if (code !== 'internal' || cause === undefined) return message;
  return `${message}\n${cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : `Thrown was a ${typeof cause}.`}`;
}
