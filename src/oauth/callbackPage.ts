import { type CallbackResult, type CompleteCallbackOptions, completeCallback } from './completeCallback.js';

export type { CallbackResult, CompleteCallbackOptions } from './completeCallback.js';

/**
 * The whole callback page: finishes the sign-in, then closes the window, or leads the tab back to where the sign-in began. When the window
 * cannot close itself, or the sign-in failed, the result is there to be shown. It never rejects.
 * @example
 * const { status, code } = await runCallbackPage({ endpoint: '/api/airbyte' });
 * document.querySelector('p').textContent = status === 'failed' ? `Not connected (${code}).` : 'You can close this window.';
 */
export async function runCallbackPage(options: CompleteCallbackOptions): Promise<CallbackResult> {
  const result = await completeCallback(options);
  const { status, returnTo } = result;
  const { page = window } = options;
  // Against the origin, since the document may have a base of its own.
  if (returnTo) page.location.replace(page.location.origin + returnTo);
  else if (status === 'connected' || status === 'relayed') page.close();
  return result;
}
