import { describe, expect, it } from 'vitest';
import {
  readStructure,
  readStructureReport,
  STRUCTURE_MOST_CHARACTERS,
  type Structure,
  wireOf,
  writeStructureReport,
} from '@/utils/helpdesk/structure.ts';
import { describePage } from '@/utils/pages/structure.ts';
import { layoutFree, savedPage } from '../pages/saved-page.ts';

const ABOUT = { product: '0.1.0', browser: 'Chrome 156', day: '2026-11-29' };
const wire = (...nodes: unknown[]) => ({ state: 'unrecognised', layer: 'none', language: null, nodes });
const node = (line: string) => readStructure(wire('body', line))?.nodes[1];
const pageOf = (file: string): Structure => {
  const structure = readStructure(describePage(savedPage(`./security-info/${file}`), layoutFree));
  if (!structure) throw new Error('no structure');
  return structure;
};

describe('what a page is built of', () => {
  it('tells tags, roles, test ids, states and known labels', () => {
    const { nodes, ...rest } = wireOf(pageOf('2026-11-picker-b.en.html'));
    expect(rest).toEqual({ state: 'picker', layer: 'test-id', language: 'en' });
    const lines = nodes.map((line) => line.trim());
    expect(lines).toContain('h1 text label=securityInfo:en');
    expect(lines).toContain('button type=button name=add label=addMethodButton:en');
    expect(lines).toContain('div role=dialog modal');
    expect(lines).toContain('div role=heading title text label=addDialogTitle:en');
    expect(lines).toContain('div testid=authmethod-picker-appPassword');
    expect(lines).toContain('p text label=appPassword:en');
    // "Pixel 9" stands there as personal.
    expect(lines).toContain('span class=ms-pii text');
    expect(nodes.join('\n')).not.toMatch(/Pixel|Authenticator(?! )|Approve|ago|Lost/);
  });

  it.each(['2026-11-result-b-span.en.html', '2026-11-name-b.en.html', '2026-11-creating-b.en.html'])(
    'compares titles alone where a password may stand: %s',
    (file) => {
      const texts = pageOf(file).nodes.filter((each) => each.texts.length > 0);
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter(({ tag, role }) => !/^h\d$/.test(tag) && role !== 'heading')).toEqual([]);
    },
  );

  it('says which control has a name of its own and which is disabled', () => {
    const lines = wireOf(pageOf('2026-11-list-two.en.html')).nodes.map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('button named text'))).not.toEqual([]);
    expect(lines).toContain('span text label=appPassword:en');
  });
});

describe('what arrives from a page', () => {
  it.each([
    ['div role=button', { tag: 'div', role: 'button' }],
    ['anna-mueller role=anna', { tag: 'x', role: 'x' }],
    ['div testid=method-add-link', { testId: 'method-add-link' }],
    ['div testid=AppPasswordCard2', { testId: 'AppPasswordCardx' }],
    ['div testid=row-Scanner-4711', { testId: 'row-x-x' }],
    ['div testid=anna@contoso.com', { testId: 'x' }],
    ['input type=password', { type: 'password' }],
    ['input type=hunter2', { type: null }],
    ['div class=ms-Link class=anna', { classes: ['ms-Link'] }],
    ['div modal abcdefghijklmnop text', { flags: ['modal', 'text'] }],
    ['p label=appPassword:de,xx', { texts: [{ key: 'appPassword', is: 'exactly', languages: ['de'] }] }],
    ['p label=anna:de label=next:anna', { texts: [] }],
    ['h2 about=delete:en', { texts: [{ key: 'delete', is: 'part', languages: ['en'] }] }],
  ])('is put together anew from known words: %s', (line, expected) => {
    expect(node(` ${line}`)).toMatchObject(expected);
  });

  it.each([
    null,
    'body',
    { nodes: [] },
    { ...wire(), state: 'anna' },
    { ...wire(), layer: 'anna' },
    wire(7),
    wire('x'.repeat(601)),
    wire(...Array.from({ length: 1001 }, () => 'div')),
  ])('is refused when it is no structure', (input) => expect(readStructure(input)).toBeNull());

  it('never lies deeper than one level below what stands above it', () => {
    const read = readStructure(wire('body', '      div', ' p', ''));
    expect(read?.nodes.map(({ depth }) => depth)).toEqual([0, 1, 1, 0]);
  });
});

describe('a structure report', () => {
  const structure = pageOf('2026-11-picker-b.en.html');
  const text = writeStructureReport(structure, ABOUT);

  it('is read again as it was written', () => {
    expect(readStructureReport(text)).toEqual({ ok: true, structure, day: '2026-11-29' });
  });

  it.each([
    ['Hello', 'not-json'],
    ['{}', 'not-a-report'],
    ['[1]', 'not-a-report'],
    [text.replace('"version": 1', '"version": 2'), 'newer'],
    [text.replace('"version": 1', '"version": 0'), 'not-a-report'],
    [text.replace('2026-11-29', '../../x'), 'not-a-report'],
    [text.slice(0, -20), 'not-json'],
    [' '.repeat(STRUCTURE_MOST_CHARACTERS + 1), 'too-large'],
  ])('is refused when it is none (%#)', (input, why) => {
    expect(readStructureReport(input)).toEqual({ ok: false, why });
  });
});
