/** A 32-bit hash of a text: the same in every runtime. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** A UUID (version 4 in form) that only depends on the text. */
export function uuidFrom(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash(`${part}:${text}`).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Draws from a text: the same text gives the same draws. */
export interface Draw {
  /** A whole number, both ends included. */
  number(from: number, to: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** Letters and digits. */
  token(length: number): string;
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

export function drawFrom(text: string): Draw {
  let turn = 0;
  const next = () => hash(`${text}#${turn++}`);
  return {
    number: (from, to) => from + (next() % (to - from + 1)),
    pick: (choices) => choices[next() % choices.length] ?? choices[0],
    token: (length) => Array.from({ length }, () => ALPHABET.charAt(next() % ALPHABET.length)).join(''),
  };
}

/** A value nobody can guess: for consent sessions, secret ids and the signing key. */
export function randomToken(bytes = 24): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
