/** House rules for sources that no linter here knows. Each failure says what to write instead. */
import { describe, expect, it } from 'vitest';
import { filesBelow, ownTexts, productSources, readText } from './project-files.ts';

/** Where in the given files a pattern occurs, as `file:line`. */
function occurrences(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readText(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

/** Comments may name what code may not use. */
function occurrencesInCode(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readText(file)
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
      .replace(/(^|\s)\/\/.*$/gm, '')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

describe('product code', () => {
  const FORBIDDEN: readonly [what: string, pattern: RegExp, instead: string][] = [
    ['innerHTML', /\b(inner|outer)HTML\b/, 'Build nodes with createElement or Preact; text is text (R24).'],
    ['insertAdjacentHTML', /\binsertAdjacentHTML\b/, 'Build nodes with createElement or Preact (R24).'],
    ['dangerouslySetInnerHTML', /dangerouslySetInnerHTML/, 'Pass children (R24).'],
    ['document.write', /\bdocument\.write(ln)?\b/, 'Build nodes with createElement or Preact (R24).'],
    ['eval', /\beval\s*\(/, 'Say it in code (R24).'],
    ['new Function', /\bnew Function\b|\bFunction\s*\(/, 'Say it in code (R24).'],
    [
      'fetch',
      /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(/,
      'Keytag makes no request, ever (R25).',
    ],
    ['window.postMessage', /\b(window|top|parent|self)\.postMessage\b/, 'Talk through utils/messages (R15).'],
    ['external messages', /\bonMessageExternal|onConnectExternal\b/, 'Nobody outside may talk to us (R14).'],
  ];

  it.each(FORBIDDEN)('does without %s', (_, pattern, instead) => {
    expect(occurrencesInCode(productSources(), pattern), instead).toEqual([]);
  });

  it('reads the clipboard in the background only, to clear what it copied', () => {
    const found = occurrencesInCode(productSources(), /clipboard\.read|['"]paste['"]|execCommand/);
    const files = [...new Set(found.map((place) => place.replace(/:\d+$/, '')))];
    // Both are out of reach for code that runs in a page: they import use cases (the border content-script-reach).
    expect(files, 'Elsewhere Keytag writes to the clipboard on a click and never reads it (R18).').toEqual([
      'utils/platform/clipboard-document.ts',
      'utils/platform/clipboard-keeper.ts',
    ]);
  });

  it('says what each file is for in its first lines', () => {
    const silent = productSources().filter(
      (file) => !/^utils\/catalogue\/apps\//.test(file) && !/^(\/\/.*\n)*\s*\/\*\*/.test(readText(file)),
    );
    expect(silent, 'Begin the file with a comment: what it is for, and what it must not contain.').toEqual(
      [],
    );
  });
});

describe('every file', () => {
  it('gives a reason for each suppression', () => {
    const code = ownTexts().filter(
      (file) => /\.(tsx?|[cm]?js)$/.test(file) && !file.endsWith('sources.test.ts'),
    );
    const bare = [
      ...occurrences(code, /biome-ignore(-\w+)?\s+[\w/]+\s*(:\s*)?(\*\/\}?)?\s*$/),
      ...occurrences(code, /biome-ignore[^:]*$/),
      ...occurrences(code, /(eslint|oxlint)-disable(?!.*--\s*\S)/),
      ...occurrences(code, /@ts-expect-error\s*(\*\/\}?)?\s*$/),
      ...occurrences(code, /@ts-(ignore|nocheck)/),
    ];
    expect(
      [...new Set(bare)],
      'Say why: `biome-ignore rule: reason`, `oxlint-disable-next-line rule -- reason`, `@ts-expect-error reason`.',
    ).toEqual([]);
  });

  it('dates its TODOs', () => {
    const files = ownTexts().filter(
      (file) => /\.(tsx?|[cm]?js|css|md)$/.test(file) && !file.endsWith('sources.test.ts'),
    );
    const undated = occurrences(files, /\b(TODO|FIXME|XXX)\b(?! \[\d{4}-\d{2}-\d{2}\]:)/);
    expect(undated, 'Write `TODO [2027-01-31]: what`, or do it now.').toEqual([]);
  });

  it('ends with a line break and holds no tab or trailing space', () => {
    const files = ownTexts().filter((file) => /\.(tsx?|[cm]?js|css|html|json|md)$/.test(file));
    const untidy = files.filter((file) => {
      const text = readText(file);
      return text !== '' && (!text.endsWith('\n') || /[ \t]$|\t/m.test(text) || text.includes('\r'));
    });
    expect(untidy, 'Run `npm run format`; in other files tidy by hand.').toEqual([]);
  });

  it('names no package registry and no folder of one machine', () => {
    const files = ownTexts().filter((file) => !file.endsWith('sources.test.ts'));
    const hosts = /registry\.(npmjs|yarnpkg)|(deb|security)\.debian\.org|pypi\.org|proxy\.golang/i;
    expect(
      occurrences(files, hosts),
      'Name packages, not hosts: whoever installs chooses where from.',
    ).toEqual([]);
    const machine = /(^|[\s"'`(=])\/(root|home|Users|work)\/|[A-Z]:\\\\Users/;
    expect(occurrences(files, machine), 'Write paths relative to the project.').toEqual([]);
  });

  it('points only to documents that are here', () => {
    const known = ownTexts();
    const exists = (document: string) =>
      known.some((file) => file === document || file.endsWith(`/${document}`));
    const files = known.filter(
      (file) => /\.(tsx?|[cm]?js|json|md|css|grit)$/.test(file) && !file.startsWith('utils/catalogue/apps/'),
    );
    const dangling = files.flatMap((file) =>
      [
        ...readText(file)
          .replace(/https?:\/\/\S+/g, '')
          .matchAll(/(?<![\w/.*{])(?:\.{0,2}\/)*([\w-]+(?:\/[\w-]+)*\.md)\b/g),
      ]
        .filter(([, document = '']) => !exists(document))
        .map(([document]) => `${file}: ${document}`),
    );
    expect([...new Set(dangling)], 'Write the fact down here, or name the document that holds it.').toEqual(
      [],
    );
  });
});

describe('every test file', () => {
  const testFiles = filesBelow('tests').filter((file) => /\.test\.tsx?$/.test(file));

  it('asserts something', () => {
    const idle = testFiles.filter((file) => !/\b(expect|assert)\b/.test(readText(file)));
    expect(idle, 'A test that asserts nothing passes whatever the code does.').toEqual([]);
  });

  it('leaves no test alone or switched off', () => {
    const found = occurrences(
      testFiles.filter((file) => !file.endsWith('sources.test.ts')),
      /\b(it|test|describe)\.(only|skip|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
    );
    expect(found, 'Run every test, or remove it; `.skipIf(condition)` says when one cannot run.').toEqual([]);
  });
});
