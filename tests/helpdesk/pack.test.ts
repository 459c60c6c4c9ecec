import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import { verdictFor } from '@/utils/advisor/advise.ts';
import type { SetupStep } from '@/utils/catalogue/app.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import { type PackReading, packText, readPack, readPackValue } from '@/utils/helpdesk/pack.ts';
import { describePackProblem, PACK_WHY } from '@/utils/helpdesk/pack-problems.ts';
import { OWN_ID, PACK_BOUNDS } from '@/utils/helpdesk/pack-schema.ts';
import { AROUND, appsLike, changed, EXAMPLE, example, packFrom } from './a-pack.ts';

/** As an import reads a file. */
const readPackFile = (file: Uint8Array, around: typeof AROUND): PackReading => {
  const found = packText(file);
  return found.ok ? readPack(found.text, around) : found;
};
const bytes = (text: string) => new TextEncoder().encode(text);
const lineWith = (text: string, words: string) =>
  text.split('\n').findIndex((line) => line.includes(words)) + 1;

/** The problems in few words: why, path and line. */
const problems = (reading: PackReading) =>
  reading.ok ? [] : reading.problems.map(({ why, path, line }) => [why, path, line]);
const only = (text: string) => {
  const found = problems(readPack(text, AROUND));
  expect(found, text.slice(0, 200)).toHaveLength(1);
  return found[0];
};

const APP = ['apps', 0] as const;
const PASSWORD = [...APP, 'setup', 'password'] as const;

describe("the README's example", () => {
  it('is a valid pack', () => {
    const pack = packFrom(EXAMPLE);
    expect(pack.origin).toEqual({ from: 'file', organisation: 'Contoso' });
    expect(pack.contacts).toHaveLength(2);
    const [app] = pack.apps;
    expect(app?.language).toBe('de');
    expect(app?.setup.password).toHaveLength(8);
    expect(app?.passwordSending.possible).toBe(true);
  });

  it('is the same as a value and as a file with a mark of its encoding', () => {
    const pack = packFrom(EXAMPLE);
    expect(readPackValue(example(), AROUND)).toEqual({ ok: true, pack });
    expect(readPackFile(bytes(`\uFEFF${EXAMPLE.replaceAll('\n', '\r\n')}`), AROUND)).toEqual({
      ok: true,
      pack,
    });
  });

  it('speaks no more firmly than it may', () => {
    for (const [from, certainty] of [
      ['file', 'uncertain'],
      ['policy', 'reported'],
    ] as const) {
      const [app] = packFrom(EXAMPLE, { ...AROUND, from }).apps;
      expect(app?.modernSignIn.certainty).toBe(certainty);
      expect(app?.passwordSending.certainty).toBe(certainty);
      expect(app?.sources.map((source) => source.certainty)).toEqual([certainty]);
    }
  });

  it.each(['read', 'send'] as const)('leaves the verdict on %s to what holds at Microsoft', (purpose) => {
    const [app] = packFrom(EXAMPLE).apps;
    const admin = { smtpAuth: 'blocked', appPasswords: 'offered' } as const;
    if (!app) throw new Error('no app');
    const verdict = verdictFor({ app, account: 'work', purpose, admin, today: '2026-11-22' });
    expect(verdict.kind).toBe('cannot-work');
    const known = verdictFor({ app, account: 'personal', purpose, admin, today: '2026-11-22' });
    expect(known.kind).toBe('cannot-work');
  });
});

describe('a pack that is wrong in one place', () => {
  it.each<[what: string, path: (string | number)[], value: Parameters<typeof changed>[1], why: string]>([
    ['no organisation', ['organisation'], undefined, 'missing'],
    ['no name', [...APP, 'name'], undefined, 'missing'],
    ['no contacts', ['contacts'], [], 'empty_list'],
    ['no apps', ['apps'], [], 'empty_list'],
    ['an unknown key', [...APP, 'retired'], true, 'surplus'],
    ['a claim of its own about consoles', [...APP, 'needsAppPassword'], { account: 'personal' }, 'surplus'],
    ['sources of its own', [...APP, 'sources'], [], 'surplus'],
    ['a number for a name', [...APP, 'name'], 7, 'text'],
    ['a list for a pack of apps', ['apps'], 'many', 'list'],
    ['an empty name', [...APP, 'name'], ' ', 'empty'],
    ['a long name', [...APP, 'name'], 'x'.repeat(81), 'long'],
    ['a turned name', [...APP, 'name'], 'Canon \u202Egnp.exe', 'unseen'],
    ['a hidden character', ['organisation'], 'Con\u200Btoso', 'unseen'],
    ['letters buried under marks', [...APP, 'name'], `Z${'\u0335'.repeat(40)}algo`, 'unseen'],
    ['a lone surrogate', [...APP, 'name'], 'a\uD800', 'unseen'],
    ['a control character', [...APP, 'name'], 'a\u0007b', 'unseen'],
    ['a line break in a name', [...APP, 'name'], 'a\nb', 'unseen'],
    ['an id of Keytag', [...APP, 'id'], 'thunderbird', 'built_in'],
    ['an id without its beginning', [...APP, 'id'], 'scanner', 'id'],
    ['an id of nothing but its beginning', [...APP, 'id'], 'own', 'id'],
    ['an id with a slash', [...APP, 'id'], 'own-a/b', 'id'],
    ['an id of an app that Keytag has', [...APP, 'id'], 'own-built-in', 'built_in'],
    ['a strange kind', [...APP, 'kind'], 'toaster', 'choice'],
    ['a strange platform', [...APP, 'platforms', 0], 'vms', 'choice'],
    ['a purpose that is for consoles', [...APP, 'purposes', 0], 'sign-in', 'choice'],
    ['a version without being asked', [...APP, 'modernSignIn', 'since'], '2.0', 'since'],
    ['a day that is none', ['released'], '2026-02-30', 'day'],
    ['a language that is none', ['language'], 'de;x', 'language'],
    ["Microsoft's name", ['organisation'], 'M\u0456crosoft Support'.replace('\u0456', 'i'), 'reserved'],
    ["Keytag's name", ['organisation'], 'Key-Tag GmbH', 'reserved'],
    ['javascript:', ['links', 0, 'url'], 'javascript:alert(1)', 'link'],
    ['javascript: in disguise', ['links', 0, 'url'], ' JaVaScRiPt:alert(1)', 'link'],
    ['data:', ['contacts', 0, 'url'], 'data:text/html,<b>', 'link'],
    ['http:', ['links', 0, 'url'], 'http://intranet.contoso.example/', 'link'],
    ['a user name in an address', ['links', 0, 'url'], 'https://login.microsoft.com@evil.example/', 'link'],
    ['a file', [...APP, 'links', 0, 'url'], 'file:///etc/passwd', 'link'],
    ['an extension', ['links', 0, 'url'], 'chrome-extension://abc/sidepanel.html', 'link'],
    ['nowhere', ['links', 0, 'url'], '/scan', 'link'],
    ['an unknown step', [...PASSWORD, 2, 'do'], 'eval', 'step'],
    ['a step without a kind', [...PASSWORD, 2, 'do'], undefined, 'step'],
    ['a step that is a text', [...PASSWORD, 2], 'press OK', 'object'],
    ['an unknown key in a step', [...PASSWORD, 3, 'html'], '<b>', 'surplus'],
    ['an unknown remark', [...PASSWORD, 6, 'note'], 'trust-me', 'choice'],
    ['an unknown value', [...PASSWORD, 1, 'value', 'is'], 'password', 'choice'],
    ['another server', [...PASSWORD, 1, 'value'], { is: 'text', text: 'smtp.evil.example' }, 'server'],
    ["another machine's address", [...PASSWORD, 1, 'value'], { is: 'text', text: '10.0.0.1:25' }, 'server'],
    ['no set-up', [...APP, 'setup'], {}, 'no_steps'],
    ['a set-up without steps', [...PASSWORD], [], 'empty_list'],
    ['no password to paste', [...PASSWORD, 5], { do: 'press', button: 'OK' }, 'password_once'],
    ['a password twice', [...PASSWORD, 4], { do: 'paste-password', field: 'Again' }, 'password_once'],
    ['no way to see that it works', [...PASSWORD, 7], { do: 'press', button: 'OK' }, 'no_check'],
    [
      'steps for a sign-in it has not',
      [...APP, 'setup', 'modern'],
      [{ do: 'sign-in' }, { do: 'check', what: 'test-mail' }],
      'no_modern',
    ],
  ])('is refused for %s, at its place', (_, path, value, why) => {
    const text = changed(path, value);
    const [found, at, line] = only(text) ?? [];
    expect(found).toBe(why);
    const dotted = path
      .map((key, index) => (typeof key === 'number' ? `[${key}]` : index ? `.${key}` : key))
      .join('');
    // Where something is wrong inside or around, the place lies inside or around.
    expect(String(at).startsWith(dotted) || dotted.startsWith(String(at)), `${at} for ${dotted}`).toBe(true);
    expect(line).toBeGreaterThanOrEqual(1);
  });

  it('names the line of the word that is wrong', () => {
    const text = changed([...PASSWORD, 2, 'do'], 'eval');
    const reading = readPack(text, AROUND);
    if (reading.ok) throw new Error('taken');
    const [problem] = reading.problems;
    expect(problem?.line).toBe(lineWith(text, '"eval"'));
    expect(problem?.excerpt).toContain('"eval"');
    expect(problem?.about).toBe('eval');
  });

  it('shows in its words nothing that hides or turns text', () => {
    const reading = readPack(changed(['a\u202Eb\u0000'], 1), AROUND);
    if (reading.ok) throw new Error('taken');
    const words = reading.problems.flatMap((problem) => Object.values(problem)).join(' ');
    expect(words).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(reading.problems[0]?.about).toBe('a□b□');
  });

  it('takes an id that another organisation has for taken', () => {
    const ownerOf = (id: string) => (id === 'own-scanner-hall' ? 'Fabrikam' : null);
    const reading = readPack(EXAMPLE, { ...AROUND, ownerOf });
    expect(reading.ok ? null : reading.problems[0]).toMatchObject({ why: 'taken', about: 'Fabrikam' });
    expect(problems(reading)[0]?.[2]).toBe(lineWith(EXAMPLE, 'own-scanner-hall'));
  });

  it('names an id that stands twice where it stands again', () => {
    const [app] = appsLike(1);
    const text = changed(['apps'], [app ?? null, app ?? null]);
    expect(only(text)?.slice(0, 2)).toEqual(['twice', 'apps[1].id']);
  });
});

describe('a pack as a whole', () => {
  const pack = example();
  it.each<[what: string, text: string, why: string, line: number | null]>([
    ['nothing', ' \n ', 'empty_file', null],
    ['another file', '{"items": []}', 'not_a_pack', 1],
    ['a list', '[1]', 'not_a_pack', 1],
    ['no version', JSON.stringify({ format: 'keytag-walkthroughs' }), 'not_a_pack', 1],
    ['a newer version', '{\n"format": "keytag-walkthroughs",\n"version": 2,\n"new": 1\n}', 'newer', 3],
    ['an old version', changed(['version'], 0), 'not_a_pack', 3],
    ['a version in words', changed(['version'], '1'), 'not_a_pack', 3],
    ['a page', '<html></html>', 'syntax', 1],
    ['a cut end', EXAMPLE.slice(0, 300), 'cut', EXAMPLE.slice(0, 300).split('\n').length],
    ['a comment', `// mine\n${EXAMPLE}`, 'syntax', 1],
    ['a key twice', EXAMPLE.replace('"version": 1,', '"version": 1,\n"version": 1,'), 'repeated', 4],
    ['a prototype', EXAMPLE.replace('"version": 1,', '"version": 1,\n"__proto__": {"a": 1},'), 'surplus', 4],
    ['depth', `{"format":"keytag-walkthroughs","version":1,"apps":${'['.repeat(5_000)}`, 'too_deep', 1],
  ])('is refused for %s', (_, text, why, line) => {
    const [found, , at] = only(text) ?? [];
    expect([found, at]).toEqual([why, line]);
  });

  it('with 10,000 apps is refused at the first that is too much, before it is looked at', () => {
    const small = Array.from({ length: 10_000 }, (_, at) => ({ id: `own-${at}` }));
    const text = JSON.stringify({ ...pack, apps: small }, null, 1);
    const [why, path, line] = only(text) ?? [];
    expect([why, path]).toEqual(['too_many', `apps[${PACK_BOUNDS.apps}]`]);
    expect(text.split('\n')[Number(line)]).toContain(`"own-${PACK_BOUNDS.apps}"`);
    expect(only(JSON.stringify({ ...pack, apps: appsLike(10_000) }))?.[0]).toBe('too_large');
  });

  it('may have as many apps as its bounds say', () => {
    expect(packFrom(JSON.stringify({ ...pack, apps: appsLike(PACK_BOUNDS.apps) })).apps).toHaveLength(
      PACK_BOUNDS.apps,
    );
  });

  it('with more values than anybody needs is refused', () => {
    const lines = Array.from({ length: PACK_BOUNDS.values }, () => 0);
    expect(only(JSON.stringify({ ...pack, lines }))?.[0]).toBe('too_much');
  });

  it('is not looked into when it is larger than a pack can be', () => {
    const huge = new Uint8Array(PACK_BOUNDS.bytes + 1);
    expect(problems(readPackFile(huge, AROUND))).toEqual([['too_large', '', null]]);
  });

  it('is refused as a file that is no text', () => {
    expect(problems(readPackFile(new Uint8Array([0x50, 0x4b, 0, 0, 1]), AROUND))[0]?.[0]).toBe('not_text');
    expect(
      problems(readPackFile(bytes(EXAMPLE.replace('Contoso', 'Größe')).slice(0, 96), AROUND))[0]?.[0],
    ).toBe('cut');
  });

  it('keeps markup as the text it is', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(packFrom(changed([...APP, 'name'], name)).apps[0]?.name).toBe(name);
  });

  it('may be in any script', () => {
    const name = 'ماسح ضوئي می‌خواهم 扫描仪 👩‍💻';
    expect(packFrom(changed([...APP, 'name'], name)).apps[0]?.name).toBe(name);
  });
});

describe('any change to a pack', () => {
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<never>(
      ...(['<b>', 'javascript:alert(1)', '\u202E', '__proto__', -1, 'own-', null] as never[]),
    ),
  );
  /** Every place in the example. */
  const places: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (path.length > 0) places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(example(), []);

  /** What must hold of a pack whatever it was made from. */
  const isSound = (reading: PackReading): boolean => {
    if (!reading.ok) {
      return (
        reading.problems.length > 0 &&
        reading.problems.every(({ why, line }) => why in PACK_WHY && (line === null || line >= 1))
      );
    }
    const { pack } = reading;
    const links = [...pack.contacts, ...pack.links, ...pack.apps.flatMap((app) => app.links)];
    return (
      links.every(({ url }) => /^(https|mailto|tel):/.test(url)) &&
      pack.apps.every(
        (app) =>
          app.id.startsWith(OWN_ID) &&
          app.sources.every(({ certainty }) => certainty === 'uncertain') &&
          !app.needsAppPassword &&
          !app.retired &&
          (app.setup.password ?? []).filter((step) => step.do === 'paste-password').length ===
            (app.setup.password ? 1 : 0) &&
          !(app.setup.modern ?? []).some((step) => step.do === 'paste-password'),
      )
    );
  };

  it('at a place gives a sound pack or problems with their places', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), values, (path, value) => {
        expect(isSound(readPack(changed(path, value as never), AROUND))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('in its bytes gives a sound pack or problems with their places', () => {
    const whole = bytes(EXAMPLE);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.uint8Array({ maxLength: 6 }), (at, gone, put) => {
        const file = Uint8Array.from([...whole.slice(0, at), ...put, ...whole.slice(at + gone)]);
        expect(isSound(readPackFile(file, AROUND))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('by cutting it off is refused', () => {
    const whole = EXAMPLE.trimEnd();
    for (let length = 0; length < whole.length; length += 1) {
      const [found] = problems(readPack(whole.slice(0, length), AROUND));
      expect(['cut', 'syntax', 'empty_file'], `cut at ${length}`).toContain(found?.[0]);
    }
  });
});

describe('the words for problems', () => {
  it.each(Object.entries(PACK_WHY))('say %s in every language', (why, about) => {
    const { key } = describePackProblem({
      why: why as keyof typeof PACK_WHY,
      path: '',
      line: 1,
      excerpt: '',
    });
    for (const messages of [en, de] as Record<string, { message: string }>[]) {
      expect(messages[key]?.message, key).toBeTruthy();
      expect(messages[key]?.message.includes('$1'), key).toBe(about !== null);
    }
  });
});

describe("Keytag's own apps", () => {
  it('have no id that a pack could have', () => {
    expect(APPS.filter(({ id }) => id.startsWith(OWN_ID)).map(({ id }) => id)).toEqual([]);
  });

  it('have steps that a pack can have too', () => {
    for (const app of APPS) {
      for (const way of ['modern', 'password'] as const) {
        const steps: readonly SetupStep[] | undefined = app.setup[way];
        if (!steps) continue;
        const text = changed([...APP, 'setup'], { [way]: JSON.parse(JSON.stringify(steps)) });
        const supported = JSON.parse(text) as { apps: { modernSignIn: { support: string } }[] };
        for (const one of supported.apps) one.modernSignIn.support = 'always';
        expect(problems(readPack(JSON.stringify(supported), AROUND)), `${app.id} ${way}`).toEqual([]);
      }
    }
  });
});
