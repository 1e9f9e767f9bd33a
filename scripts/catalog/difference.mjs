const SHOWN = 200; // characters of a line around its first change

/**
 * Lines that one text has and the other has not, each cut to where it differs from the closest line of the other.
 * @param {string} before what is in the file, empty where there is none
 * @param {string} after what it should be
 * @returns {string[]} lines that begin with `-` or `+`
 */
export function difference(before, after) {
  const [old, wanted] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !wanted.includes(line));
  const come = wanted.filter((line) => !old.includes(line));
  return [...gone.map((line) => `- ${around(line, come)}`), ...come.map((line) => `+ ${around(line, gone)}`)];
}

function around(line, others) {
  const from = Math.max(0, ...others.map((other) => samePrefix(line, other)));
  const name = line.slice(0, 60).trim();
  return from <= 60 ? line.trim().slice(0, SHOWN) : `${name} ... ${line.slice(from - 20, from - 20 + SHOWN)}`;
}

function samePrefix(left, right) {
  let index = 0;
  while (index < left.length && left[index] === right[index]) index += 1;
  return index;
}
