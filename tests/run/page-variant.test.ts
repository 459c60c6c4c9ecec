/** From a structure report to a page the reader learns with one line of its source. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  readStructure,
  readStructureReport,
  type Structure,
  writeStructureReport,
} from '@/utils/helpdesk/structure.ts';
import { read } from '@/utils/pages/security-info/read.ts';
import { describePage } from '@/utils/pages/structure.ts';
import { layoutFree, pageFrom, savedPage } from '../pages/saved-page.ts';
import { LEARNED_FOLDER, learn, ONE_LINE } from './learn-one-line.ts';
import { fixtureOf, variantFile, whatProblem, withVariant } from './page-variant.ts';

const ABOUT = { product: '0.1.0', browser: 'Chrome 156', day: '2026-11-29' };
/** What a browser showed of the replica with `addButton: 'renamed'` (tests/e2e/helpdesk-training.test.ts). */
const RENAMED = [
  'body',
  ' div',
  '  main',
  '   h1 text label=securityInfo:en',
  '   button type=button testid=method-register-button text',
  '   div role=list',
  '    div role=listitem',
  '     span text',
  '     span class=ms-pii text',
  '    div role=listitem',
  '     span text label=appPassword:en',
  '     span',
  '      span class=ms-pii text',
  '     button type=button named label=delete:en',
  '      span text',
];

function structureOf(nodes: readonly string[]): Structure {
  const structure = readStructure({ state: 'unrecognised', layer: 'none', language: null, nodes });
  if (!structure) throw new Error('no structure');
  return structure;
}

/** A saved page again, by way of a report. */
function copyOf(page: Document): Document {
  const structure = readStructure(describePage(page, layoutFree));
  const report = structure && readStructureReport(writeStructureReport(structure, ABOUT));
  if (!report?.ok) throw new Error('no report');
  return pageFrom(fixtureOf(report.structure));
}

describe('a page made from a structure report', () => {
  const table = readFileSync(new URL('../pages/security-info.test.ts', import.meta.url), 'utf8');
  const files = [...table.matchAll(/'([\w-]+\.[\w.-]*html)'/g)].map(([, file = '']) => file);

  it('is read as the page it was made of, for every saved page the reader knows by structure and labels', () => {
    const differing = [...new Set(files)].filter((file) => {
      const page = savedPage(`./security-info/${file}`);
      // A sign-in page is told by marks that no report carries; texts in unknown languages aren't either.
      const before = read(page, layoutFree);
      const after = read(copyOf(page), layoutFree);
      return before.state.kind !== after.state.kind;
    });
    expect(differing).toEqual([]);
  }, 60_000);

  it('has the same structure when a report is made of it', () => {
    const structure = structureOf(RENAMED);
    const again = readStructure(describePage(pageFrom(fixtureOf(structure)), layoutFree));
    const shape = ({ nodes }: Structure) =>
      nodes.map(({ tag, role, testId, depth }) => ({ tag, role, testId, depth }));
    expect(again && shape(again)).toEqual(shape(structure));
  });

  it('is named by month, change and language', () => {
    expect(variantFile(structureOf(RENAMED), '2026-11-29', 'add-button')).toBe('2026-11-add-button.en.html');
    expect(variantFile(structureOf(['body']), '2026-11-29', 'x')).toBe('2026-11-x.html');
    expect(whatProblem('add-button')).toBeNull();
    for (const what of [undefined, '', '../x', 'Add', 'a--b', 'a.b'])
      expect(whatProblem(what)).not.toBeNull();
  });

  it('gets its line at the end of the table, and nothing else changes', () => {
    const html = fixtureOf(structureOf(RENAMED));
    const line = "  ['2026-11-x.en.html', { kind: 'unrecognised', open: false }, [], null],\n";
    const next = withVariant(table, '2026-11-x.en.html', html) ?? '';
    expect(next).toContain(line);
    expect(next.replace(line, '')).toBe(table);
    expect(withVariant('const OTHER = [\n];\n', 'x.html', html)).toBeNull();
  });
});

describe('the reader', () => {
  afterAll(() => rmSync(LEARNED_FOLDER, { recursive: true, force: true }));

  it('learns a variant nobody coded for with one line', async () => {
    const html = fixtureOf(structureOf(RENAMED));
    expect(read(pageFrom(html), layoutFree).state).toEqual({ kind: 'unrecognised', open: false });
    mkdirSync(LEARNED_FOLDER, { recursive: true });
    const learned = await learn();
    expect(ONE_LINE.split('\n')).toHaveLength(1);
    const reading = learned(pageFrom(html), layoutFree);
    expect(reading.state).toEqual({ kind: 'list', names: ['Text 4'], rows: 2 });
    expect([...reading.targets.keys()]).toEqual(['add-method']);
    expect(reading.targets.get('add-method')?.getAttribute('data-testid')).toBe('method-register-button');
    expect(reading.language).toBe('en');
    // What it knew before it still knows.
    expect(learned(savedPage('./security-info/2026-11-list-two.en.html'), layoutFree).state.kind).toBe(
      'list',
    );
    writeFileSync(path.join(LEARNED_FOLDER, 'page.html'), html);
  });
});
