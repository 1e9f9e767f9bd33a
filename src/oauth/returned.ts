/** Where the callback page leaves what the page it leads to goes on with. */
export const RETURNED_KEY = 'ack:returned';

/** Whether somebody came back in this tab: the small question that every page asks before it loads what goes on. */
export const hasReturned = (): boolean => (tabStorage()?.getItem(RETURNED_KEY) ?? null) !== null;

/** Reading `sessionStorage` throws where a person has forbidden storage: the kit works without. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
