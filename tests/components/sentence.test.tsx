// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { daySlip, daysBetween, daysLeftText, dayText } from '@/components/day-text.ts';
import { SentenceView, sentenceText } from '@/components/sentence.tsx';
import { hide, show } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(() => {
  hide();
  setUiLanguage('en');
});

describe('a sentence on screen', () => {
  it('shows a label bold, in its own language and direction', async () => {
    await show(<SentenceView of={{ key: 'setup_press', args: [{ label: 'موافق', lang: 'ar' }] }} />);
    const label = document.querySelector('b > bdi');
    expect(label?.textContent).toBe('موافق');
    expect(label?.getAttribute('lang')).toBe('ar');
  });

  it('never takes a text for markup', async () => {
    await show(<SentenceView of={{ key: 'card_finished', args: ['<img src=x onerror=alert(1)> $1'] }} />);
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).toContain('<img src=x onerror=alert(1)> $1');
  });

  it('says a day as people write it', async () => {
    await show(<SentenceView of={{ key: 'common_checked_on', args: [{ day: '2027-02-01' }] }} />);
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2027-02-01');
    expect(document.body.textContent).toMatch(/February/);
  });

  it('is the same as plain text', async () => {
    const sentence = {
      key: 'setup_choose',
      args: [
        { label: 'Security', lang: 'en' },
        { label: 'TLS', lang: 'en' },
      ],
    };
    await show(<SentenceView of={sentence} />);
    expect(document.body.textContent).toBe(sentenceText(sentence));
  });
});

describe('days', () => {
  it('are no more exact than they are known', () => {
    expect(dayText('2026-12-31', 'month')).toBe('December 2026');
    expect(dayText('2027-12-31', 'half-year')).toBe('second half of 2027');
    expect(daySlip('2026-12-31', 'month').lead).toBe('Dec');
  });

  it('follow the language of the messages', () => {
    setUiLanguage('de');
    expect(dayText('2027-02-01')).toBe('1. Februar 2027');
    expect(dayText('2027-06-30', 'half-year')).toBe('1. Halbjahr 2027');
  });

  it('are counted without regard to summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect([0, 1, 39].map(daysLeftText)).toEqual(['today', 'tomorrow', 'in 39\u00a0days']);
  });
});
