/**
 * A thousand secrets, planted wherever Keytag meets text: tags with their passwords, notes and addresses,
 * what an organisation manages, what a browser tells, Microsoft's page with its texts, values and attributes.
 * None may stand in what leaves Keytag towards a helpdesk or the screen (SECURITY.md R30, R31).
 */
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { type DiagnosticFacts, diagnosticReport } from '@/utils/helpdesk/diagnostic-report.ts';
import { handoutHtml } from '@/utils/helpdesk/handout-html.ts';
import { handoutMarkdown, handoutText } from '@/utils/helpdesk/handout-text.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import { readStructure, writeStructureReport } from '@/utils/helpdesk/structure.ts';
import { teamList, writeTeamList } from '@/utils/helpdesk/team-list.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import type { VaultStatus } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import { describePage } from '@/utils/pages/structure.ts';
import { describeDigest } from '@/utils/rotation/words.ts';
import { anEntry, uuidAt } from '../inventory/support.ts';
import { layoutFree } from '../pages/saved-page.ts';
import { aHandout, SPEAKERS } from './handouts.ts';

const RUNS = 1_000;
/** Secrets of a page: so many pages with so many each. */
const PAGES = 100;
const PER_PAGE = 10;

const from = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const LETTERS = 'bcdfghjkmnpqrstvwxz';

/** What secrets look like: Microsoft's, made by people, tokens, addresses, numbers. */
const secret = fc.oneof(
  from(LETTERS, 16),
  from(`${LETTERS}ABCDEFGHJKLMNPQR23456789!$%&/`, 14),
  from('0123456789abcdef', 32),
  fc.uuid(),
  fc.tuple(from(LETTERS, 9), from(LETTERS, 8)).map(([name, host]) => `${name}@${host}.example`),
  from('0123456789', 12).map((digits) => `+49${digits}`),
);

function keeps(text: string, secrets: readonly string[]): void {
  for (const planted of secrets) expect(text.toLowerCase()).not.toContain(planted.toLowerCase());
}

/** Everywhere in a tag where it is not the name a person gives to the helpdesk on purpose. */
function entryWith(planted: string, at: number): Entry {
  return anEntry({
    id: uuidAt(at),
    password: planted,
    account: `${planted}@contoso.com`,
    note: `it is ${planted}`,
    reason: planted,
    tags: [planted],
    // The password itself was written into a name, and an address into another.
    name: at % 2 === 0 ? `Scanner ${planted}` : `of ${planted}@contoso.com`,
    history: [{ at: '2026-02-03T10:00:00.000Z', event: 'edited', note: planted }],
  });
}

describe('a thousand planted secrets', () => {
  it('stand in no list that is handed over', () => {
    fc.assert(
      fc.property(secret, fc.nat(1), (planted, at) => {
        const entries = [entryWith(planted, at), anEntry({ id: uuidAt(9), device: planted, password: null })];
        const about = { why: 'leaving', from: planted, madeOn: '2026-11-29', withAccount: false } as const;
        keeps(writeTeamList(teamList(entries, entries, about)), [planted]);
      }),
      { numRuns: RUNS },
    );
  });

  it('stand in no diagnostic report', () => {
    fc.assert(
      fc.property(secret, (planted) => {
        keeps(JSON.stringify(diagnosticReport(factsWith(planted))), [planted]);
      }),
      { numRuns: RUNS },
    );
  });

  it('stand in no structure report, wherever on a page they are', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: PER_PAGE, maxLength: PER_PAGE }), (planted) => {
        const described = describePage(pageWith(planted), layoutFree);
        // Of a page's texts and values nothing even leaves the page.
        const texts = [0, 1, 2, 3, 4].map((at) => planted[at] ?? '');
        keeps(JSON.stringify(described), texts);
        const structure = readStructure(described);
        expect(structure?.nodes.length).toBeGreaterThan(20);
        if (!structure) return;
        keeps(
          writeStructureReport(structure, { product: '0.1.0', browser: 'Chrome 156', day: '2026-11-29' }),
          planted,
        );
      }),
      { numRuns: PAGES },
    );
  }, 60_000);

  it('stand in no structure report that a hostile page makes up by itself', () => {
    fc.assert(
      fc.property(secret, (planted) => {
        const structure = readStructure({
          state: 'list',
          layer: 'name',
          language: planted,
          [planted]: planted,
          nodes: [
            'body',
            ` ${planted} role=${planted} testid=${planted} type=${planted}`,
            ` div class=${planted} ${planted} label=${planted}:en label=next:${planted} about=delete:en,${planted}`,
          ],
        });
        keeps(JSON.stringify(structure), [planted]);
      }),
      { numRuns: RUNS },
    );
  });

  it('stand in no hand-out, of whatever an organisation manages wrongly or nobody knows', () => {
    fc.assert(
      fc.property(secret, (planted) => {
        const { policy } = readPolicy({
          organisationName: [planted],
          organisationLogo: `data:text/html;base64,${planted}`,
          contacts: [
            { label: 'Service desk', url: `javascript:${planted}` },
            { label: 'IT', url: 'tel:+49-30-5550100', note: planted },
          ],
          links: [{ label: planted, url: `http://${planted}` }],
          handOutLanguage: planted,
          smtpAuth: planted,
          [planted]: planted,
        });
        const { organisationName: name, organisationLogo: logo, contacts } = policy;
        const handout = aHandout(['grafana'], SPEAKERS.en, { name, logo, contacts });
        keeps(handoutText(handout) + handoutMarkdown(handout) + handoutHtml(handout, '', ''), [planted]);
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('stand in no notification, named or not', () => {
    fc.assert(
      fc.property(secret, fc.boolean(), (planted, isNamed) => {
        const entry = entryWith(planted, 0);
        const names = new Map(isNamed ? [[entry.id, `${entry.appName} · ${entry.device}`]] : []);
        const words = describeDigest(
          {
            kind: 'due',
            notification: planted,
            counts: { overdue: 1, today: 0, soon: 0, snoozed: 0 },
            entries: [{ id: entry.id, left: -1 }],
            changes: [],
          },
          names,
        );
        keeps(JSON.stringify(words), [planted]);
      }),
      { numRuns: RUNS },
    );
  });
});

function factsWith(planted: string): DiagnosticFacts {
  const { policy, problems, keys } = readPolicy({
    organisationName: planted,
    contacts: [{ label: planted, url: `https://${planted}/?x=${planted}` }],
    rotationInterval: planted,
    smtpAuth: planted,
    hiddenApps: [planted],
    walkthroughs: { [planted]: planted },
    [planted]: planted,
  });
  const hostile = planted as never;
  return {
    version: planted,
    userAgent: `Mozilla/5.0 (${planted}) Firefox/153.0 ${planted}`,
    language: planted,
    languages: [planted, 'de'],
    today: '2026-11-29',
    surface: hostile,
    permissions: [planted, 'storage'],
    origins: [`https://mysignins.microsoft.com/*`, `https://${planted}/*`],
    notifications: hostile,
    reminders: { isOn: true, lead: hostile },
    dues: hostile,
    vault: {
      kind: 'unlocked',
      findings: [{ kind: hostile, id: planted }],
      backup: { lastAt: planted, isDue: true },
      isSheetMissing: false,
    } satisfies VaultStatus,
    entries: [{ state: planted, isArchived: false }],
    policy: {
      policy,
      keys: [...keys, hostile],
      problems: [...problems, { key: planted, item: null, why: hostile }],
    } as never,
    guide: { task: hostile, where: hostile, step: planted, tone: planted, help: planted },
    pages: [
      {
        where: 'microsoft',
        task: 'create',
        state: 'list',
        layer: 'name',
        detail: planted,
        missed: planted,
        language: planted,
        count: planted,
      },
      { where: planted, task: planted, state: planted, layer: planted },
      planted,
    ],
  };
}

/** One for all pages: making it costs more than filling it. */
const PAGE = new Window({ url: 'https://mysignins.microsoft.com/security-info' });

/** A page with secrets in its texts (0 to 4), and in what is read of attributes (5 to 9). */
function pageWith(planted: readonly string[]): Document {
  const document = PAGE.document as unknown as Document;
  document.body.replaceChildren();
  const [
    title = '',
    name = '',
    value = '',
    label = '',
    more = '',
    id = '',
    role = '',
    testId = '',
    kind = '',
    tag = '',
  ] = planted;
  const add = (into: Element, what: string, attributes: Readonly<Record<string, string>> = {}, text = '') => {
    const element = document.createElement(what);
    for (const [key, to] of Object.entries(attributes)) element.setAttribute(key, to);
    element.textContent = text;
    into.append(element);
    return element;
  };
  document.title = title;
  const main = add(document.body, 'main');
  add(main, 'h1', {}, 'Security info');
  add(main, 'h2', {}, title);
  add(main, 'button', { name: 'Add method' }, 'Add sign-in method');
  const list = add(main, 'div', { role: 'list' });
  for (const [method, own] of [
    ['App password', name],
    [label, more],
  ] as const) {
    const row = add(list, 'div', { role: 'listitem' });
    add(row, 'span', {}, method);
    add(row, 'span', { class: 'ms-pii' }, own);
    add(row, 'span', {}, own);
    add(row, 'button', { 'aria-label': `Delete ${own}` }, 'Delete');
  }
  add(main, 'input', { value, placeholder: value, type: kind, id, name: id });
  add(main, 'a', { href: `https://${id}.example/?p=${id}`, title: id }, more);
  add(
    main,
    'div',
    { role, 'data-testid': testId, class: `${kind} ms-Link`, id, 'data-icon-name': kind },
    label,
  );
  add(main, 'div', { 'data-testid': `authmethod-picker-${testId}` }, label);
  add(main, 'i', { 'data-icon-name': kind }, more);
  const own = /^[a-z]+$/.test(tag) ? tag : 'section';
  const dialog = add(main, own, { role: 'dialog', 'aria-labelledby': id });
  add(dialog, 'p', { id }, title);
  add(dialog, 'code', {}, value);
  add(dialog, 'button', {}, more);
  return document;
}

/** The property itself can fail. */
it('are found where they are', () => {
  expect(() => keeps('x ABCdef y', ['abcdef'])).toThrow();
  const day: Day = '2026-11-29';
  const open = teamList([anEntry({ account: 'a@b.example' })], [], {
    why: 'leaving',
    from: '',
    madeOn: day,
    withAccount: true,
  });
  expect(() => keeps(writeTeamList(open), ['a@b.example'])).toThrow();
});
