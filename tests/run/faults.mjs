/** `npm run test:faults`: kills both browsers again and again while the inventory is written, and looks whether
 * anything is lost. Takes a quarter of an hour or more. `KEYTAG_SEED=… npm run test:faults` plays chosen moments again. */
import { build } from './build.mjs';
import { runBin } from './process.mjs';
import { setUp } from './setup.mjs';

await setUp({ browsers: ['chrome', 'firefox'] });
for (const family of /** @type {const} */ (['chrome', 'firefox'])) {
  const { code, output } = await build(family);
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}
const faults = await runBin('vitest', 'vitest', ['run', '--project', 'faults', ...process.argv.slice(2)], {
  show: true,
  minutes: 60,
});
process.exitCode = faults.code;
