// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClipboardNews } from '@/components/inventory/secret.tsx';
import { createSecretClipboard } from '@/entrypoints/sidepanel/secret-clipboard.ts';
import type { Kept } from '@/utils/app/clipboard-keeper.ts';

/** A clipboard and a window that a test plays. */
function play({ tellsChanges = true, isAllowed = false, kept = { is: 'nothing' } as Kept } = {}) {
  const state = { text: 'before', focused: true, refuses: false };
  const clipboard = Object.assign(new EventTarget(), {
    async writeText(text: string) {
      if (state.refuses || !state.focused) throw new Error('not allowed');
      state.text = text;
      clipboard.dispatchEvent(new Event('clipboardchange'));
    },
  });
  const page = new EventTarget();
  const lasting = { kept, held: [] as string[], listener: (_: Kept): void => undefined };
  const keep = (next: Kept): void => {
    lasting.kept = next;
    lasting.listener(next);
  };
  const secret = createSecretClipboard({
    clipboard,
    tellsChanges,
    page,
    hasFocus: () => state.focused,
    now: () => Date.now(),
    lasting: {
      isAllowed: async () => isAllowed,
      load: async () => lasting.kept,
      watch(listener) {
        lasting.listener = listener;
        return () => undefined;
      },
      async hold(text, until) {
        lasting.held.push(text);
        keep({ is: 'held', until, key: 'k', hash: 'h' });
      },
      letGo: async () => keep({ is: 'nothing' }),
    },
  });
  const news: ClipboardNews['kind'][] = [];
  secret.watch(({ kind }) => news.push(kind));
  return {
    state,
    secret,
    keep,
    lasting,
    last: () => news.at(-1),
    leave() {
      state.focused = false;
      page.dispatchEvent(new Event('blur'));
    },
    async comeBack() {
      state.focused = true;
      page.dispatchEvent(new Event('focus'));
      await vi.advanceTimersByTimeAsync(1_000);
    },
    copyElsewhere(text: string) {
      state.text = text;
      clipboard.dispatchEvent(new Event('clipboardchange'));
    },
    copyHere: () => page.dispatchEvent(new Event('copy')),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a copied password', () => {
  it('is cleared after thirty seconds and not before', async () => {
    const { secret, state, last } = play();
    await secret.copy('secret');
    await pass(29_000);
    expect([state.text, last()]).toEqual(['secret', 'held']);
    await pass(1_500);
    expect([state.text, last()]).toEqual(['', 'cleared']);
  });

  it('leaves alone what was copied since, elsewhere or here', async () => {
    for (const how of ['elsewhere', 'here'] as const) {
      const { secret, state, last, copyElsewhere, copyHere } = play();
      await secret.copy('secret');
      await pass(5_000);
      if (how === 'elsewhere') copyElsewhere('mine');
      else {
        state.text = 'mine';
        copyHere();
      }
      await pass(60_000);
      expect([state.text, last()]).toEqual(['mine', 'replaced']);
    }
  });

  it('is cleared on coming back where the page lost the focus', async () => {
    const { secret, state, last, leave, comeBack } = play();
    await secret.copy('secret');
    leave();
    await pass(31_000);
    expect([state.text, last()]).toEqual(['secret', 'not-cleared']);
    await comeBack();
    expect([state.text, last()]).toEqual(['', 'cleared']);
  });

  it('is left and said to be so where the browser does not tell of changes and the person was elsewhere', async () => {
    const { secret, state, last, leave, comeBack } = play({ tellsChanges: false });
    await secret.copy('secret');
    leave();
    await comeBack();
    await pass(31_000);
    expect([state.text, last()]).toEqual(['secret', 'unsure']);
    await secret.clear();
    expect([state.text, last()]).toEqual(['', 'cleared']);
  });

  it('is cleared at once by a lock', async () => {
    const { secret, state, last } = play();
    await secret.copy('secret');
    secret.forget();
    await pass(0);
    expect([state.text, last()]).toEqual(['', 'cleared']);
  });

  it('says when the browser refused', async () => {
    const { secret, state, last } = play();
    state.refuses = true;
    await secret.copy('secret');
    expect([state.text, last()]).toEqual(['before', 'refused']);
  });

  it('counts anew when another one is copied', async () => {
    const { secret, state } = play();
    await secret.copy('first');
    await pass(20_000);
    await secret.copy('second');
    await pass(20_000);
    expect(state.text).toBe('second');
    await pass(11_000);
    expect(state.text).toBe('');
  });
});

describe('a copied password that the background clears', () => {
  it('is left to it: this page clears nothing by itself, not even when it locks', async () => {
    const { secret, state, last, lasting } = play({ isAllowed: true });
    await secret.copy('secret');
    expect([state.text, last(), lasting.held]).toEqual(['secret', 'held', ['secret']]);
    secret.forget();
    await pass(60_000);
    expect(state.text).toBe('secret');
  });

  it.each([
    ['cleared', 'cleared'],
    ['replaced', 'replaced'],
    ['not-cleared', 'stuck'],
  ] as const)('tells that it was %s', async (outcome, said) => {
    const { secret, last, keep } = play({ isAllowed: true });
    await secret.copy('secret');
    keep({ is: 'done', outcome });
    expect(last()).toBe(said);
  });

  it('is told of in a panel that was opened later, until that was seen', async () => {
    const { secret, last, lasting } = play({ isAllowed: true, kept: { is: 'done', outcome: 'cleared' } });
    await pass(0);
    expect(last()).toBe('cleared');
    secret.dismiss();
    await pass(0);
    expect([last(), lasting.kept]).toEqual(['idle', { is: 'nothing' }]);
  });

  it('is cleared here when the person asks for it', async () => {
    const { secret, state, last, lasting } = play({ isAllowed: true });
    await secret.copy('secret');
    await secret.clear();
    expect([state.text, last(), lasting.kept.is]).toEqual(['', 'cleared', 'nothing']);
  });
});
