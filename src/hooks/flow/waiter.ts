import type { ConnectError } from '../../core/index.js';
import { flowClosed } from './flowClosed.js';
import type { ConnectedConnector } from './types.js';

export interface Waiting {
  resolve: (connector: ConnectedConnector) => void;
  reject: (error: ConnectError) => void;
}

/** The promise that `connect()` gave out. It settles in every case: a new one ends the old. */
export function createWaiter() {
  let waiting: Waiting | null = null;
  /** Hands over whoever waits: from then on it is theirs to settle. */
  const take = () => {
    const taken = waiting;
    waiting = null;
    return taken;
  };
  const close = () => take()?.reject(flowClosed());
  return {
    wait(): Promise<ConnectedConnector> {
      close();
      return new Promise<ConnectedConnector>((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    take,
    close,
  };
}
