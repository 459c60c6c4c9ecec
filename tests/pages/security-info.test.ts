import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '@/utils/pages/security-info/read.ts';
import type { PageReading } from '@/utils/pages/security-info/state.ts';
import { layoutFree, savedPage } from './saved-page.ts';

const FOLDER = './security-info/';

/** One line per saved page: what it is read as, the targets found, the language. */
const PAGES: readonly (readonly [
  file: string,
  state: PageReading['state'],
  targets: string[],
  language: string | null,
])[] = [
  ['2026-11-shell-loading.html', { kind: 'unrecognised', open: false }, [], null],
  ['2026-11-sign-in.html', { kind: 'elsewhere' }, [], null],
  ['2026-11-list-empty.en.html', { kind: 'list', names: [], rows: 2 }, ['add-method'], 'en'],
  [
    '2026-11-list-two.en.html',
    { kind: 'list', names: ['Scanner hall', 'Password'], rows: 4 },
    ['add-method'],
    'en',
  ],
  ['2026-11-list-grid.en.html', { kind: 'list', names: ['Scanner hall'], rows: 2 }, ['add-method'], 'en'],
  [
    '2026-11-list-mixed.ja.html',
    { kind: 'list', names: ['受付のスキャナー'], rows: 2 },
    ['add-method'],
    'ja',
  ],
  ['2026-11-list-unknown-language.ar.html', { kind: 'list', names: null, rows: 1 }, ['add-method'], null],
  [
    '2026-11-list-other-library.en.html',
    { kind: 'list', names: ['Scanner hall'], rows: 1 },
    ['add-method'],
    'en',
  ],
  ['2024-10-picker-a-closed.en.html', picker('drop-down', 'not-listed', true, 0), ['method-list'], 'en'],
  ['2024-10-picker-a-open.en.html', picker('drop-down', 'offered', false, 2), ['app-password'], 'en'],
  ['2024-10-picker-a-open-absent.en.html', picker('drop-down', 'not-listed', false, 2), [], 'en'],
  ['2024-10-picker-a-chosen.en.html', picker('drop-down', 'chosen', false, 0), ['confirm-add'], 'en'],
  ['2026-11-picker-b.en.html', picker('cards', 'offered', false, 3), ['app-password'], 'en'],
  ['2026-11-picker-b-recommended.en.html', picker('cards', 'not-listed', true, 1), ['show-more'], 'en'],
  ['2026-11-picker-b-absent.en.html', picker('cards', 'not-listed', false, 2), [], 'en'],
  ['made-up-picker-b-twice.en.html', picker('cards', 'offered', false, 2), [], 'en'],
  ['made-up-picker-b-no-test-ids.en.html', picker('cards', 'offered', false, 2), ['app-password'], 'en'],
  [
    'made-up-picker-b-recommended-no-test-ids.de.html',
    picker('cards', 'not-listed', true, 1),
    ['show-more'],
    'de',
  ],
  ['2026-11-picker-b-unknown-language.ar.html', picker('cards', 'offered', false, 2), ['app-password'], null],
  ['2026-11-name-b.en.html', { kind: 'name', refused: false, ready: false }, ['name-field', 'next'], 'en'],
  [
    '2026-11-name-b-refused.en.html',
    { kind: 'name', refused: true, ready: false },
    ['name-field', 'next'],
    'en',
  ],
  ['2024-10-name-a.en.html', { kind: 'name', refused: false, ready: false }, ['name-field', 'next'], 'en'],
  [
    '2026-11-name-fullpage.en.html',
    { kind: 'name', refused: false, ready: false },
    ['name-field', 'next'],
    'en',
  ],
  ['2026-11-creating-b.en.html', { kind: 'creating' }, [], 'en'],
  ['2026-11-result-b-span.en.html', { kind: 'result' }, ['done'], 'en'],
  ['2026-11-result-b-field.en.html', { kind: 'result' }, ['done'], 'en'],
  ['2026-11-result-fullpage.en.html', { kind: 'result' }, ['done'], 'en'],
  ['2026-11-failed-b.en.html', { kind: 'failed', limit: false }, ['back'], 'en'],
  ['2026-11-other-method-b.en.html', { kind: 'other-method' }, ['back'], 'en'],
  ['made-up-timeout-over-picker.en.html', { kind: 'interrupted' }, [], 'en'],
  ['2026-11-delete-question.en.html', { kind: 'confirm' }, ['confirm-delete'], 'en'],
  ['made-up-delete-question-ok.de.html', { kind: 'confirm' }, ['confirm-delete'], 'de'],
  ['made-up-delete-question-titled.en.html', { kind: 'confirm' }, ['confirm-delete'], 'en'],
  ['2024-10-closing-dialog.en.html', { kind: 'list', names: [], rows: 2 }, ['add-method'], 'en'],
];

function picker(
  form: 'drop-down' | 'cards',
  appPassword: 'offered' | 'chosen' | 'not-listed',
  more: boolean,
  entries: number,
) {
  return { kind: 'picker', form, appPassword, more, entries } as const;
}

describe('reading a saved page', () => {
  it.each(PAGES)('reads %s', (file, state, targets, language) => {
    const reading = read(savedPage(FOLDER + file), layoutFree);
    expect(reading.state).toEqual(state);
    expect([...reading.targets.keys()].sort()).toEqual([...targets].sort());
    expect(reading.language).toBe(language);
  });

  it('has a line here for every saved page', () => {
    const files = readdirSync(new URL(FOLDER, import.meta.url));
    expect(PAGES.map(([file]) => file).sort()).toEqual(files.sort());
  });

  it('learns what an unknown language calls the method and uses it in the next reading', () => {
    const { learned } = read(savedPage(`${FOLDER}2026-11-picker-b-unknown-language.ar.html`), layoutFree);
    expect(learned).toBe('كلمة مرور التطبيق');
    const list = read(savedPage(`${FOLDER}2026-11-list-unknown-language.ar.html`), layoutFree, learned);
    expect(list.state).toEqual({ kind: 'list', names: ['Scanner hall'], rows: 1 });
  });

  it('points at the entry as a whole when it is a plain box', () => {
    const { targets } = read(savedPage(`${FOLDER}made-up-picker-b-no-test-ids.en.html`), layoutFree);
    expect(targets.get('app-password')?.textContent).toBe('App passwordFor apps');
  });

  it('finds the button that deletes in the row of an app password', () => {
    const page = savedPage(`${FOLDER}2026-11-list-two.en.html`);
    const reading = read(page, layoutFree);
    const buttons = [0, 1, 2].map((index) => reading.deleteButton(index));
    expect(buttons.map((button) => button?.closest('[role="listitem"]')?.textContent)).toEqual([
      'App passwordScanner hallDelete',
      'App passwordPasswordDelete',
      undefined,
    ]);
    expect([0, 1, 2].map((index) => reading.row(index)?.contains(buttons[index] ?? null))).toEqual([
      true,
      true,
      undefined,
    ]);
    // Two buttons of that name in one row are none.
    buttons[0]?.after(buttons[0].cloneNode(true));
    expect(reading.deleteButton(0)).toBeNull();
  });

  it('leaves every page as it was', () => {
    for (const [file] of PAGES) {
      const page = savedPage(FOLDER + file);
      const before = page.documentElement.outerHTML;
      read(page, layoutFree);
      expect(page.documentElement.outerHTML).toBe(before);
    }
  });
});
