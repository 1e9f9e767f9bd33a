/** Control and format characters: marks among them turn the reading direction round, and `exe.gpj` must not read as `jpg.exe`. */
const UNSAFE = /[\p{Cc}\p{Cf}]/gu;

/** A file name from outside, safe to show and to save under: no path, no direction marks, at most 120 characters with its ending kept. */
export function safeFilename(filename: string): string {
  const name = (filename.split(/[/\\]/).at(-1) ?? '').replace(UNSAFE, '').trim();
  if (name === '' || /^\.+$/.test(name)) return 'download';
  if (name.length <= 120) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, 120 - ending.length) + ending;
}
