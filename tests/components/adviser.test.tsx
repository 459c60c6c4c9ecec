// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Adviser, type AdviserProps } from '@/components/adviser.tsx';
import { adminMessage } from '@/utils/advisor/admin-message.ts';
import { verdictFor } from '@/utils/advisor/advise.ts';
import { compareOptions, OPTIONS } from '@/utils/advisor/alternatives.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import { all, hide, one, press, show, spoken } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const copied: string[] = [];
const props: AdviserProps = {
  onShown: undefined,
  facts: { smtpAuth: 'unknown', appPasswords: 'unknown' },
  tools: { apps: APPS, verdictFor, compareOptions, adminMessage },
  today: '2026-11-22',
  appHref: (id) => `#/apps/${id}`,
  listHref: '#/apps',
  onCopy: (text) => {
    copied.push(text);
    return Promise.resolve(true);
  },
};

beforeEach(() => {
  copied.length = 0;
  setUiLanguage('en');
});
afterEach(hide);

const choose = (name: string | RegExp) => press(one('radio', name));
const chooseApp = async (id: string) => {
  const list = document.querySelector('select');
  if (!list) throw new Error('the list of apps is not there');
  await act(() => {
    list.value = id;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
};
const verdict = () => spoken(one('region', 'Verdict'));
const questions = () =>
  document.querySelectorAll('.adviser-questions fieldset, .adviser-questions select').length;

/** One app of each shape the questions depend on. */
const SHAPES = [
  ...new Map(
    APPS.map((app) => {
      const { kind, purposes, modernSignIn, retired, needsAppPassword, passwordSending } = app;
      const shape = [
        kind,
        purposes,
        modernSignIn.support,
        retired,
        needsAppPassword,
        passwordSending.possible,
      ];
      return [JSON.stringify(shape), app.id];
    }),
  ).values(),
];

describe('the adviser', () => {
  it('comes to a verdict in two questions for an app that signs in by itself', async () => {
    await show(<Adviser {...props} />);
    expect(questions()).toBe(1);
    await choose('Work or school');
    await chooseApp('outlook-mobile');
    if (all('region', 'Verdict').length === 0) await choose('Read mail');
    expect(verdict().startsWith('Not needed')).toBe(true);
    expect(questions()).toBeLessThanOrEqual(4);
  });

  it('asks what the admin allows where that decides, and gives the text for the admin', async () => {
    await show(<Adviser {...props} />);
    await choose('Work or school');
    await chooseApp('msmtp');
    expect(all('region', 'Verdict')).toHaveLength(0);
    await choose('Blocked');
    expect(verdict().startsWith("Can't work")).toBe(true);
    await press(one('button', 'Copy for the admin'));
    expect(copied[0]).toContain('Set-CASMailbox');
    await choose("“App password” isn't offered to me");
    expect(verdict().startsWith('Depends on your admin')).toBe(true);
    await choose('Allowed');
    expect(verdict().startsWith('Only for sending')).toBe(true);
  });

  it('needs no admin for a personal account', async () => {
    await show(<Adviser {...props} />);
    await choose('Personal');
    await chooseApp('xbox-360');
    expect(verdict().startsWith('Needed')).toBe(true);
  });

  it.each(SHAPES)('asks at most four questions about %s', async (id) => {
    await show(<Adviser {...props} />);
    await choose('Work or school');
    await chooseApp(id);
    for (let step = 0; step < 3 && all('region', 'Verdict').length === 0; step += 1) {
      const open = [...document.querySelectorAll('.adviser-questions fieldset')].find(
        (set) => !set.querySelector('input:checked'),
      );
      const [first] = open ? [...open.querySelectorAll<HTMLElement>('input')] : [];
      if (!first) throw new Error('nothing to answer');
      await press(first);
    }
    expect(all('region', 'Verdict')).toHaveLength(1);
    expect(questions()).toBeLessThanOrEqual(4);
  });

  it('compares the alternatives, today and after each change', async () => {
    await show(<Adviser {...props} />);
    await choose('Work or school');
    await chooseApp('zabbix');
    await choose("Don't know");
    const region = one('region', 'Alternatives');
    const rows = [...region.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(OPTIONS.length);
    const heads = region.querySelectorAll('thead th').length;
    expect(heads).toBeGreaterThan(6);
    for (const row of rows) {
      // Neighbouring columns with the same answer share a cell.
      const spans = [...row.children].map((cell) => (cell as HTMLTableCellElement).colSpan || 1);
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(heads);
      expect(row.firstElementChild?.getAttribute('role')).toBe('rowheader');
      for (const cell of row.querySelectorAll('td')) {
        expect(cell.getAttribute('data-title')).toBeTruthy();
        expect(spoken(cell)).not.toBe('');
      }
    }
    expect(spoken(region)).toContain('Relay connector');
  });

  it.each([
    ['1999-01-01', "can't be right, so this is said for November 22, 2026"],
    ['2041-05-01', 'This is said for May 1, 2041'],
  ] as const)('says which date it assumes when the clock shows %s', async (today, words) => {
    await show(<Adviser {...props} today={today} />);
    await choose('Work or school');
    await chooseApp('outlook-mobile');
    if (all('region', 'Verdict').length === 0) await choose('Read mail');
    expect(document.body.textContent).toContain(words);
  });

  it('begins anew', async () => {
    await show(<Adviser {...props} />);
    await choose('Personal');
    await chooseApp('xbox-360');
    await press(one('button', 'Ask again'));
    expect(all('region', 'Verdict')).toHaveLength(0);
    expect(questions()).toBe(1);
  });

  it('speaks German', async () => {
    setUiLanguage('de');
    await show(<Adviser {...props} />);
    expect(document.body.textContent).toContain('Welches Konto ist es?');
  });

  it('waits while the catalogue loads', async () => {
    await show(<Adviser {...props} tools={null} />);
    expect(questions()).toBe(0);
  });
});
