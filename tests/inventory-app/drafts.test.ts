/** What was begun and not saved: there again in a view that was closed, gone with the lock. */
import { describe, expect, it } from 'vitest';
import type { Unsaved } from '@/utils/inventory/record-types.ts';
import { aDraft, anOpenVault, PASSPHRASE, settled } from './world.ts';

const unsaved = (note: string): Unsaved => ({
  at: null,
  draft: aDraft({ note, password: 'qwmzkfjrptlxvbnd' }),
});

describe('an unsaved edit', () => {
  it('is there again in a view that is opened later', async () => {
    const { world, window } = await anOpenVault();
    await window.client.keepDraft('new', unsaved('half a sen'));
    const later = world.window();
    await later.until('unlocked');
    expect(await later.client.drafts()).toEqual(new Map([['new', unsaved('half a sen')]]));
  });

  it('lies sealed: nothing of it can be read without the key', async () => {
    const { world, window } = await anOpenVault();
    await window.client.keepDraft('new', unsaved('half a sentence'));
    expect(world.drafts).not.toBeNull();
    const text = Buffer.from(world.drafts ?? '', 'base64').toString('latin1');
    for (const part of ['half', 'qwmz', 'Canon', 'new']) expect(text).not.toContain(part);
  });

  it('is gone after a lock, even if its bytes were left where they were', async () => {
    const { world, window } = await anOpenVault();
    await window.client.keepDraft('new', unsaved('half a sen'));
    const left = world.drafts;
    await window.client.lock();
    expect(await window.client.drafts()).toEqual(new Map());
    await world.pass(1_000);
    await window.client.unlock(PASSPHRASE);
    await window.until('unlocked');
    world.drafts = left;
    expect(await window.client.drafts()).toEqual(new Map());
  });

  it('is not written by a window that was locked meanwhile', async () => {
    const { world, window } = await anOpenVault();
    await window.client.lock();
    await window.client.keepDraft('new', unsaved('half a sen'));
    expect(world.drafts).toBeNull();
  });

  it('keeps its latest letters and those of other pages and windows', async () => {
    const { world, window } = await anOpenVault();
    const other = world.window();
    await other.until('unlocked');
    const heard: ReadonlyMap<string, Unsaved>[] = [];
    other.client.watchDrafts((drafts) => heard.push(drafts));
    for (const note of ['h', 'ha', 'hal', 'half']) void window.client.keepDraft('new', unsaved(note));
    await other.client.keepDraft('guide', unsaved('another'));
    await settled();
    const both = new Map([
      ['new', unsaved('half')],
      ['guide', unsaved('another')],
    ]);
    expect(new Map(await window.client.drafts())).toEqual(both);
    expect(new Map(heard.at(-1))).toEqual(both);
    await window.client.keepDraft('new', null);
    await window.client.keepDraft('guide', null);
    await settled();
    expect([world.drafts, heard.at(-1)?.size]).toEqual([null, 0]);
  });

  it.each(['', 'x', '%%%', 'AAAA', 7, {}])('is none when something else stands there: %j', async (stored) => {
    const { world, window } = await anOpenVault();
    world.drafts = stored as string;
    expect(await window.client.drafts()).toEqual(new Map());
  });
});
