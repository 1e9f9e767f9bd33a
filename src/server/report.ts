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
/** Milliseconds after which as many are said again: a log is to tell of a failure that began later. */
const AGAIN_MS = 3_600_000;
const LAST = 'The last of this code that is written here for an hour: pass `onEvent` to hear of each.';

/** The only place of the handler that writes to the console: what would otherwise be lost. */
export function createReport(onEvent: ((event: ConnectHandlerEvent) => unknown) | undefined, now: () => number): Report {
  const said = new Set<string>();
  const failures = new Map<ConnectErrorCode, Set<string>>();
  let since = now();
  const say = (sentence: string, ...more: unknown[]) => {
    if (said.has(sentence)) return;
    said.add(sentence);
    write(sentence, ...more);
  };
  const listenerFailed = (cause: unknown) => say('`onEvent` failed; the request went on without it.', cause);
  const unheard = (event: ConnectHandlerEvent) => {
    if (event.type !== 'error' || !FOR_THE_HOST.includes(event.error.code)) return;
    if (now() - since >= AGAIN_MS) {
      failures.clear();
      since = now();
    }
    const { code } = event.error;
    const known = failures.get(code) ?? new Set();
    const kind = kindOf(event.error);
    if (said.has(kind) || known.has(kind) || known.size >= MAX_OF_CODE) return;
    failures.set(code, known.add(kind));
    write(sentenceOf(event.error), `(${code}, ${event.route}, request id ${event.requestId})`, ...(known.size === MAX_OF_CODE ? [LAST] : []));
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

const write = (sentence: string, ...more: unknown[]) => console.error(`[airbyte-connect-kit] ${sentence}`, ...more);

/** What makes two failures one: of what a host's own function threw, whose words may tell of each request, its name and where it was thrown. */
function kindOf({ code, message, cause }: Error & { code: ConnectErrorCode }): string {
  if (code !== 'internal' || !(cause instanceof Error)) return message;
  return `${cause.name} ${/^\s+at .*$/m.exec(cause.stack ?? '')?.[0] ?? cause.message}`;
}

/** What a host's own function threw is said by its stack alone: an error's other properties may hold a request with its headers. */
function sentenceOf({ code, message, cause }: Error & { code: ConnectErrorCode }): string {
  if (code !== 'internal' || cause === undefined) return message;
  return `${message}\n${cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : `Thrown was a ${typeof cause}.`}`;
}
