/** Measures what is built against the budgets of ARCHITECTURE.md: bytes after gzip, all files a surface
 * loads before anything lazy. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFolder } from './build.mjs';
import { requireFromRoot } from './process.mjs';

const KIB = 1024;

/** @typedef {import('./browsers.mjs').Family} Family */
/** @typedef {{ name: string, bytes: number, budget: number, files: string[] }} Size */

/** @param {Family} family @returns {Size[]} */
export function measure(family) {
  const folder = builtFolder(family);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const scripts = (manifest.content_scripts ?? []).flatMap(
    (/** @type {{ js?: string[], css?: string[] }} */ script) => [
      ...(script.js ?? []),
      ...(script.css ?? []),
    ],
  );
  return [
    { name: 'content script', budget: 20 * KIB, ...weigh(folder, [...new Set(scripts)]) },
    { name: 'panel', budget: 45 * KIB, ...weigh(folder, filesOfPage(folder, 'sidepanel.html')) },
  ];
}

/** @param {readonly Size[]} sizes */
export function describe(sizes) {
  return sizes
    .map(({ name, bytes, budget }) => `${name} ${(bytes / KIB).toFixed(1)} of ${budget / KIB} KiB`)
    .join(', ');
}

/** @param {string} folder @param {readonly string[]} names */
function weigh(folder, names) {
  const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0);
  return { bytes, files: [...names] };
}

/** The scripts and style sheets a page loads at once. @param {string} folder @param {string} page */
function filesOfPage(folder, page) {
  const html = readFileSync(path.join(folder, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, name]) => path.posix.join('.', /** @type {string} */ (name)),
  );
  const found = new Set();
  const queue = [...named];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    if (name.endsWith('.js')) queue.push(...staticImports(folder, name));
  }
  return [...found];
}

/** @param {string} folder @param {string} name */
function staticImports(folder, name) {
  const ts = requireFromRoot('typescript');
  const source = ts.createSourceFile(
    name,
    readFileSync(path.join(folder, name), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return source.statements
    .filter((/** @type {any} */ statement) => statement.moduleSpecifier !== undefined)
    .map((/** @type {any} */ statement) =>
      path.posix.join(path.posix.dirname(name), statement.moduleSpecifier.text),
    );
}
