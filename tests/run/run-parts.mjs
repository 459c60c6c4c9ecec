/** Runs parts one after the other and tells how each went; the closing line comes last, alone on its line. */
import { addUp, closingLine } from './tally.mjs';

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
  const tallies = [];
  for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const begun = performance.now();
    const outcome = await part.run().catch((error) => ({
      tally: { passed: 0, failed: 1, skipped: 0 },
      output: String(error?.stack ?? error),
    }));
    tallies.push(outcome.tally);
    report(part, outcome, (performance.now() - begun) / 1000);
  }
  const total = addUp(tallies);
  process.exitCode = total.failed > 0 ? 1 : 0;
  process.stdout.write(`\n${closingLine(total)}\n`);
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
