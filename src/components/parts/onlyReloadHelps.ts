import type { ConnectErrorCode } from '../../core/index.js';

/** Whether a page meets the same answer until it is loaded anew: it is an old one, or its person is signed out. */
export const onlyReloadHelps = (code: ConnectErrorCode): boolean => code === 'version_mismatch' || code === 'session_missing';
