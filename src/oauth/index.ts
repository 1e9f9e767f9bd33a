export { leaveCallbackPage, runCallbackPage } from './callbackPage.js';
export { type CallbackResult, type CompleteCallbackOptions, completeCallback } from './completeCallback.js';
export { consentUrl } from './consentUrl.js';
export { type ConsentWindowHandle, type OpenConsentWindow, type OpenConsentWindowOptions, openConsentWindow } from './consentWindow.js';
export { channelName } from './messages.js';
export { hasReturned } from './returned.js';
export { dropReturn, type ReturnPoint, saveReturn, type TakeReturnOptions, takeReturn } from './returnPoint.js';
export { type SettledOutcome, type WatchAttemptOptions, watchAttempt } from './watchAttempt.js';
