/** What a text holds: parts between commas, semicolons and line breaks; numbers where the schema's items are numbers. */
export function itemsIn(text: string, schema: Readonly<Record<string, unknown>>): readonly (string | number)[] {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return isNumeric(schema.items) ? parts.map((part) => (Number.isNaN(Number(part)) ? part : Number(part))) : parts;
}

/** The items with the new ones after them; none twice. */
export const withItems = (items: readonly unknown[], added: readonly unknown[]): readonly unknown[] => [...new Set([...items, ...added])];

const isNumeric = (items: unknown): boolean =>
  typeof items === 'object' && items !== null && 'type' in items && (items.type === 'integer' || items.type === 'number');
