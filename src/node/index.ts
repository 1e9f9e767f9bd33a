export { type FetchHandler, toNodeListener } from './toNodeListener.js';
