import { describe, expect, it } from 'vitest';
import {
  DIAGNOSTIC_FIELDS,
  type DiagnosticFacts,
  diagnosticReport,
} from '@/utils/helpdesk/diagnostic-report.ts';
import {
  PAGES_SEEN,
  type PageSeen,
  pageLine,
  pageSeen,
  readPageLog,
  withPage,
} from '@/utils/helpdesk/page-log.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import { browserOf, languagesOf, systemOf, versionOf } from '@/utils/helpdesk/product.ts';
import { aPicker, HOW_READ } from '../support/builders.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

const FACTS: DiagnosticFacts = {
  version: '0.1.0',
  userAgent: CHROME,
  language: 'de',
  languages: ['de-AT', 'en'],
  today: '2026-11-29',
  surface: 'panel',
  permissions: ['storage', 'notifications', 'history'],
  origins: ['https://mysignins.microsoft.com/*', 'https://intranet.example/*'],
  notifications: 'allowed',
  reminders: { isOn: true, lead: 14 },
  dues: 3,
  vault: {
    kind: 'unlocked',
    findings: [{ kind: 'damaged', id: 'x' }],
    backup: { lastAt: null, isDue: true },
    isSheetMissing: false,
  },
  entries: [
    { state: 'active', isArchived: false },
    { state: 'active', isArchived: true },
    { state: 'lost', isArchived: false },
  ],
  policy: readPolicy({ organisationName: 'Contoso', rotationInterval: 'never', helpline: 'secret' }),
  guide: { task: 'create', where: 'microsoft', step: 'choose', tone: 'stuck', help: 'option-missing' },
  pages: [pageSeen({ where: 'microsoft', kind: 'create' }, aPicker({ appPassword: 'not-listed' }), HOW_READ)],
};

const report = (change: Partial<DiagnosticFacts> = {}) =>
  Object.fromEntries(diagnosticReport({ ...FACTS, ...change }).map(({ field, values }) => [field, values]));

describe('the diagnostic report', () => {
  it('tells what a helpdesk needs, field by field', () => {
    expect(report()).toEqual({
      version: ['0.1.0'],
      browser: ['Chrome 156', 'Windows'],
      languages: ['de', 'de-AT', 'en'],
      day: ['2026-11-29'],
      surface: ['panel'],
      permissions: [
        'notifications',
        'storage',
        'mysignins.microsoft.com',
        'no access to mysignins.azure.us',
        'no access to mysignins.windowsazure.cn',
      ],
      notifications: ['allowed'],
      reminders: ['on', 'lead 14', 'days kept 3'],
      inventory: [
        'unlocked',
        'found damaged 1',
        'backup due',
        'entries 3',
        'active 2',
        'lost 1',
        'archived 1',
      ],
      policy: ['organisationName', 'rotationInterval ignored'],
      guide: ['create', 'microsoft', 'step choose', 'stuck', 'option-missing'],
      pages: ['picker not-listed · test-id · en · create'],
    });
  });

  it('has every field where nothing is known, and no other', () => {
    const nothing = report({
      reminders: null,
      dues: null,
      vault: null,
      entries: null,
      policy: { keys: [], problems: [] },
      guide: null,
      pages: undefined,
    });
    expect(Object.keys(nothing)).toEqual([...DIAGNOSTIC_FIELDS]);
    expect(nothing).toMatchObject({ reminders: [], inventory: [], policy: [], guide: [], pages: [] });
  });

  it.each([
    [{ kind: 'locked', retryAt: null, because: 'idle' }, ['locked']],
    [{ kind: 'unavailable', why: 'full' }, ['unavailable', 'full']],
    [{ kind: 'wiped', createdAt: '2026-01-01', lastBackupAt: null }, ['wiped']],
  ] as const)('tells the inventory’s state: %j', (vault, inventory) =>
    expect(report({ vault, entries: null })).toMatchObject({ inventory }),
  );
});

describe('the pages seen', () => {
  const seen = pageSeen(
    { where: 'rehearsal', kind: 'delete' },
    { kind: 'list', names: null, rows: 4 },
    {
      ...HOW_READ,
      missed: 'row-delete',
      language: null,
    },
  );

  it('are told in a line each', () =>
    expect(pageLine(seen)).toBe('list unreadable 4 · test-id · ? · no row-delete · delete · rehearsal'));

  it('are as many as are remembered, the newest last, and not twice in a row', () => {
    const at = (rows: number): PageSeen =>
      pageSeen({ where: 'microsoft', kind: 'create' }, { kind: 'list', names: null, rows }, HOW_READ);
    let log: readonly PageSeen[] = [];
    for (let rows = 1; rows <= PAGES_SEEN + 5; rows += 1) log = withPage(withPage(log, at(rows)), at(rows));
    expect(log).toHaveLength(PAGES_SEEN);
    expect(log.at(-1)).toEqual(at(PAGES_SEEN + 5));
    expect(readPageLog(JSON.parse(JSON.stringify(log)))).toEqual(log);
  });

  it.each([
    'x',
    null,
    [1],
    [{ ...seen, state: 'abcdefghijklmnop' }],
    [{ ...seen, where: 'bank' }],
    [{ ...seen, layer: 'x' }],
    [{ ...seen, task: 'x' }],
  ])('are left out where they are none: %j', (stored) => expect(readPageLog(stored)).toEqual([]));

  it('lose what is not of a closed set', () => {
    const stored = [{ ...seen, detail: 'abc', missed: 'abc', language: 'abc', count: 1e9, note: 'abc' }];
    expect(readPageLog(stored)).toEqual([
      { ...seen, detail: null, missed: null, language: null, count: null },
    ]);
  });
});

describe('browser, system, version and languages', () => {
  it.each([
    [CHROME, 'Chrome 156', 'Windows'],
    [`${CHROME} Edg/156.0.0.0`, 'Edge 156', 'Windows'],
    [`${CHROME} OPR/120.0`, 'Opera 120', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153', 'Linux'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Firefox/153.0', 'Firefox 153', 'macOS'],
    ['Mozilla/5.0 (Android 15; Mobile; rv:153.0) Firefox/153.0', 'Firefox 153', 'Android'],
    ['Mozilla/5.0 (X11; CrOS x86_64 15633.44.0) Chrome/156.0', 'Chrome 156', 'ChromeOS'],
    ['abcdefghijklmnop', 'other', 'other'],
  ])('are told from %s', (userAgent, browser, system) => {
    expect([browserOf(userAgent), systemOf(userAgent)]).toEqual([browser, system]);
  });

  it('are words of a known form or nothing', () => {
    expect(['0.1.0', '1.2.3.4', '1.2-anna', 'anna', ''].map(versionOf)).toEqual([
      '0.1.0',
      '1.2.3.4',
      'other',
      'other',
      'other',
    ]);
    expect(languagesOf(['de', 'zh-Hant-TW', 'es-419', 'abcdefghijklmnop', 'en_US', 'de-anna'])).toEqual([
      'de',
      'zh-Hant-TW',
      'es-419',
    ]);
  });
});
