/** `npm run check`: the parts that need no browser and no build. `-- style` runs only that one. */

import { QUICK_PARTS } from './parts.mjs';
import { runParts } from './run-parts.mjs';
import { setUp } from './setup.mjs';

await setUp();
await runParts(QUICK_PARTS, process.argv.slice(2));
