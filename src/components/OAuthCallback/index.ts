export { OAuthCallback, type OAuthCallbackProps, type OAuthCallbackSlot, type OAuthCallbackStatus } from './OAuthCallback.js';
