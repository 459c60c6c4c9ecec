import { describe, expect, it } from 'vitest';
import { APPS } from '@/utils/catalogue/index.ts';
import type { Block, Handout } from '@/utils/helpdesk/handout.ts';
import { handoutHtml } from '@/utils/helpdesk/handout-html.ts';
import { handoutMarkdown, handoutText } from '@/utils/helpdesk/handout-text.ts';
import { aHandout, NOBODY, SPEAKERS } from './handouts.ts';

const blocks = (id: string): readonly Block[] => aHandout([id]).sheets[0]?.blocks ?? [];
const words = (id: string, language: 'en' | 'de' = 'en') => handoutText(aHandout([id], SPEAKERS[language]));
const LINK = 'https://mysignins.microsoft.com/security-info#keytag=';

function isEmpty(block: Block): boolean {
  switch (block.is) {
    case 'heading':
      return block.text === '';
    case 'text':
      return block.line.length === 0;
    case 'verdict':
      return [block.word, block.about].includes('') || block.reasons.some((line) => line.length === 0);
    case 'steps':
      return block.steps.some(({ say }) => say.length === 0);
    case 'list':
      return block.items.some(({ title, text }) => title.length === 0 || text === '');
    case 'sources':
      return block.items.length === 0;
  }
}

describe('a hand-out', () => {
  it('gives the verdict, its day, the link, every step and the sources for a scanner', () => {
    const text = words('canon-imagerunner');
    expect(text).toContain('Only for sending: Only sending, with a work or school account');
    expect(text).toContain('As of November 29, 2026.');
    expect(text).toContain(`1. Open ${LINK}canon-imagerunner`);
    expect(text).toContain('2. Choose “Add sign-in method” above the list.');
    expect(text).toContain('3. Choose “App password”.');
    expect(text).toContain('for example Scanner hall');
    expect(text).toContain('5. Copy the password now');
    expect(text).toContain('a row called Scanner hall');
    expect(text).toContain('Put it into Canon');
    expect(text).toMatch(/Sources\n-+\n\n- .*checked on November/);
  });

  it('quotes the labels of Microsoft’s page in the reader’s language', () => {
    const text = words('canon-imagerunner', 'de');
    expect(text).toContain('Nur zum Senden');
    expect(text).toContain('“Anmeldemethode hinzufügen”');
    expect(text).toContain('Stand 29. November 2026');
  });

  it('leads nobody to make one where none helps', () => {
    for (const id of ['thunderbird', 'xbox-360']) {
      expect(words(id)).not.toContain('#keytag=');
      expect(
        blocks(id).some((block) => block.is === 'steps' && block.steps.some((step) => step.picture)),
      ).toBe(false);
    }
    expect(words('thunderbird')).toContain("Sign in with Microsoft's own window");
    expect(words('xbox-360')).toContain("Can't work");
  });

  it('has no link for an app that nobody else has, and leads to the page all the same', () => {
    for (const language of ['en', 'de'] as const) {
      const handout = aHandout(['canon-imagerunner', 'msmtp'], SPEAKERS[language], NOBODY, ['msmtp']);
      const [shared, own] = handout.sheets;
      const only = (sheet: typeof own) => JSON.stringify(sheet?.blocks);
      expect(only(shared)).toContain(`${LINK}canon-imagerunner`);
      expect(only(own)).not.toContain('keytag');
      for (const write of [handoutText, handoutMarkdown, (of: Handout) => handoutHtml(of, '', '')]) {
        expect(write(handout).split('#keytag=')).toHaveLength(
          write(aHandout(['canon-imagerunner'])).split('#keytag=').length,
        );
        expect(write({ ...handout, sheets: handout.sheets.slice(1) })).toContain(
          LINK.slice(0, -'#keytag='.length),
        );
      }
    }
  });

  it('draws a picture with one mark for each step on the page', () => {
    const steps = blocks('canon-imagerunner').flatMap((block) => (block.is === 'steps' ? block.steps : []));
    const pictures = steps.flatMap(({ picture }) => (picture ? [picture] : []));
    expect(pictures).toHaveLength(4);
    for (const { scene, alt } of pictures) {
      expect(scene.parts.filter(({ isMarked }) => isMarked)).toHaveLength(1);
      expect(alt).toMatch(/^Picture: /);
    }
  });

  it.each(Object.entries(SPEAKERS))('has words for everything in %s, for every app', (_, speaker) => {
    const handout = aHandout(
      APPS.map(({ id }) => id),
      speaker,
    );
    expect(handout.sheets.map(({ id }) => id)).toEqual(APPS.map(({ id }) => id));
    const empty = handout.sheets.filter(({ blocks: all }) => all.some(isEmpty));
    expect(empty.map(({ id }) => id)).toEqual([]);
    expect(handoutText(handout)).not.toMatch(/undefined|\$\d|NaN|Invalid Date|[\uE000-\uE008]/);
  });

  it('says what comes to the same once, and what differs for each use', () => {
    const verdicts = (id: string) => blocks(id).filter(({ is }) => is === 'verdict');
    expect(verdicts('thunderbird')).toHaveLength(1);
    expect(verdicts('gmail-send-as').length).toBeGreaterThan(0);
  });

  it('tidies what an organisation calls itself', () => {
    const name = `  Con\u0000toso\n\u202egmbh${'x'.repeat(200)}`;
    const { organisation } = aHandout(['msmtp'], SPEAKERS.en, {
      ...NOBODY,
      name,
      contacts: [
        { label: ' \u2028 ', url: null },
        { label: 'Help\tdesk', url: 'tel:+4930' },
      ],
    });
    expect(organisation.name).toBe(`Con toso gmbh${'x'.repeat(200)}`.slice(0, 80));
    expect(organisation.contacts).toEqual([{ label: 'Help desk', url: 'tel:+4930' }]);
  });
});
