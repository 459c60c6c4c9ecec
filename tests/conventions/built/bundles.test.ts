/** The built files themselves: nothing in them can load, run or send what is not in them (R22, R24, R25). */
import { describe, expect, it } from 'vitest';
import { filesBelow, readJson, readText } from '../project-files.ts';

/** The files that may stand in a build. */
const EXPECTED = [
  /^manifest\.json$/,
  /^background\.js$/,
  /^(link|security-info)\.js$/,
  /^(sidepanel|practice)\.html$/,
  // The document in which Chrome clears the clipboard; Firefox does it in its background page.
  /^clipboard\.html$/,
  /^(chunks|assets)\/[\w.-]+\.(js|css)$/,
  /^_locales\/\w+\/messages\.json$/,
  // Chrome and Edge alone ask for it (wxt.config.ts).
  /^managed-schema\.json$/,
  /^icon\/[\w.-]+\.(png|svg)$/,
  /^[\w-]+\.svg$/,
];

describe.each(['chrome', 'firefox'])('the build for %s', (family) => {
  const folder = `.output/${family}-mv3/`;
  const files = filesBelow(folder).map((file) => file.slice(folder.length));
  const scripts = files.filter((file) => file.endsWith('.js'));
  const pages = files.filter((file) => file.endsWith('.html'));
  const read = (file: string) => readText(folder + file);

  it('holds only files we know', () => {
    const strangers = files.filter((file) => !EXPECTED.some((pattern) => pattern.test(file)));
    expect(strangers, 'List the new kind of file here, or keep it out of public/ and entrypoints/.').toEqual(
      [],
    );
  });

  it('has every language', () => {
    expect(files.filter((file) => file.startsWith('_locales/'))).toEqual(
      filesBelow('public/_locales').map((file) => file.slice('public/'.length)),
    );
  });

  it.each([
    ['eval', /\beval\s*\(/],
    ['new Function', /\bnew Function\b/],
    [
      'a request',
      /(?<![\w$.])(fetch|importScripts)\s*\(|\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/,
    ],
    ['a script from elsewhere', /\bimport\s*\(?\s*["'](https?:)?\/\//],
    ['window.postMessage', /\b(window|top|parent|self|globalThis)\.postMessage\b/],
    ['a source map', /sourceMappingURL/],
  ])('holds no %s', (_, pattern) => {
    expect(scripts.filter((file) => pattern.test(read(file)))).toEqual([]);
  });

  it("sets innerHTML only where Preact's own code does", () => {
    const found = scripts.flatMap((file) =>
      [...read(file).matchAll(/\.innerHTML\s*=(?!=)/g)].map(() => file),
    );
    // Two lines of Preact's diff, for a property no view of ours uses (tests/conventions/sources.test.ts).
    expect(found.length).toBeLessThanOrEqual(2);
    expect(found, "The content script draws without Preact's views.").not.toContain('security-info.js');
  });

  it('has no page with inline script or style, or with anything from elsewhere', () => {
    const bad = pages.filter((file) =>
      /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|(src|href)="(https?:)?\/\//i.test(read(file)),
    );
    expect(bad, 'The content security policy would refuse it (SECURITY.md R22).').toEqual([]);
  });

  it('has no style sheet that loads anything', () => {
    const loading = files.filter(
      (file) => file.endsWith('.css') && /@import|url\(\s*(?!["']?(?:data:|#))/.test(read(file)),
    );
    expect(loading).toEqual([]);
  });

  it("runs in Microsoft's page as one plain script", () => {
    const { content_scripts: scripts } = readJson<{ content_scripts: { js: string[] }[] }>(
      `${folder}manifest.json`,
    );
    expect(scripts.flatMap(({ js }) => js)).toEqual(['link.js', 'security-info.js']);
    expect(read('link.js') + read('security-info.js')).not.toMatch(/^\s*(import|export)\b/m);
  });
});
