/** Says in the browser's console what only who builds the page can mend: its people read other words. Callers see to it that it is said once. */
export function tellDeveloper(sentence: string): void {
  console.error(`[airbyte-connect-kit] ${sentence}`);
}
