// The picker beside a plain list and beside an empty field, in one run in Chromium on production builds with the processor slowed four times:
// mount, key press to the paint of the letter, key press to the paint of the list that answers it. 600 services are the gate; 10,000 are
// printed. Ends with code 1 when a gate fails.
// Usage: npm run bench:ui
import { driveUi, SIDES } from './bench/driveUi.mjs';
import { ensureInstalled } from './lib/install.mjs';

const GATE = 600;
const MANY = 10_000;
const SAMPLES = { [GATE]: 9, [MANY]: 1 };
const FASTER_THAN_PLAIN = 3;
const SLOWER_THAN_EMPTY = 1.5;

const SAYS = { first: 'first mount in a page', mount: 'mount', letter: 'key press to paint of the letter', list: 'key press to paint of the list' };

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const cell = (numbers) => (numbers.length === 0 ? '-' : `${median(numbers).toFixed(1)} ms`).padStart(13);

function print(count, rows) {
  console.log(`  ${String(count).padEnd(8)}${''.padEnd(34)}${SIDES.map((side) => side.padStart(13)).join('')}`);
  for (const what of ['first', 'mount', 'letter', 'list'])
    console.log(`  ${''.padEnd(8)}${SAYS[what].padEnd(34)}${SIDES.map((side) => cell(rows[side][what])).join('')}`);
}

function gate(name, ratio, isMet) {
  console.log(`  ${name}: ${ratio.toFixed(2)} x   ${isMet ? 'ok' : 'NOT MET'}`);
  return isMet;
}

try {
  await ensureInstalled();
  console.log('The picker beside a plain list and an empty field: Chromium, production builds, 4 x slower processor, medians by turns.');
  const times = new Map();
  for (const count of [GATE, MANY]) {
    const measured = await driveUi({ counts: [count], samples: SAMPLES[count] });
    times.set(count, measured.get(count));
    print(count, measured.get(count));
  }
  const { ours, plain, empty } = times.get(GATE);
  const faster = median(plain.mount) / median(ours.mount);
  const slower = median(ours.letter) / median(empty.letter);
  const passed = [
    gate(`mount of ${GATE}, the plain list's in ours (at least ${FASTER_THAN_PLAIN})`, faster, faster >= FASTER_THAN_PLAIN),
    gate(`key press to paint, ours in the empty field's (at most ${SLOWER_THAN_EMPTY})`, slower, slower <= SLOWER_THAN_EMPTY),
  ];
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`The bench did not run: ${error.stack}`);
  process.exitCode = 1;
}
