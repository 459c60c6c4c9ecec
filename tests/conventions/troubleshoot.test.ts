/** Every message Fix a problem can speak exists in every language with its arguments, none is left over, and no
 * set-up does what is known to be false advice. */
import { describe, expect, it } from 'vitest';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import { setupContext } from '@/utils/catalogue/server.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { makeSetup, SETUP_IDS } from '@/utils/setups/index.ts';
import type { Diagnosis } from '@/utils/troubleshoot/diagnosis.ts';
import { FAMILIES } from '@/utils/troubleshoot/families.ts';
import { diagnose, diagnoseFamily, diagnoseSymptom, SYMPTOMS } from '@/utils/troubleshoot/index.ts';
import { PROGRAMS } from '@/utils/troubleshoot/programs.ts';
import { WITH_REMOVAL } from '../advisor/support.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;
const languages: Readonly<Record<string, Messages>> = { en, de };
const places = (message: string) => [...new Set(message.match(/\$[1-9]/g) ?? [])].toSorted();

function* diagnoses(): Generator<Diagnosis | undefined> {
  const moments = [
    { today: '2026-11-22' },
    { today: '2027-01-15' },
    { today: '2028-07-01', timeline: WITH_REMOVAL },
  ] as const;
  for (const when of moments) {
    for (const { id } of FAMILIES) yield diagnoseFamily(id, when);
    for (const { id } of SYMPTOMS) yield diagnoseSymptom(id, when);
    yield diagnose('', when);
  }
}

function* spoken(): Generator<Sentence> {
  for (const diagnosis of diagnoses()) {
    if (!diagnosis) continue;
    yield diagnosis.title;
    yield* diagnosis.means;
    yield* diagnosis.steps;
    if (!diagnosis.question) continue;
    yield diagnosis.question.ask;
    for (const answer of diagnosis.question.answers) yield answer.say;
  }
  for (const { label } of SYMPTOMS) yield { key: label };
  for (const { hint } of PROGRAMS) yield { key: hint };
}

const args = new Map<string, number>();
for (const sentence of spoken()) args.set(sentence.key, sentence.args?.length ?? 0);

describe.each([...args])('the message %s', (key, count) => {
  it.each(Object.keys(languages))('exists in %s and uses exactly its arguments', (language) => {
    const message = languages[language]?.[key]?.message;
    expect(message, `add ${key} to public/_locales/${language}`).toBeDefined();
    expect(places(message ?? '')).toEqual(Array.from({ length: count }, (_, index) => `$${index + 1}`));
  });
});

describe('what Fix a problem says', () => {
  it('is all said somewhere', () => {
    const ours = /^(diagnosis_.*_(title|means)|symptom_|fix_(step|hint|ask|answer)_)/;
    expect(Object.keys(en).filter((key) => ours.test(key) && !args.has(key))).toEqual([]);
  });

  it('is calm', () => {
    for (const [language, messages] of Object.entries(languages))
      for (const key of Object.keys(messages).filter((name) =>
        /^(fix|diagnosis|symptom|setupfile|adviser)_/.test(name),
      ))
        expect(messages[key]?.message, `${language} ${key}`).not.toMatch(/!(?!\w)/);
  });

  it('says that admins may switch sending on again, wherever it speaks of the default', () => {
    for (const messages of Object.values(languages))
      for (const key of ['diagnosis_default_off_ahead', 'diagnosis_default_off_done'])
        expect(messages[key]?.message, key).toMatch(/on again|wieder ein/);
  });

  it('speaks of doubt where the certainty is low', () => {
    for (const family of FAMILIES.filter(({ id }) => id.startsWith('something-')))
      expect(family.certainty).toBe('uncertain');
    expect(en.diagnosis_criteria_means.message).toMatch(/don't know/);
    expect(de.diagnosis_criteria_means.message).toMatch(/kennen nicht/);
  });
});

describe('the set-ups', () => {
  const { smtpServer: host, smtpPort: port } = setupContext('work');
  const texts = SETUP_IDS.flatMap((id) =>
    (['environment', 'file', 'secret-store'] as const).flatMap((appPasswordSource) => {
      const { password, oauth } = makeSetup(id, {
        address: 'anna@contoso.example',
        host,
        port,
        appPasswordSource,
      });
      return [password, ...(oauth ? [oauth] : [])].map((way): [string, string] => [
        `${id} ${appPasswordSource}`,
        JSON.stringify(way),
      ]);
    }),
  );

  it.each(texts)('%s: port 587 with STARTTLS, never 465, and no check switched off', (_, text) => {
    expect(text).not.toMatch(/\b465\b|smtps:/);
    expect(text).not.toMatch(
      /--insecure|(?<!\w)-k |tls_certcheck off|verify_peer["' =:]+(?:false|0)|CERT_NONE|rejectUnauthorized|skip_verify = true|SSL_VERIFYPEER/i,
    );
    expect(text).not.toMatch(/imap|pop3/i);
  });

  it('let no app password read mail or do admin work', () => {
    for (const [where, text] of texts)
      expect(text, where).not.toMatch(/Connect-ExchangeOnline|Connect-MsolService|Connect-AzureAD/);
  });
});
