/** Whether the browser knows that it has no network. That it has one it only believes; a server knows neither. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
