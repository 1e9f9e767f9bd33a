/** What the kit keeps in `sessionStorage` begins with this: nothing but returns of this tab. */
export const RETURN_PREFIX = 'ack:';

/** Where the callback page leaves what the page it leads to goes on with. */
export const RETURNED_KEY = 'ack:returned';

/** Whether this tab was left for a sign-in: the small question that every page asks before it loads what goes on. */
export const hasReturned = (): boolean => Object.keys(tabStorage() ?? {}).some((key) => key.startsWith(RETURN_PREFIX));

/** Reading `sessionStorage` throws where a person has forbidden storage: the kit works without. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
