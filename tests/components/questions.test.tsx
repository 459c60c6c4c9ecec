// @vitest-environment happy-dom
/** The common questions, each with the place in the product that answers it: an address and a message. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRoute } from '@/entrypoints/sidepanel/router.ts';
import { QUESTIONS } from '@/utils/advisor/questions.ts';
import { isFirmer } from '@/utils/catalogue/certainty.ts';
import { appById } from '@/utils/catalogue/index.ts';
import { openPanel } from './open-panel.tsx';
import { all, eventually, hide, one, press, spoken } from './screen.ts';
import { setUiLanguage, t } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

beforeEach(() => {
  setUiLanguage('en');
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

/** What was asked for -> where it is answered: the address, the button to press there, the message that answers. */
const ANSWERED: readonly [about: string, address: string, button: string | null, message: string][] = [
  ['how sign-in with app passwords works', '#/questions', null, 'question_how_answer'],
  ['when one must be replaced', '#/questions', null, 'question_replace_answer'],
  ['legacy and SMTP clients', '#/questions', null, 'question_legacy_answer'],
  ['an old program', '#/apps/outlook-2010', null, 'verdict_cannot_work'],
  ['mobile devices', '#/questions', null, 'question_mobile_answer'],
  ['a phone', '#/apps/apple-mail-ios', null, 'verdict_not_needed'],
  ['third-party services', '#/questions', null, 'question_services_answer'],
  ['a service', '#/apps/hubspot', null, 'verdict_not_needed'],
  ['automation', '#/questions', null, 'question_automation_answer'],
  ['a script', '#/apps/python-smtplib', null, 'setupfile_copy'],
  ['safe handling', '#/questions', null, 'question_safe_answer'],
  ['rotation', '#/questions', null, 'question_rotate_answer'],
  ['revoking one and all', '#/questions', null, 'question_revoke_answer'],
  ['troubleshooting', '#/fix', 'symptom_worked', 'symptom_worked_means'],
  ['troubleshooting by text', '#/fix', null, 'fix_check'],
  ['a locked account', '#/fix', 'symptom_locked_out', 'symptom_locked_out_means'],
  ['alternatives compared', '#/adviser', null, 'adviser_text'],
  ['the alternatives in words', '#/questions', null, 'question_ways_answer'],
  ['company rules', '#/questions', null, 'question_company_answer'],
  ['why the option is missing', '#/option-missing', null, 'help_option_missing_text'],
];

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it.each(ANSWERED)('%s is answered at %s', async (_, address, button, message) => {
    setUiLanguage(language);
    await openPanel(address);
    if (button !== null) await press(await eventually(() => one('button', t(button))));
    await eventually(() => expect(spoken(document.body)).toContain(t(message)));
  });
});

describe('every question', () => {
  it.each(QUESTIONS.map((question) => [question.ask, question] as const))(
    '%s leads on, and says no more than its sources',
    (_, question) => {
      const route = parseRoute(`#/${question.leads.to}`);
      expect(route.at).not.toBe('home');
      if (route.at === 'app') expect(appById(route.id)).toBeDefined();
      expect(question.sources.some((source) => !isFirmer(question.certainty, source.certainty))).toBe(true);
      for (const language of ['en', 'de'] as const) {
        setUiLanguage(language);
        for (const key of [question.ask, question.answer, question.leads.say]) expect(t(key)).not.toBe('');
      }
    },
  );

  it('is found from Fix a problem', async () => {
    await openPanel('#/fix');
    const link = await eventually(() => one('link', 'Common questions'));
    expect(link.getAttribute('href')).toBe('#/questions');
  });

  it('stands folded under its own words', async () => {
    await openPanel('#/questions');
    await eventually(() => one('heading', 'Common questions'));
    for (const { ask } of QUESTIONS) expect(one('button', t(ask))).toBeTruthy();
    expect(all('link').filter((link) => link.closest('.question'))).not.toHaveLength(0);
  });
});
