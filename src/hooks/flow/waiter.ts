import type { ConnectError, Connector } from '../../core/index.js';
import { flowClosed } from './flowClosed.js';

interface Waiting {
  resolve: (connector: Connector) => void;
  reject: (error: ConnectError) => void;
}

/** The promise that `connect()` gave out. It settles in every case: a new one ends the old. */
export function createWaiter() {
  let waiting: Waiting | null = null;
  const take = () => {
    const taken = waiting;
    waiting = null;
    return taken;
  };
  const close = () => take()?.reject(flowClosed());
  return {
    wait(): Promise<Connector> {
      close();
      return new Promise<Connector>((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    resolve: (connector: Connector) => take()?.resolve(connector),
    close,
  };
}
