/** Loads the flow's screens. Called on intent (a pointer or focus on a button), so that they are there when it is pressed. */
export const loadConnectDialog = () => import('./ConnectDialog.js');
