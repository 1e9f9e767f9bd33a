interface Named {
  id: string;
  name: string;
}

/** A name as slugs are made of it. */
export const slugOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Whether what a person wrote means this definition: its id, its name or its slug, in any case. */
export const nameMatches = (wanted: string, { id, name }: Named): boolean =>
  wanted.trim().toLowerCase() === id.toLowerCase() || slugOf(wanted) === slugOf(name);
