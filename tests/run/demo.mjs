/** `npm run demo`: plays the whole main job by itself in a real browser against the replica of Microsoft's
 * page. `-- --browser firefox` takes Firefox, `-- --hold` leaves the window open. */
import { build } from './build.mjs';
import { runBin } from './process.mjs';
import { setUp } from './setup.mjs';

const args = process.argv.slice(2);
const named = args[args.indexOf('--browser') + 1];
const asked = args.includes('--browser') ? named : undefined;
if (asked !== undefined && asked !== 'chrome' && asked !== 'firefox') {
  console.error('--browser takes chrome or firefox.');
  process.exit(1);
}

await setUp(asked ? { browsers: [asked] } : { browsers: ['chrome', 'firefox'], oneOf: true });
const family = asked ?? (process.env.CHROME_PATH ? 'chrome' : 'firefox');
const { code, output } = await build(family);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const rest = asked ? args : ['--browser', family, ...args];
// --hold leaves the window open for as long as the person likes.
const demo = await runBin('tsx', 'tsx', ['tests/run/demo.ts', ...rest], { show: true, minutes: 24 * 60 });
process.exitCode = demo.code;
