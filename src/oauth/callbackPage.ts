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
  leaveCallbackPage(result, options.page ?? window);
  return result;
}

/** Goes on after a finished callback: back in the same tab, or by closing the window unless there is something to read. */
function leaveCallbackPage({ status, returnTo }: CallbackResult, page: Window): void {
  // Against the origin, since the document may have a base of its own.
  if (returnTo !== undefined) page.location.replace(page.location.origin + returnTo);
  else if (status === 'connected' || status === 'relayed') page.close();
}
