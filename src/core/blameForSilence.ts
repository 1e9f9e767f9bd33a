import { ConnectError } from './connectError.js';
import { isOffline } from './isOffline.js';

/** An address of the host could not be reached: only where the browser knows that it has no network is that what failed. */
export const blameForSilence = (error: ConnectError): ConnectError =>
  error.code === 'network_unavailable' && !isOffline() ? new ConnectError('backend_unavailable', error.message, { cause: error.cause }) : error;
