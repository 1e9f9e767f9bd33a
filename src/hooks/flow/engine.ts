// What loads when a flow is opened, and not before: the reducer, the calls, the sign-in and its window.
export { createConnectFlow } from './createConnectFlow.js';
export { resumeReturn } from './resumeReturn.js';
