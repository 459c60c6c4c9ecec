/** What an organisation's values are read as, and that none of them, however hostile, costs the others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_POLICY,
  NOTHING_MANAGED,
  POLICY_KEYS,
  type Policy,
  type PolicyKey,
  type PolicyWhy,
  readPolicy,
} from '@/utils/helpdesk/policy.ts';
import { linkAddress } from '@/utils/helpdesk/policy-rules.ts';
import { EVERY_VALUE, pngOf, pngUrl } from './policy-values.ts';

describe('a policy that is right', () => {
  it('is read wholly, key by key', () => {
    const { policy, problems, keys } = readPolicy(EVERY_VALUE);
    expect(problems).toEqual([]);
    expect(keys).toEqual(POLICY_KEYS);
    expect(policy).toEqual(EVERY_VALUE);
  });

  it('is read the same from JSON text where a registry has no lists', () => {
    const asText = Object.fromEntries(
      Object.entries(EVERY_VALUE).map(([key, value]) => [
        key,
        typeof value === 'object'
          ? JSON.stringify(value)
          : typeof value === 'boolean'
            ? Number(value)
            : value,
      ]),
    );
    expect(readPolicy(asText)).toEqual(readPolicy(EVERY_VALUE));
  });

  it.each<[PolicyKey, unknown, unknown]>([
    ['organisationName', '  Contoso  ', 'Contoso'],
    ['organisationName', '日本の会社 \u05d0', '日本の会社 \u05d0'],
    ['rotationInterval', 0, 'off'],
    ['rotationInterval', 1, 1],
    ['rotationInterval', 3_650, 3_650],
    ['quietHours', { from: 3, to: 3, more: 1 }, { from: 3, to: 3 }],
    ['hiddenApps', ['thunderbird', 'thunderbird'], ['thunderbird']],
    ['contacts', [{ label: ' Desk ', url: 'tel:+49 30 1234' }], [{ label: 'Desk', url: 'tel:+49301234' }]],
    ['links', [{ label: 'a', url: 'HTTPS://Help.Example' }], [{ label: 'a', url: 'https://help.example/' }]],
    ['remindersEnabled', 0, false],
    ['keepPasswords', 1, true],
  ])('says for %s %j: %j', (key, given, read) => {
    expect(readPolicy({ [key]: given })).toEqual({
      policy: { ...NO_POLICY, [key]: read },
      problems: [],
      keys: [key],
    });
  });

  it.each([undefined, null])('is none where the browser has %s', (managed) => {
    expect(readPolicy(managed)).toBe(NOTHING_MANAGED);
  });

  it('is none where everything is empty', () => {
    expect(readPolicy({})).toEqual(NOTHING_MANAGED);
    expect(readPolicy({ links: [], hiddenApps: [] })).toEqual(NOTHING_MANAGED);
  });
});

const DEEP = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
const HUGE_LIST = Array.from({ length: 1_000_000 }, () => 'thunderbird');
const LINK = (url: unknown, label: unknown = 'x') => [{ label, url }];

/** Whole values that are refused. */
const REFUSED: readonly [PolicyKey, unknown, PolicyWhy][] = [
  ['organisationName', 42, 'type'],
  ['organisationName', '', 'text'],
  ['organisationName', '   ', 'text'],
  ['organisationName', 'x'.repeat(81), 'text'],
  ['organisationName', 'x'.repeat(10_000_000), 'text'],
  ['organisationName', 'Con\u202etoso', 'text'],
  ['organisationName', 'Con\u0000toso', 'text'],
  ['organisationName', 'Con\ntoso', 'text'],
  ['organisationName', 'Con\u200btoso', 'text'],
  ['organisationName', '\ud800', 'text'],
  ['organisationName', { toString: 'Contoso' }, 'type'],
  ['organisationLogo', 7, 'type'],
  ['organisationLogo', 'https://contoso.example/logo.png', 'logo'],
  ['organisationLogo', 'data:image/svg+xml;base64,PHN2Zy8+', 'logo'],
  ['organisationLogo', 'data:image/svg+xml,<svg onload=alert(1)>', 'logo'],
  ['organisationLogo', 'data:text/html;base64,PHNjcmlwdD4=', 'logo'],
  ['organisationLogo', 'data:image/png;base64,', 'logo'],
  ['organisationLogo', 'data:image/png;base64,AAAA', 'logo'],
  ['organisationLogo', 'data:image/png;base64,====', 'logo'],
  ['organisationLogo', `${pngUrl(pngOf())}"><script>`, 'logo'],
  ['organisationLogo', ` ${pngUrl(pngOf())}`, 'logo'],
  ['organisationLogo', pngUrl(pngOf({ width: 30_000 })), 'logo'],
  ['organisationLogo', pngUrl(pngOf({ height: 0 })), 'logo'],
  ['organisationLogo', pngUrl(pngOf({ height: 2 ** 31 })), 'logo'],
  ['organisationLogo', pngUrl(pngOf().slice(0, -1)), 'logo'],
  ['organisationLogo', pngUrl(pngOf({ filling: 65_536 })), 'logo'],
  ['organisationLogo', pngUrl(new Uint8Array([0xff, 0xd8, 0xff, ...pngOf()])), 'logo'],
  ['organisationLogo', `data:image/png;base64,${'A'.repeat(20_000_000)}`, 'logo'],
  ['contacts', 'Desk', 'json'],
  ['contacts', '{"label":"x"}', 'type'],
  ['contacts', { label: 'x', url: 'tel:1' }, 'type'],
  ['contacts', Array.from({ length: 21 }, () => ({ label: 'x', url: 'tel:112' })), 'too_many'],
  ['links', `[${'['.repeat(600_000)}`, 'json'],
  ['rotationInterval', '90', 'type'],
  ['rotationInterval', -1, 'range'],
  ['rotationInterval', 3_651, 'range'],
  ['rotationInterval', 1.5, 'range'],
  ['rotationInterval', Number.NaN, 'range'],
  ['rotationInterval', Number.POSITIVE_INFINITY, 'range'],
  ['rotationInterval', 'off', 'type'],
  ['reminderLead', 2, 'choice'],
  ['reminderLead', '7', 'type'],
  ['quietHours', [20, 8], 'type'],
  ['quietHours', { from: 20 }, 'type'],
  ['quietHours', { from: 20, to: 24 }, 'range'],
  ['quietHours', { from: 1.5, to: 8 }, 'range'],
  ['quietHours', '20-8', 'json'],
  ['quietHours', 'null', 'type'],
  ['remindersEnabled', 'false', 'type'],
  ['remindersEnabled', 2, 'type'],
  ['remindersEnabled', [], 'type'],
  ['minimumPassphraseScore', 0, 'choice'],
  ['minimumPassphraseScore', 5, 'choice'],
  ['longestAutoLock', 0, 'range'],
  ['longestAutoLock', 61, 'range'],
  ['longestAutoLock', -0.5, 'range'],
  ['keepPasswords', 'no', 'type'],
  ['allowExports', {}, 'type'],
  ['selfMadeLength', 11, 'range'],
  ['selfMadeLength', 65, 'range'],
  ['sensitiveLength', 1e308, 'range'],
  ['hiddenApps', 'thunderbird', 'json'],
  ['hiddenApps', HUGE_LIST, 'too_many'],
  ['recommendedApps', { 0: 'thunderbird', length: 1 }, 'type'],
  ['walkthroughs', 'javascript:alert(1)', 'json'],
  ['walkthroughs', [], 'type'],
  ['walkthroughs', `"${'x'.repeat(1_048_576)}"`, 'json'],
  ['walkthroughs', true, 'type'],
  ['appPasswords', 'maybe', 'choice'],
  ['appPasswords', 'toString', 'choice'],
  ['smtpAuth', true, 'type'],
  ['smtpAuth', 'ON', 'choice'],
  ['mfa', '__proto__', 'choice'],
  ['handOutLanguage', 'de-DE', 'choice'],
];

/** Items of lists that are refused, the rest of the list kept. */
const REFUSED_ITEMS: readonly [PolicyKey, readonly unknown[], PolicyWhy][] = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://contoso.example',
    'file:///etc/passwd',
    'ftp://contoso.example',
    'blob:https://contoso.example/1',
    'chrome://settings',
    'https://microsoft.com@evil.example',
    'https://user:pass@contoso.example',
    'https://',
    'https://contoso.example/\u202egnp.exe',
    `https://contoso.example/${'x'.repeat(2_100)}`,
    'mailto:',
    'mailto:nobody',
    'mailto:a@b@c',
    'tel:',
    'tel:javascript',
    'tel:+49;ext=<script>',
    '//contoso.example',
    '/help',
    '',
  ].map((url): [PolicyKey, readonly unknown[], PolicyWhy] => ['links', LINK(url), 'url']),
  ['contacts', LINK('tel:112', ''), 'text'],
  ['contacts', LINK('tel:112', 'x'.repeat(81)), 'text'],
  ['contacts', LINK('tel:112', '<b>\u0007'), 'text'],
  ['contacts', LINK(7), 'type'],
  ['contacts', LINK('tel:112', null), 'type'],
  ['contacts', [null], 'type'],
  ['contacts', ['tel:112'], 'type'],
  ['contacts', [DEEP], 'type'],
  ['hiddenApps', ['Thunderbird'], 'app'],
  ['hiddenApps', ['../secrets'], 'app'],
  ['hiddenApps', ['x'.repeat(81)], 'app'],
  ['hiddenApps', [`a${'-a'.repeat(1_000_000)}!`], 'app'],
  ['recommendedApps', [7], 'type'],
  ['recommendedApps', [DEEP], 'type'],
];

describe('an address that may become a link', () => {
  it.each([
    ['https://contoso.example/a?b=c#d', 'https://contoso.example/a?b=c#d'],
    ['https://contoso.example:8443', 'https://contoso.example:8443/'],
    ['mailto:desk@contoso.example?subject=Scanner', 'mailto:desk@contoso.example?subject=Scanner'],
    ['tel:112', 'tel:112'],
    ['tel:+49 (30) 12-34', 'tel:+49(30)12-34'],
  ])('%s is written %s', (given, written) => {
    expect(linkAddress(given)).toBe(written);
  });
});

/** As test names: a value may be millions of characters long. */
const named = <Row extends readonly unknown[]>(rows: readonly Row[]) =>
  rows.map((row) => {
    const value = row[1];
    const shown = typeof value === 'string' ? value.slice(0, 60) : Array.isArray(value) ? 'a list' : value;
    return { name: `${String(row[0])} ${JSON.stringify(shown)}`, row };
  });

describe('a hostile policy', () => {
  it.each(named(REFUSED))('is ignored with its reason, all other keys kept: $name', ({ row }) => {
    const [key, value, why] = row;
    const { policy, problems, keys } = readPolicy({ ...EVERY_VALUE, [key]: value });
    expect(problems).toEqual([{ key, item: null, why }]);
    expect(policy).toEqual({ ...EVERY_VALUE, [key]: NO_POLICY[key] });
    expect(keys).toEqual(POLICY_KEYS.filter((other) => other !== key));
  });

  it.each(named(REFUSED_ITEMS))('loses the bad item of a list alone: $name', ({ row }) => {
    const [key, bad, why] = row;
    const fine = EVERY_VALUE[key] as readonly unknown[];
    const { policy, problems } = readPolicy({ ...EVERY_VALUE, [key]: [...fine, ...bad, ...fine] });
    expect(problems).toEqual([{ key, item: fine.length + 1, why }]);
    const kept = policy[key] as readonly unknown[];
    expect(kept.slice(0, fine.length)).toEqual(fine);
    expect({ ...policy, [key]: null }).toEqual({ ...EVERY_VALUE, [key]: null });
  });

  it.each([7, 'x', true, [], [EVERY_VALUE], 1n, Symbol('x')])('that is no object says so (%#)', (managed) => {
    expect(readPolicy(managed)).toEqual({
      ...NOTHING_MANAGED,
      problems: [{ key: '', item: null, why: 'type' }],
    });
  });

  it('names unknown keys, those of every object among them, and keeps the rest', () => {
    const managed: unknown = JSON.parse(
      '{"__proto__":{"keepPasswords":false},"constructor":1,"toString":"x","smtpauth":"on","smtpAuth":"on"}',
    );
    const { policy, problems, keys } = readPolicy(managed);
    expect(problems.map(({ key, why }) => [key, why])).toEqual([
      ['__proto__', 'unknown'],
      ['constructor', 'unknown'],
      ['toString', 'unknown'],
      ['smtpauth', 'unknown'],
    ]);
    expect(policy).toEqual({ ...NO_POLICY, smtpAuth: 'on' });
    expect(Object.getPrototypeOf(policy)).toBe(Object.prototype);
    expect(keys).toEqual(['smtpAuth']);
  });

  it('takes no value from a prototype', () => {
    const inherited: unknown = Object.create({ keepPasswords: false, smtpAuth: 'off' });
    expect(readPolicy(inherited)).toEqual(NOTHING_MANAGED);
  });

  it('with ten thousand unknown keys, or very long ones, names fifty and cuts them', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`${'k'.repeat(500)}${at}`, at]),
    );
    const { problems } = readPolicy({ ...many, ...EVERY_VALUE });
    expect(problems).toHaveLength(50);
    expect(problems.every(({ key }) => key.length <= 80)).toBe(true);
  });

  it('never throws and never gives a value that reading it again would change', () => {
    const anything = fc.oneof(
      fc.anything({
        maxDepth: 2,
        maxKeys: 3,
        withBigInt: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
      fc.json(),
      fc.webUrl(),
      fc.integer(),
      fc.array(fc.record({ label: fc.string(), url: fc.oneof(fc.webUrl(), fc.string()) })),
    );
    const record = Object.fromEntries(POLICY_KEYS.map((key) => [key, anything]));
    fc.assert(
      fc.property(fc.record(record, { requiredKeys: [] }), (managed) => {
        const { policy } = readPolicy(managed);
        expect(Object.keys(policy)).toEqual(POLICY_KEYS);
        const again = readPolicy({ ...policy, rotationInterval: written(policy.rotationInterval) });
        expect(again.policy).toEqual(policy);
      }),
      { numRuns: 100 },
    );
  });
});

/** An interval as an organisation writes it. */
const written = (interval: Policy['rotationInterval']) => (interval === 'off' ? 0 : interval);
