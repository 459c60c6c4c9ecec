/** `npm test`: everything, on a bare machine. `npm test -- unit e2e` runs only those parts. */
import { BUILT_PARTS, QUICK_PARTS } from './parts.mjs';
import { runParts } from './run-parts.mjs';
import { setUp } from './setup.mjs';

await setUp({ browsers: ['chrome', 'firefox'], programs: true });
await runParts([...QUICK_PARTS, ...BUILT_PARTS], process.argv.slice(2));
