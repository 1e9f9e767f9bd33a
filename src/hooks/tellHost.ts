/** Calls the host's callback. What it throws is the host's to see, as an uncaught error; the kit goes on. */
export function tellHost<Value>(callback: ((value: Value) => void) | undefined, value: Value): void {
  try {
    callback?.(value);
  } catch (error) {
    reportError(error);
  }
}
