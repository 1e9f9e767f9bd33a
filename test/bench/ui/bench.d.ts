/** What each page of the bench offers to the script that drives it. */
interface UiBench {
  /** Draws `count` services in place of what was drawn before; milliseconds until the browser has laid them out. */
  draw(count: number): number;
}

interface Window {
  uiBench: UiBench;
  /** Of each key press, milliseconds to the paint of the letter, and to the paint of the list that answers it (null where there is none). */
  presses: { letter: number; list: number | null }[];
}
