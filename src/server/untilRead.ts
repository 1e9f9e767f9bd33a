import { ConnectError } from '../core/index.js';
import { letGo } from './letGo.js';

/** Milliseconds for which nobody reads, until what is left is given up. */
const IDLE_MS = 60_000;
/** Bytes that are passed on at once: so few that the slowest network takes them within that time. */
const PIECE = 65_536;

/**
 * The answer, with `ended` called as soon as nothing of it is held any more: its body was read whole, was cancelled, or was given up, because
 * the signal says that the reader has left, or because nobody has read from it for a minute.
 * @param ended May be called more than once.
 */
export function untilRead(response: Response, signal: AbortSignal, ended: () => void): Response {
  const { body, status, headers } = response;
  if (body === null) {
    ended();
    return response;
  }
  const stream = new ReadableStream(passedOn(body.getReader(), signal, ended), { highWaterMark: 0 });
  return new Response(stream, { status, headers });
}

/** What is read, piece by piece and only when it is asked for. */
function passedOn(from: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal, ended: () => void): UnderlyingDefaultSource<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  let watch: Watch | undefined;
  const end = () => {
    watch?.end();
    rest = new Uint8Array();
    ended();
  };
  return {
    start(to) {
      watch = watchReader(signal, (error) => {
        end();
        to.error(error);
        from.cancel(error).catch(() => undefined); // Nobody waits for its end.
      });
    },
    async pull(to) {
      watch?.reads();
      try {
        const next = rest.length > 0 ? rest : (await from.read()).value;
        if (next === undefined) {
          end();
          return to.close();
        }
        rest = next.subarray(PIECE);
        to.enqueue(next.subarray(0, PIECE));
        watch?.rests();
      } catch (error) {
        end();
        throw error;
      }
    },
    async cancel(reason) {
      end();
      await from.cancel(reason);
    },
  };
}

interface Watch {
  reads(): void;
  rests(): void;
  end(): void;
}

/** Gives up where the reader has left, or rests too long. It rests at first. */
function watchReader(signal: AbortSignal, giveUp: (error: ConnectError) => void): Watch {
  let idle: ReturnType<typeof setTimeout> | undefined;
  const left = () => giveUp(new ConnectError('aborted', 'The caller left before it had read the answer.'));
  const reads = () => clearTimeout(idle);
  const rests = () => {
    idle = setTimeout(() => giveUp(new ConnectError('timeout', `Nobody has read from the answer for ${IDLE_MS / 1000} s.`)), IDLE_MS);
    letGo(idle);
  };
  signal.addEventListener('abort', left, { once: true });
  rests();
  return {
    reads,
    rests,
    end() {
      reads();
      signal.removeEventListener('abort', left);
    },
  };
}
