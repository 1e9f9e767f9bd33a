import { ConnectError, type Connector } from '../../core/index.js';

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
  const close = () =>
    take()?.reject(
      new ConnectError('flow_closed', 'The flow was closed, or another one was opened, before anything was connected. Catch this where you await connect().'),
    );
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
