/** What each page of the bench offers to the script that drives it. */
interface FormBench {
  /** Compiles a schema and draws its form in the page; milliseconds until the browser has laid it out. */
  draw(schema: object): number;
  /** Takes the form away again. */
  clear(): void;
}

interface Window {
  bench: FormBench;
  /** Milliseconds from each key press to the paint after it. */
  keystrokes: number[];
}
