// What a playground shows once its operations are known, or are not to be had: it loads while they do.
export { OperationsFailure } from './OperationsFailure.js';
export { Parameters } from './Parameters.js';
export { Result } from './Result.js';
export { RunAnnouncement } from './RunAnnouncement.js';
