export { type BackendClient, type BackendClientOptions, createBackendClient } from './createBackendClient.js';
export { recordsAt, recordsPath } from './records.js';
export * as wire from './wire.js';
