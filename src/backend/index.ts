export * as wire from './wire.js';
