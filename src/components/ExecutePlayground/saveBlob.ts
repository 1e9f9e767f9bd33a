/** How long a browser may take to begin a download from a blob's address, in milliseconds. */
const GRACE = 30_000;

/** Hands a blob to the browser's downloads. It is never opened in the page. */
export function saveBlob(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), GRACE);
}
