import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPS } from '@/utils/catalogue/index.ts';
import { createAppSearch, searchApps } from '@/utils/catalogue/search.ts';

const search = createAppSearch(APPS);
const first = (query: string) => search(query)[0]?.id;

describe('searching the catalogue', () => {
  it.each([
    ['Thunderbird', 'thunderbird'],
    ['thunderbrid', 'thunderbird'],
    ['tunderbird', 'thunderbird'],
    ['thun', 'thunderbird'],
    ['mozilla', 'thunderbird'],
    ['iphone mail', 'apple-mail-ios'],
    ['mail iphone', 'apple-mail-ios'],
    ['IPHONE', 'apple-mail-ios'],
    ['canon', 'canon-imagerunner'],
    ['canon scaner', 'canon-imagerunner'],
    ['imagerunner', 'canon-imagerunner'],
    ['image runer', 'canon-imagerunner'],
    ['outlook', 'outlook'],
    ['outlok', 'outlook'],
    ['outlook android', 'outlook-mobile'],
    ['gmail', 'gmail-android'],
    ['word press', 'wp-mail-smtp'],
    ['wordpress', 'wp-mail-smtp'],
    ['synolgy', 'synology-dsm'],
    ['diskstation', 'synology-dsm'],
    ['smtplib', 'python-smtplib'],
    ['python', 'python-smtplib'],
    ['node.js mail', 'nodemailer'],
    ['zabix', 'zabbix'],
    ['MSMTP', 'msmtp'],
  ])('finds for %j first %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it.each(APPS.map((app) => [app.name, app.id]))('finds %s by its own name', (name, id) => {
    expect(first(name)).toBe(id);
  });

  it.each(APPS.flatMap((app) => app.aliases.map((alias) => [alias, app.id])))(
    'finds by the alias %j first %s',
    (alias, id) => {
      expect(first(alias)).toBe(id);
    },
  );

  it('lists everything while nothing is typed', () => {
    expect(search('')).toEqual(APPS);
    expect(search('   ')).toEqual(APPS);
  });

  it('finds by kind, in both languages', () => {
    expect(search('script').every((app) => app.kind === 'script')).toBe(true);
    expect(search('Gerät').map((app) => app.kind)).toContain('device');
    expect(search('scanner').every((app) => app.kind === 'device')).toBe(true);
  });

  it('finds nothing for what is not there', () => {
    expect(search('xqzwv')).toEqual([]);
    expect(search('中文')).toEqual([]);
  });

  it('takes any input and answers with apps of the catalogue, none twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
        const found = search(query);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((app) => APPS.includes(app))).toBe(true);
      }),
    );
  });

  it('does the same without a prepared index', () => {
    expect(searchApps(APPS, 'zabbix')).toEqual(search('zabbix'));
  });
});
