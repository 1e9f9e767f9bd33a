import type { ConnectScreensActions } from '../components/ConnectScreens/index.js';
import type { UseConnectResult } from '../hooks/index.js';

/** What a person can do on the screens, done by a flow. */
export const screenActionsOf = (flow: UseConnectResult): Omit<ConnectScreensActions, 'onIntent'> => ({
  onPick: flow.pick,
  onChooseMethod: flow.chooseMethod,
  onSubmit: flow.submit,
  onAuthorise: flow.authorise,
  onShowWindow: flow.showWindow,
  onReopen: flow.reopen,
  onContinueInTab: flow.continueInTab,
  onBack: flow.back,
  onRetry: flow.retry,
  onConnectAnother: flow.connectAnother,
  onClose: flow.close,
});
