// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VerdictView } from '@/components/verdict.tsx';
import type { Verdict, VerdictKind } from '@/utils/advisor/verdict.ts';
import { hide, one, show, spoken } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const verdict: Verdict = {
  kind: 'only-for-sending',
  reasons: [
    { key: 'reason_only_sending_is_left' },
    { key: 'reason_if_admin_allows' },
    { key: 'reason_who_is_offered_one' },
    { key: 'reason_admin_allows' },
  ],
  until: { event: 'sending-default-off', day: '2026-12-31', precision: 'month' },
  sources: [
    {
      for: [],
      title: 'A page of Microsoft',
      publisher: 'Microsoft',
      url: 'https://example.com/',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
  instead: [],
  next: 'guide',
  certainty: 'reported',
  assumes: '2026-11-22',
  checked: '2026-11-22',
};

const WORDS: readonly (readonly [VerdictKind, string])[] = [
  ['not-needed', 'Not needed'],
  ['only-for-sending', 'Only for sending'],
  ['cannot-work', "Can't work"],
  ['depends-on-admin', 'Depends on your admin'],
  ['needed', 'Needed'],
];

describe('the verdict', () => {
  it.each(WORDS)('%s begins with “%s”', async (kind, words) => {
    await show(<VerdictView verdict={{ ...verdict, kind }} account="work" purpose="send" />);
    expect(spoken(one('region', 'Verdict')).startsWith(words)).toBe(true);
    expect(one('heading', words).tagName).toBe('H2');
  });

  it('says until when, and on which day each source was checked', async () => {
    await show(<VerdictView verdict={verdict} account="work" purpose="send" />);
    const text = spoken(one('region', 'Verdict'));
    expect(text).toContain('December 2026');
    expect(text).toMatch(/checked on .*22.*2026|checked on .*November 22/);
    expect(one('link', /A page of Microsoft/).getAttribute('rel')).toContain('noopener');
  });

  it('keeps all reasons, the later ones folded with the sources', async () => {
    await show(<VerdictView verdict={verdict} account="work" purpose="send" />);
    expect(document.querySelectorAll('.verdict > .reasons li')).toHaveLength(2);
    expect(document.querySelectorAll('details .reasons li')).toHaveLength(1);
  });
});
