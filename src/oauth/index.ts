export { leaveCallbackPage, runCallbackPage } from './callbackPage.js';
export { type CallbackResult, completeCallback, type CompleteCallbackOptions } from './completeCallback.js';
export { consentUrl } from './consentUrl.js';
export { type ConsentWindowHandle, openConsentWindow, type OpenConsentWindow, type OpenConsentWindowOptions } from './consentWindow.js';
export { channelName } from './messages.js';
export { publicValues } from './publicValues.js';
export { dropReturn, type ReturnPoint, saveReturn, takeReturn, type TakeReturnOptions } from './returnPoint.js';
export { type SettledOutcome, watchAttempt, type WatchAttemptOptions } from './watchAttempt.js';
