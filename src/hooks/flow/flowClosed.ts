import { ConnectError } from '../../core/index.js';

/** What `connect()` rejects with when nothing was connected. */
export const flowClosed = () =>
  new ConnectError('flow_closed', 'The flow was closed, or another one was opened, before anything was connected. Catch this where you await connect().');
