/** Hand-outs for tests, made as the panel makes them. */
import { sceneOf } from '@/components/rehearsal/scene.ts';
import { wordsIn } from '@/components/rehearsal/words.ts';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import { verdictFor } from '@/utils/advisor/advise.ts';
import { appById } from '@/utils/catalogue/index.ts';
import { guideScenes } from '@/utils/helpdesk/guide-scenes.ts';
import { type Handout, makeHandout, type Organisation } from '@/utils/helpdesk/handout.ts';
import { type Speaker, speakerOf } from '@/utils/helpdesk/speaker.ts';

export const SPEAKERS = { en: speakerOf('en', en), de: speakerOf('de', de) };
export const NOBODY: Organisation = { name: null, logo: null, contacts: [] };

export function aHandout(
  ids: readonly string[],
  speaker: Speaker = SPEAKERS.en,
  organisation: Organisation = NOBODY,
  unshared: readonly string[] = [],
): Handout {
  const today = '2026-11-29';
  const admin = { smtpAuth: 'unknown', appPasswords: 'unknown' } as const;
  const words = wordsIn(speaker.language);
  return makeHandout({
    speaker,
    organisation,
    today,
    apps: ids.map((id) => {
      const app = appById(id);
      if (!app) throw new Error(`no app ${id}`);
      return {
        app,
        name: 'Scanner hall',
        isShared: !unshared.includes(id),
        verdicts: app.purposes.map((purpose) => ({
          purpose,
          verdict: verdictFor({ app, account: 'work', purpose, admin, today }),
        })),
      };
    }),
    guideScenes: (name) =>
      guideScenes(name, speaker.language, (screen, target) =>
        sceneOf(screen, target, name, words, speaker.t),
      ),
  });
}
