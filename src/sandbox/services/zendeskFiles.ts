import type { JsonObject } from '../../core/index.js';
import type { DownloadedFile } from './service.js';

const FIRST = 7_000_001;
const COUNT = 45;

/** One of each kind, over and over. The page is there because a download must never be shown as one. */
const KINDS = [
  { extension: 'txt', contentType: 'text/plain; charset=utf-8', content: (id: number) => `Attachment ${id} of the sandbox.\n` },
  { extension: 'csv', contentType: 'text/csv', content: (id: number) => `id,name\n${id},Sandbox\n` },
  {
    extension: 'html',
    contentType: 'text/html',
    content: (id: number) => `<!doctype html><title>Attachment ${id}</title><script>document.title = 'this ran';</script>`,
  },
  { extension: 'json', contentType: 'application/json', content: (id: number) => `{"attachment":${id}}` },
] as const;

const kindOf = (id: number) => KINDS[id % KINDS.length] ?? KINDS[0];
const nameOf = (id: number) => `attachment-${id}.${kindOf(id).extension}`;

/** The file of an attachment; null when there is none. */
export function attachment(text: string): DownloadedFile | null {
  const id = Number(text);
  if (!Number.isInteger(id) || id < FIRST || id >= FIRST + COUNT) return null;
  const { contentType, content } = kindOf(id);
  return { bytes: new TextEncoder().encode(content(id)), contentType, filename: nameOf(id) };
}

/** What is known of an attachment without its bytes. */
export const attachmentRecord = (id: number): JsonObject => ({
  id,
  file_name: nameOf(id),
  content_type: kindOf(id).contentType,
  size: kindOf(id).content(id).length,
  inline: false,
});
