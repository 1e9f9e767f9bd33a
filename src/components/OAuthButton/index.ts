export { OAuthButton, type OAuthButtonProps } from './OAuthButton.js';
