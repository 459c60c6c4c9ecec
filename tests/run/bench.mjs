/** `npm run bench`: measures in a real Chromium, each suite of tests/bench in turn. `-- guide` runs that one
 * alone, `-- --strict` ends with 1 where a budget is missed. */
import { build } from './build.mjs';
import { runBin } from './process.mjs';
import { setUp } from './setup.mjs';

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
await setUp({ browsers: ['chrome'], peers: asked.length === 0 || asked.includes('inventory') });
const { code, output } = await build('chrome');
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const bench = await runBin('tsx', 'tsx', ['tests/run/bench.ts', ...process.argv.slice(2)], {
  show: true,
  minutes: 30,
});
process.exitCode = bench.code;
