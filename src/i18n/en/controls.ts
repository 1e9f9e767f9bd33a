/** Words of the controls of a credential form. */
export const controls = {
  /** The fold of a long help text. */
  more: 'More',
  less: 'Less',
  saved: {
    /** What a locked box says in place of a secret that is stored. */
    value: 'Saved',
    replace: 'Replace',
    replaceOf: (label: string) => `Replace ${label}`,
    cancel: 'Cancel',
    cancelOf: (label: string) => `Cancel: keep the saved ${label}`,
  },
  upload: {
    choose: 'Choose a file',
    chooseFor: (label: string) => `Choose a file for ${label}`,
    drop: 'or drop it here',
    read: (name: string) => `Read from ${name}.`,
    /** Why a file was not read. */
    problems: {
      too_large: (name: string) => `${name} is larger than 256 KB, so it cannot be a key. Choose another file.`,
      not_text: (name: string) => `${name} is not a text file. Choose the file that holds the key itself.`,
      unreadable: (name: string) => `${name} could not be read. Choose it again.`,
    },
  },
  tags: {
    added: (item: string) => `Added ${item}.`,
    removed: (item: string) => `Removed ${item}.`,
    twice: (item: string) => `${item} is in the list already.`,
  },
  options: {
    filter: (label: string) => `Filter ${label}`,
    none: (filter: string) => `Nothing has “${filter}” in its name.`,
    chosen: (count: number) => `${count} chosen`,
    noLongerOffered: 'no longer offered',
  },
  /** Names of values that have none of their own. */
  nothing: 'None',
  emptyText: 'Empty text',
  json: {
    /** May hold the marks of help texts, such as `code`. */
    unexpected: (found: string, line: number, column: number) => `Not JSON yet: \`${found}\` may not stand in line ${line}, column ${column}.`,
    unclosed: (line: number, column: number) => `Not JSON yet: the text that begins in line ${line}, column ${column} has no closing quote.`,
    ended: 'Not JSON yet: it ends before it is complete. Check the brackets.',
  },
  pattern: {
    looks: (pattern: string) => `Looks like \`${pattern}\`.`,
    fits: 'Fits.',
  },
};
