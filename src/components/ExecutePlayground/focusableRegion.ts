/** A part that scrolls is a tab stop with a name, so that it scrolls by keys too. */
export const focusableRegion = (label: string) => ({ role: 'region', tabIndex: 0, 'aria-label': label }) as const;
