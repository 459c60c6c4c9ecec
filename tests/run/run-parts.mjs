/** Runs parts and tells how each went; the closing line comes last, alone on its line. */
import { addUp, closingLine } from './tally.mjs';

/** Parts of a single program each that may run at the same time: the cores CI has. */
const SIDE_BY_SIDE = 2;

/**
 * @param {readonly import('./parts.mjs').Part[]} parts
 * @param {readonly string[]} wanted names of the parts to run; none means all
 */
export async function runParts(parts, wanted) {
  const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(
      `No part is called ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(1);
  }
  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = [];
  for (const group of grouped(parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))) {
    const waiting = [...group];
    const lane = async () => {
      for (let part = waiting.shift(); part; part = waiting.shift()) tallies.push(await runPart(part));
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  }
  const total = addUp(tallies);
  process.exitCode = total.failed > 0 ? 1 : 0;
  process.stdout.write(`\n${closingLine(total)}\n`);
}

/**
 * Neighbours that may run at the same time come into one group, every other part into one of its own.
 * @param {readonly import('./parts.mjs').Part[]} parts
 */
function grouped(parts) {
  /** @type {import('./parts.mjs').Part[][]} */
  const groups = [];
  let isOpen = false;
  for (const part of parts) {
    if (part.isLight && isOpen) groups.at(-1)?.push(part);
    else groups.push([part]);
    isOpen = part.isLight === true;
  }
  return groups;
}

/** @param {import('./parts.mjs').Part} part */
async function runPart(part) {
  const begun = performance.now();
  const outcome = await part.run().catch((error) => ({
    tally: { passed: 0, failed: 1, skipped: 0 },
    output: String(error?.stack ?? error),
  }));
  report(part, outcome, (performance.now() - begun) / 1000);
  return outcome.tally;
}

/**
 * @param {import('./parts.mjs').Part} part
 * @param {import('./parts.mjs').Outcome} outcome
 * @param {number} seconds
 */
function report({ name, about }, { tally, output, remark }, seconds) {
  const failed = tally.failed > 0;
  const line = [
    failed ? 'FAILED' : 'ok    ',
    name.padEnd(14),
    `${seconds.toFixed(1)} s`.padStart(8),
    ` ${remark ?? about}`,
  ];
  console.log(line.join(' '));
  if (failed) console.log(`${output.trimEnd().replace(/^/gm, '    ')}\n`);
}
