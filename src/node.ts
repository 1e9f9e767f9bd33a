export { type FetchHandler, toNodeListener } from './node/index.js';
