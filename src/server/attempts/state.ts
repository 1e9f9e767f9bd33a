const ATTEMPT_ID_BYTES = 16;
const SECRET_BYTES = 32;

/** A fresh state, `<attemptId>.<32 random bytes>`. Only the part before the dot is public. */
export function newState(): { attemptId: string; state: string } {
  const attemptId = randomText(ATTEMPT_ID_BYTES);
  return { attemptId, state: `${attemptId}.${randomText(SECRET_BYTES)}` };
}

/** What is kept of a state: it proves a state and does not tell it. */
export async function hashState(state: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(state))));
}

const randomText = (bytes: number) => base64url(crypto.getRandomValues(new Uint8Array(bytes)));

const base64url = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
