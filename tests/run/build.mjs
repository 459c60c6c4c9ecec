/**
 * Builds the extension for both browsers. `npm run build` builds into .output; `-- --zip` also packs what
 * the stores take, with the list of all shipped packages (a CycloneDX SBOM) beside it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, runBin, runNpm } from './process.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('./browsers.mjs').Family} Family */

export const OUTPUT = path.join(ROOT, '.output');

/** @param {Family} family */
export const builtFolder = (family) => path.join(OUTPUT, `${family}-mv3`);

/**
 * Builds for one browser into an emptied folder: a failed build leaves nothing that could be taken for new.
 * @param {Family} family
 */
export async function build(family) {
  rmSync(builtFolder(family), { recursive: true, force: true });
  return runBin('wxt', 'wxt', ['build', '--browser', family]);
}

/** Writes what is shipped, with versions, licences and hashes, to .output/keytag.sbom.json. */
export async function writeSbom() {
  // `npm sbom` looks at node_modules and asks nobody.
  const result = await runNpm(['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev']);
  if (result.code === 0) {
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(path.join(OUTPUT, 'keytag.sbom.json'), result.stdout);
  }
  return result;
}

async function main() {
  await setUp();
  const zip = process.argv.includes('--zip');
  for (const family of /** @type {const} */ (['chrome', 'firefox'])) {
    const { code, output } = zip
      ? await runBin('wxt', 'wxt', ['zip', '--browser', family])
      : await build(family);
    console.log(code === 0 ? `${builtFolder(family)}` : output);
    if (code !== 0) process.exit(1);
  }
  if (!zip) return;
  const { code, output } = await writeSbom();
  console.log(code === 0 ? path.join(OUTPUT, 'keytag.sbom.json') : output);
  process.exitCode = code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
