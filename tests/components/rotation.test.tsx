// @vitest-environment happy-dom
/** The end of a replacement: whoever has done the last step sees the tag, not the beginning of the next one. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Replacing } from '@/utils/inventory/entry.ts';
import { fakeInventory, idOf, rowOf } from './inventory-fake.ts';
import { click, openPanel, page, settle } from './inventory-screen.tsx';
import { eventually, hide, one } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const replacing = (change: Partial<Replacing>): Replacing => ({
  why: 'interval',
  order: 'make-first',
  oldName: 'Old laptop',
  done: ['make', 'enter', 'test'],
  ...change,
});
const PLACE = `#/inventory/${idOf(1)}`;

describe('a replacement', () => {
  it('ends at the tag when its last step is done', async () => {
    const rows = [rowOf(1, { state: 'old-still-valid', replacing: replacing({}) })];
    await openPanel(`${PLACE}/rotate`, fakeInventory({ rows }));
    await click('I have deleted it');
    await eventually(() => expect(location.hash).toBe(PLACE));
    await settle();
    await eventually(() => one('button', 'Edit'));
    expect(page()).toContain('Active');
  });

  it('stays where it is while a step is left', async () => {
    const rows = [rowOf(1, { state: 'old-still-valid', replacing: replacing({ done: ['make', 'enter'] }) })];
    await openPanel(`${PLACE}/rotate`, fakeInventory({ rows }));
    await click('It works');
    await eventually(() => one('button', 'I have deleted it'));
    expect(location.hash).toBe(`${PLACE}/rotate`);
  });

  it('leads back to the tag when it is given up', async () => {
    const rows = [rowOf(1, { state: 'rotating', replacing: replacing({ done: [] }) })];
    await openPanel(`${PLACE}/rotate`, fakeInventory({ rows }));
    await click("Don't replace it");
    await eventually(() => expect(location.hash).toBe(PLACE));
  });
});
