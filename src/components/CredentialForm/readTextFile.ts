/** Larger files are no keys and no certificates, in bytes. */
export const LARGEST_FILE = 256 * 1024;

/** Why a file was not taken. */
export type FileProblem = 'too_large' | 'not_text' | 'unreadable';

/** The text of a file that a person chose, read in the page: it goes nowhere. */
export async function readTextFile(file: File): Promise<{ text: string } | { problem: FileProblem }> {
  if (file.size > LARGEST_FILE) return { problem: 'too_large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? { problem: 'not_text' } : { text };
  } catch (error) {
    return { problem: error instanceof TypeError ? 'not_text' : 'unreadable' };
  }
}
