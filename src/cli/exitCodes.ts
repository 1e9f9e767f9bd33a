/** What a command ends with. */
export const EXIT = { ok: 0, failed: 1, wrongArguments: 2 } as const;
