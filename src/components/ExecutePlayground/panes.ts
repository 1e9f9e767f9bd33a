// What a playground shows once its operations are known: it loads while they do.
export { Parameters } from './Parameters.js';
export { Result } from './Result.js';
