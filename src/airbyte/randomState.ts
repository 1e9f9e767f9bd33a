const cryptoBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** A new attempt id and the state that carries it: `<attemptId>.<32 random bytes>`. Only the part before the dot is public. */
export function randomState(random: (length: number) => Uint8Array = cryptoBytes): { attemptId: string; state: string } {
  const attemptId = base64url(random(16));
  return { attemptId, state: `${attemptId}.${base64url(random(32))}` };
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
