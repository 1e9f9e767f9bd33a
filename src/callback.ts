export { type CallbackResult, type CompleteCallbackOptions, runCallbackPage } from './oauth/callbackPage.js';
