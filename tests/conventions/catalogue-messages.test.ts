/** Every message the catalogue, the timeline and the adviser can speak exists in every language, with the
 * same places for its arguments. */
import { describe, expect, it } from 'vitest';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import { adminMessage } from '@/utils/advisor/admin-message.ts';
import { alternativeTitle, verdictFor, verdictTitle } from '@/utils/advisor/advise.ts';
import { compareOptions } from '@/utils/advisor/alternatives.ts';
import { CAUSES } from '@/utils/advisor/option-missing.ts';
import { QUESTIONS } from '@/utils/advisor/questions.ts';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import { CERTAINTIES } from '@/utils/catalogue/certainty.ts';
import { describeStep } from '@/utils/catalogue/describe.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import { APP_KINDS } from '@/utils/catalogue/list-order.ts';
import { setupContext } from '@/utils/catalogue/server.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { TIMELINE } from '@/utils/timeline/events.ts';
import { describeEvent } from '@/utils/timeline/lookup.ts';
import { everyKindOfApp, WITH_REMOVAL } from '../advisor/support.ts';

const languages: Record<string, Record<string, { message: string }>> = { en, de };
const places = (message: string) =>
  [...new Set(message.replaceAll('$$', '').match(/\$[1-9]/g) ?? [])].toSorted();

/** What a person says of their admin, and what only an organisation says. */
function organisations(told: AdminFacts): readonly AdminFacts[] {
  const { smtpAuth, appPasswords } = told;
  const reasons = ['switched-off', 'conditional-access', 'security-defaults'] as const;
  return [
    told,
    ...(smtpAuth === 'unknown' && appPasswords === 'missing'
      ? reasons.map((missingBecause) => ({ ...told, missingBecause }))
      : []),
    ...(smtpAuth === 'allowed' && appPasswords === 'unknown'
      ? [{ ...told, smtpAuthBy: 'organisation' as const }]
      : []),
  ];
}

function* spoken(): Generator<Sentence> {
  yield* TIMELINE.map(describeEvent);
  for (const { ask, answer, leads } of QUESTIONS) yield* [ask, answer, leads.say].map((key) => ({ key }));
  for (const cause of CAUSES) yield* [cause.title, cause.check, cause.fix];
  for (const kind of ['not-needed', 'only-for-sending', 'cannot-work', 'depends-on-admin', 'needed'] as const)
    yield verdictTitle(kind);
  for (const kind of APP_KINDS) yield { key: `kind_${kind.replaceAll('-', '_')}` };
  for (const works of ['yes', 'if-admin', 'some', 'no', 'not-needed', 'alongside', 'unknown'])
    yield { key: `works_${works.replaceAll('-', '_')}` };
  for (const grade of ['good', 'fair', 'poor']) yield { key: `rating_${grade}` };
  for (const effort of ['low', 'medium', 'high']) yield { key: `rating_effort_${effort}` };
  for (const cost of ['included', 'paid', 'depends']) yield { key: `rating_cost_${cost}` };
  for (const certainty of CERTAINTIES) yield { key: `verdict_certainty_${certainty}` };
  for (const app of [...APPS, ...everyKindOfApp()]) {
    for (const steps of [app.setup.modern, app.setup.password]) {
      for (const address of ['anna@contoso.com', undefined]) {
        for (const step of steps ?? []) yield describeStep(step, setupContext('work', address));
      }
    }
    for (const account of ['work', 'personal'] as const) {
      for (const purpose of ['read', 'send', 'sign-in'] as const) {
        for (const smtpAuth of ['allowed', 'blocked', 'unknown'] as const) {
          for (const appPasswords of ['offered', 'missing', 'unknown'] as const) {
            for (const admin of organisations({ smtpAuth, appPasswords }))
              for (const today of ['2026-11-22', '2027-01-15', '2028-07-01', '2030-01-01'] as const) {
                const question = { app, account, purpose, admin, today };
                for (const timeline of [TIMELINE, WITH_REMOVAL]) {
                  const verdict = verdictFor(question, timeline);
                  yield* verdict.reasons;
                  for (const alternative of verdict.instead) {
                    const title = alternativeTitle(alternative);
                    yield title;
                    yield { key: `${title.key}_why` };
                  }
                  const table = compareOptions(question, timeline);
                  for (const column of table.columns) yield column.title;
                  for (const option of table.options) {
                    yield option.title;
                    yield* option.say;
                  }
                  const message = adminMessage(question, undefined, timeline);
                  if (!message) continue;
                  yield message.subject;
                  for (const part of message.parts) if (part.is === 'sentence') yield part.sentence;
                }
              }
          }
        }
      }
    }
  }
}

const args = new Map<string, number>();
for (const sentence of spoken()) args.set(sentence.key, sentence.args?.length ?? 0);

describe.each([...args])('the message %s', (key, count) => {
  it.each(Object.keys(languages))('exists in %s and uses exactly its arguments', (language) => {
    const message = languages[language]?.[key]?.message;
    expect(message, `add ${key} to public/_locales/${language}`).toBeDefined();
    expect(places(message ?? '')).toEqual(Array.from({ length: count }, (_, index) => `$${index + 1}`));
  });
});

describe('the messages of the catalogue, the timeline and the adviser', () => {
  it('are all spoken somewhere', () => {
    const ours =
      /^(verdict|reason|alternative|note|cause|admin|timeline|kind|setup|option|column|works|rating)_/;
    // Notes that no app uses yet are part of the step language all the same.
    const unspoken = Object.keys(en).filter(
      (key) => ours.test(key) && !key.startsWith('note_') && !args.has(key),
    );
    expect(unspoken, 'delete these, or say them').toEqual([]);
  });
});
