// @vitest-environment happy-dom
/** Presenting the rehearsal page: the cases, the keys, and what is told to whom. The guide itself: tests/e2e. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actsOf, BRANCHES, stageAt, taskAt } from '@/components/rehearsal/branches.ts';
import { Presentation } from '@/components/rehearsal/presentation.tsx';
import { Rehearsal } from '@/components/rehearsal/rehearsal.tsx';
import { wordsIn } from '@/components/rehearsal/words.ts';
import { advise } from '@/utils/guide/advise.ts';
import type { Task } from '@/utils/guide/task.ts';
import { witness } from '@/utils/guide/witness.ts';
import { read } from '@/utils/pages/security-info/read.ts';
import { layoutFree } from '../pages/saved-page.ts';
import { all, hide, one, press, show, spoken } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const WORDS = wordsIn('en');
const tasks: Task[] = [];
const onEnd = vi.fn<() => void>();

beforeEach(() => setUiLanguage('en'));
afterEach(hide);

async function open(): Promise<void> {
  tasks.length = 0;
  await show(
    <Presentation words={WORDS} advice={undefined} onTask={(task) => tasks.push(task)} onEnd={onEnd} />,
  );
}
async function key(name: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(() => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    );
  });
}
const step = () => spoken(one('status'));
const state = () => read(document, layoutFree).state;

describe('presenting', () => {
  it('goes forwards and backwards by keyboard, and the reader knows every stage', async () => {
    await open();
    expect(step()).toBe('Step 1 of 7: The list is open.');
    expect(document.activeElement).toBe(
      one('button', 'Next').closest('section')?.querySelector('.presenter-next'),
    );
    const seen = [state().kind];
    for (let at = 0; at < 6; at += 1) {
      await key(at % 2 === 0 ? 'ArrowRight' : 'PageDown');
      seen.push(state().kind);
    }
    expect(seen).toEqual(['list', 'picker', 'name', 'name', 'creating', 'result', 'list']);
    expect(step()).toBe('Step 7 of 7: The person chooses Done.');
    await key('ArrowRight');
    expect(step()).toContain('Step 7 of 7');
    await key('ArrowLeft');
    await key('PageUp');
    expect(step()).toBe('Step 5 of 7: The person chooses Next.');
    expect(state().kind).toBe('creating');
    await key('ArrowRight', { ctrlKey: true });
    expect(step()).toContain('Step 5 of 7');
    await key('Escape');
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('begins another guide when it goes back or to another case, and goes on with the same forwards', async () => {
    await open();
    await key('ArrowRight');
    await key('ArrowRight');
    const ids = () => tasks.map(({ id }) => id);
    expect(new Set(ids()).size).toBe(1);
    await key('ArrowLeft');
    expect(new Set(ids()).size).toBe(2);
    await key('9');
    expect(new Set(ids()).size).toBe(3);
    expect(tasks.at(-1)).toMatchObject({ kind: 'delete', name: 'Reception printer', seen: { before: null } });
    expect(spoken(one('status'))).toBe('Step 1 of 3: The list is open.');
  });

  it('lets the presenter press what the person would press, and nothing else', async () => {
    await open();
    await press(one('button', 'Delete Reception printer'));
    expect(step()).toContain('Step 1 of 7');
    await press(one('button', 'Add sign-in method'));
    expect(step()).toContain('Step 2 of 7');
  });

  it('says in German what it says in English', async () => {
    setUiLanguage('de');
    await open();
    await key('2');
    await key('ArrowRight');
    expect(step()).toBe('Schritt 2 von 4: Die Person wählt Add sign-in method.');
  });
});

/** What the guide says last at each step of a case, by its message. */
const SAYS: Readonly<Record<(typeof BRANCHES)[number], readonly string[]>> = {
  smooth: [
    'card_add',
    'card_choose',
    'card_name',
    'card_name',
    'card_creating',
    'card_copy_now',
    'card_finished',
  ],
  hidden: ['card_add', 'card_show_more', 'card_choose', 'card_name'],
  missing: ['card_add', 'card_not_offered'],
  limit: ['card_limit'],
  error: ['card_add', 'card_choose', 'card_name', 'card_name', 'card_creating', 'card_failed', 'card_choose'],
  other: ['card_add', 'card_choose', 'card_other_method', 'card_choose', 'card_name'],
  refused: [
    'card_add',
    'card_choose',
    'card_name',
    'card_name',
    'card_name_refused',
    'card_name',
    'card_creating',
  ],
  reauth: ['card_add', 'nothing', 'card_add', 'card_choose', 'card_name'],
  delete: ['card_delete_row', 'card_delete_confirm', 'card_deleted'],
};

describe('every case', () => {
  it.each(BRANCHES)('shows what the guide says to it: %s', async (branch) => {
    await open();
    await key(String(BRANCHES.indexOf(branch) + 1));
    const acts = actsOf(branch, 'Scanner Hall');
    const said: string[] = [];
    for (let at = 0; at <= acts.length; at += 1) {
      if (at > 0) await key('ArrowRight');
      const task = tasks.at(-1);
      if (!task) throw new Error('no task');
      const { state: now, labels } = read(document, layoutFree);
      const sighting = { state: now, labels, languageKnown: true, unchangedFor: 5_000 };
      said.push(advise(witness(task, now), sighting)?.say[0]?.key ?? 'nothing');
    }
    expect(said).toEqual(SAYS[branch]);
  });

  it('stands at any step as its acts have led there', () => {
    for (const branch of BRANCHES) {
      const acts = actsOf(branch, 'Scanner Hall');
      for (let step = 1; step <= acts.length; step += 1)
        expect(stageAt(branch, acts, step)).not.toEqual(stageAt(branch, acts, step - 1));
      const fresh = taskAt(branch, acts, 0, { id: 'x', appName: 'a', name: 'b' });
      expect(fresh.seen).toMatchObject({ before: null });
    }
  });
});

describe('the rehearsal page', () => {
  it('offers to be presented, and asks to sign in where that is practised', async () => {
    const onPresent = vi.fn<() => void>();
    await show(<Rehearsal words={WORDS} isGuided={false} onPresent={onPresent} />);
    await press(one('button', 'Present'));
    expect(onPresent).toHaveBeenCalledOnce();
    const select = document.querySelector('select');
    await act(() => {
      if (!select) throw new Error('no select');
      select.value = 'reauth';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press(one('button', 'Add sign-in method'));
    expect(state().kind).toBe('elsewhere');
    await press(one('button', 'I have signed in'));
    expect(state().kind).toBe('list');
    await press(one('button', 'Add sign-in method'));
    expect(state().kind).toBe('picker');
  });

  it('deletes an app password after asking', async () => {
    await show(<Rehearsal words={WORDS} isGuided onPresent={onEnd} />);
    await press(one('button', 'Delete Reception printer'));
    expect(state().kind).toBe('confirm');
    await press(one('button', 'Cancel'));
    expect(all('listitem')).toHaveLength(2);
    await press(one('button', 'Delete Reception printer'));
    await press(one('button', 'Delete'));
    expect(all('listitem')).toHaveLength(1);
  });
});
