// What loads when a flow is opened, and not before: the reducer, the calls, the sign-in and its window.
export { notedReturn, takeReturn } from '../../oauth/index.js';
export { createConnectFlow } from './createConnectFlow.js';
