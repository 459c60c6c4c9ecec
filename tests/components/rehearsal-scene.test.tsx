// @vitest-environment happy-dom
/** The pictures of hand-outs show what the rehearsal page shows: the same words on the same screens. */
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Rehearsal } from '@/components/rehearsal/rehearsal.tsx';
import { sceneOf } from '@/components/rehearsal/scene.ts';
import { wordsIn } from '@/components/rehearsal/words.ts';
import { GUIDE_SCREENS, type GuideScreen } from '@/utils/helpdesk/guide-scenes.ts';
import { hide, one, press, show, type } from './screen.ts';
import { setUiLanguage, t } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(() => {
  setUiLanguage('en');
  hide();
});

const NAME = 'Scanner hall';

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it('show on each screen what the rehearsal shows there', async () => {
    setUiLanguage(language);
    vi.useFakeTimers();
    const words = wordsIn(language);
    await show(<Rehearsal words={words} isGuided onPresent={() => undefined} />);
    const steps: Readonly<Record<GuideScreen, () => Promise<void>>> = {
      list: async () => undefined,
      picker: () => press(one('button', words('addMethodButton'))),
      name: async () => {
        await press(one('button', new RegExp(`^${words('appPassword')}`)));
        await type(one('textbox'), NAME);
      },
      result: async () => {
        await press(one('button', words('next')));
        await act(() => void vi.advanceTimersByTime(10_000));
      },
    };
    for (const screen of GUIDE_SCREENS) {
      await steps[screen]();
      const field = document.querySelector<HTMLInputElement>('input[type=text]');
      const shown = `${document.body.textContent} ${field?.value ?? ''}`;
      for (const { text, detail } of sceneOf(screen, null, NAME, words, t).parts) {
        expect(shown, screen).toContain(text);
        if (detail) expect(shown, screen).toContain(detail);
      }
    }
    vi.useRealTimers();
  });
});
