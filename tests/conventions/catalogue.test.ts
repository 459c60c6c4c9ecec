/** Every app file keeps the rules of utils/catalogue/README.md. Failures say what to do. */
import { describe, expect, it } from 'vitest';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import type { App, ClaimId, SetupStep } from '@/utils/catalogue/app.ts';
import { firmest, isFirmer } from '@/utils/catalogue/certainty.ts';
import { describeStep } from '@/utils/catalogue/describe.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import { setupContext } from '@/utils/catalogue/server.ts';
import { isDay } from '@/utils/lib/days.ts';

const files = import.meta.glob<App>('/utils/catalogue/apps/*.ts', { eager: true, import: 'default' });
const raw = import.meta.glob<string>('/utils/catalogue/apps/*.ts', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const today = new Date().toISOString().slice(0, 10);
const ways = ['modern', 'password'] as const;

/** What an app says, and how firmly. Menu paths carry the certainty of their source. */
function claims(app: App): [ClaimId, App['modernSignIn']['certainty'] | null][] {
  const list: [ClaimId, App['modernSignIn']['certainty'] | null][] = [
    ['modern-sign-in', app.modernSignIn.certainty],
    ['password-sending', app.passwordSending.certainty],
  ];
  if (app.modernSignIn.personal) list.push(['personal-sign-in', app.modernSignIn.personal.certainty]);
  if (app.retired) list.push(['retired', app.retired.certainty]);
  if (app.needsAppPassword) list.push(['needs-app-password', app.needsAppPassword.certainty]);
  if (app.setup.modern || app.setup.password) list.push(['menu-path', null]);
  return list;
}

const stepsOf = (app: App): SetupStep[] => ways.flatMap((way) => app.setup[way] ?? []);

describe.each(Object.entries(files))('%s', (file, app) => {
  it('is named after its id', () => {
    expect(`/utils/catalogue/apps/${app.id}.ts`, 'the id must equal the file name').toBe(file);
    expect(app.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('imports only the type', () => {
    const imports = raw[file]?.match(/^import .*$/gm) ?? [];
    expect(imports, 'an app is data: import nothing but the type').toEqual([
      "import type { App } from '../app.ts';",
    ]);
  });

  it('says what it is', () => {
    for (const text of [app.name, app.vendor, ...app.aliases])
      expect(text.trim(), 'no empty names, no spaces around them').toBe(text);
    expect(app.name).not.toBe('');
    expect(app.vendor).not.toBe('');
    expect(app.platforms.length, 'name at least one platform').toBeGreaterThan(0);
    expect(app.purposes.length, 'name at least one purpose').toBeGreaterThan(0);
    expect(new Set(app.purposes).size).toBe(app.purposes.length);
    expect(app.modernSignIn.since === undefined, 'say `since` exactly where support is "since"').toBe(
      app.modernSignIn.support !== 'since',
    );
  });

  it.each(claims(app))('has a source for the claim %s that carries it', (claim, certainty) => {
    const sources = app.sources.filter((source) => source.for.includes(claim));
    expect(sources.length, `add a source with for: ['${claim}']`).toBeGreaterThan(0);
    if (certainty === null) return;
    const best = firmest(sources.map((source) => source.certainty));
    expect(isFirmer(certainty, best), `the claim says "${certainty}", its best source only "${best}"`).toBe(
      false,
    );
  });

  it('has sources one can check', () => {
    const made = new Set(claims(app).map(([claim]) => claim));
    for (const source of app.sources) {
      expect(source.for.length, `"${source.title}" is cited for nothing`).toBeGreaterThan(0);
      for (const claim of source.for)
        expect(made, `"${source.title}" is cited for "${claim}", which this file does not claim`).toContain(
          claim,
        );
      expect(isDay(source.checked), `checked: ${source.checked} is no day`).toBe(true);
      expect(source.checked <= today, 'nobody can have checked it in the future').toBe(true);
      expect(source.title).not.toBe('');
      expect(source.publisher).not.toBe('');
      if (source.url) expect(new URL(source.url).protocol, 'sources are https').toBe('https:');
      // General knowledge has no address and no more weight than that.
      if (source.publisher === 'Keytag')
        expect([source.url, source.certainty]).toEqual([undefined, 'uncertain']);
    }
  });

  it.each(ways.filter((way) => app.setup[way]))('has valid %s steps', (way) => {
    const steps = app.setup[way] ?? [];
    expect(steps.length).toBeGreaterThan(0);
    const texts = steps.flatMap((step) =>
      step.do === 'open'
        ? step.path
        : step.do === 'file'
          ? [step.path, ...step.lines.filter((line) => line !== '')]
          : step.do === 'choose'
            ? [step.field, step.option]
            : step.do === 'run'
              ? [step.command]
              : step.do === 'press'
                ? [step.button]
                : 'field' in step
                  ? [step.field]
                  : [],
    );
    for (const text of texts) expect(text.trim(), 'no empty labels').not.toBe('');
    for (const step of steps) if (step.do === 'file') expect(step.lines.length).toBeGreaterThan(0);
    expect(
      steps.some((step) => step.do === 'check'),
      'end with a way to see that it works',
    ).toBe(true);
    const stands = steps
      .flatMap((step) => (step.do === 'file' ? step.lines : step.do === 'run' ? [step.command] : []))
      .join('\n');
    for (const [stand] of stands.matchAll(/\{[a-z]+(-[a-z]+)?\}/g)) {
      expect(
        ['{address}', '{smtp-server}', '{smtp-port}', '{imap-server}'],
        `${stand} is not a stand-in`,
      ).toContain(stand);
    }
    expect(stands, 'take the server from {smtp-server}').not.toMatch(/office365\.com|smtp-mail\.outlook/);
    const passwords = steps.filter((step) => step.do === 'paste-password').length;
    expect(
      passwords,
      way === 'password' ? 'say once where the password goes' : 'modern sign-in has no app password',
    ).toBe(way === 'password' ? 1 : 0);
  });

  it('offers password steps only where sending by password is possible', () => {
    if (app.setup.password) expect(app.passwordSending.possible).toBe(true);
    if (app.setup.modern) expect(['none', 'unknown']).not.toContain(app.modernSignIn.support);
  });

  it('warns that labels may differ where nobody checked the menu path', () => {
    const unsure = app.sources.some(
      (source) => source.for.includes('menu-path') && source.certainty === 'uncertain',
    );
    for (const way of ways) {
      const steps = app.setup[way];
      if (!steps || !unsure) continue;
      expect(
        steps.some((step) => step.do === 'note' && step.note === 'labels-may-differ'),
        `add the note 'labels-may-differ' to the ${way} steps`,
      ).toBe(true);
    }
  });

  it('uses only messages that exist in every language', () => {
    const context = setupContext('work', 'anna@contoso.com');
    for (const step of stepsOf(app)) {
      const { key } = describeStep(step, context);
      expect(en, key).toHaveProperty(key);
      expect(de, key).toHaveProperty(key);
    }
  });
});

describe('the catalogue', () => {
  it('holds every file once', () => {
    expect(APPS.map((app) => app.id).toSorted()).toEqual(
      Object.values(files)
        .map((app) => app.id)
        .toSorted(),
    );
  });

  it('has no name that means two apps', () => {
    const seen = new Map<string, string>();
    for (const app of APPS) {
      for (const name of new Set([app.name, ...app.aliases].map((text) => text.toLowerCase()))) {
        expect(seen.get(name), `"${name}" stands in ${app.id} and there`).toBeUndefined();
        seen.set(name, app.id);
      }
    }
  });
});
