// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Fix, type FixProps } from '@/components/fix.tsx';
import { CAUSES } from '@/utils/advisor/option-missing.ts';
import * as tools from '@/utils/troubleshoot/index.ts';
import { all, described, hide, one, press, show, spoken, type } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const copied: string[] = [];
const onCopy = (text: string) => {
  copied.push(text);
  return Promise.resolve(true);
};

beforeEach(() => {
  copied.length = 0;
  setUiLanguage('en');
});
afterEach(hide);

const props: FixProps = {
  onShown: undefined,
  tools,
  today: '2026-11-22',
  causes: CAUSES,
  adminText: 'Dear admin',
  missingHref: '#/option-missing',
  questionsHref: '#/questions',
  onCopy,
};

const check = async (text: string) => {
  await type(one('textbox', 'Error text'), text);
  await press(one('button', 'Check this error'));
};

describe('Fix a problem', () => {
  it('says what an error means, whether a new app password helps, who can fix it and what to do', async () => {
    await show(<Fix {...props} />);
    await check(
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
    );
    const region = one('region', 'Diagnosis');
    expect(spoken(region)).toContain('Sending by password is switched off for this mailbox');
    expect(spoken(region)).toContain("A new app password won't help.");
    expect(spoken(region)).toContain('Your admin can fix this.');
    expect(region.querySelectorAll('ol > li').length).toBeGreaterThan(1);
    expect(one('textbox', /admin/)).toBeTruthy();
    expect(document.activeElement).toBe(region.querySelector('h2'));
  });

  it('takes the text by the keyboard too: the form is sent', async () => {
    await show(<Fix {...props} />);
    await type(one('textbox', 'Error text'), 'curl: (67) Login denied');
    document.querySelector('form')?.requestSubmit();
    await new Promise((resolve) => setTimeout(resolve));
    expect(spoken(one('region', 'Diagnosis'))).toContain('--verbose');
  });

  it('asks the next question, and an answer leads on', async () => {
    await show(<Fix {...props} />);
    await check('535 5.7.3 Authentication unsuccessful');
    await press(one('button', 'Yes, my admin says so'));
    expect(spoken(one('region', 'Diagnosis'))).toContain('The name or the password is wrong');
  });

  it('copies no address and no password, and keeps the text out of the page', async () => {
    await show(<Fix {...props} />);
    await check('user anna@contoso.example password=hunter2 535 5.7.3 Authentication unsuccessful');
    await press(one('button', 'Copy without personal data'));
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain('535 5.7.3');
    expect(copied[0]).not.toMatch(/anna|hunter2/);
    expect(spoken(one('region', 'Diagnosis'))).not.toMatch(/anna|hunter2/);
  });

  it('asks for a text where there is none', async () => {
    await show(<Fix {...props} />);
    await press(one('button', 'Check this error'));
    expect(all('region', 'Diagnosis')).toHaveLength(0);
    const box = one('textbox', 'Error text');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(described(box)).toContain('Paste an error text first');
    expect(document.activeElement).toBe(box);
  });

  it('empties the box', async () => {
    await show(<Fix {...props} />);
    await check('1102');
    await press(one('button', 'Empty the box'));
    expect((one('textbox', 'Error text') as HTMLTextAreaElement).value).toBe('');
    expect(all('region', 'Diagnosis')).toHaveLength(0);
  });

  it('says which part is only the nearest match, and when nothing is known', async () => {
    await show(<Fix {...props} />);
    await check('Ihr Kennwort ist seltsam');
    expect(spoken(one('region', 'Diagnosis'))).toContain('Nearest match');
    await check('hello');
    const text = spoken(one('region', 'Diagnosis'));
    expect(text).toContain("I don't know this text");
    expect(text).not.toContain('new app password');
  });

  it.each(tools.SYMPTOMS.map(({ id }) => id))(
    'shows a diagnosis for the symptom %s, in both languages',
    async (id) => {
      const index = tools.SYMPTOMS.findIndex((symptom) => symptom.id === id);
      for (const language of ['en', 'de'] as const) {
        setUiLanguage(language);
        await show(<Fix {...props} />);
        const button = document.querySelectorAll<HTMLElement>('.symptom')[index];
        if (!button) throw new Error('no such button');
        await press(button);
        expect(button.getAttribute('aria-pressed')).toBe('true');
        expect(one('region', language === 'en' ? 'Diagnosis' : 'Diagnose').querySelector('h2')).toBeTruthy();
      }
    },
  );

  it('opens the causes where the option is missing', async () => {
    await show(<Fix {...props} />);
    await press(one('button', /isn't offered/));
    expect(document.querySelectorAll('details.cause')).toHaveLength(CAUSES.length);
  });

  it('waits while its knowledge loads', async () => {
    await show(<Fix {...props} tools={null} />);
    await check('1102');
    expect(all('region', 'Diagnosis')).toHaveLength(0);
  });

  it('says which date it assumes when the clock is wrong', async () => {
    await show(<Fix {...props} today="1999-01-01" />);
    await check('1102');
    expect(document.body.textContent).toContain('1999');
    expect(document.body.textContent).toContain("can't be right");
    await show(<Fix {...props} today="2041-05-01" />);
    await check('1102');
    expect(document.body.textContent).toContain('2041');
    expect(document.body.textContent).toContain('get a newer Keytag');
  });
});
