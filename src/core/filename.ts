/**
 * The file name that a `Content-Disposition` header gives, without folders, control characters or anything else that a file system or a
 * page could take amiss; the fallback when there is none.
 */
export function filenameOf(contentDisposition: string | null, fallback: string): string {
  const header = contentDisposition ?? '';
  const extended = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header);
  const named = (extended === undefined ? null : decoded(extended)) ?? plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? '';
  return safe(named) || safe(fallback) || 'download';
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // Not percent-encoding: the plain name stands beside it.
  }
}

function safe(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Control and bidirectional characters can hide what a name ends with.
  return last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 200);
}
