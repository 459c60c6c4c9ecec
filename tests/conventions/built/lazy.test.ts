/** What the panel's first paint must not wait for: the knowledge comes when it is painted, rooms when they are opened. */
import { describe, expect, it } from 'vitest';
import { APPS } from '@/utils/catalogue/index.ts';
import { FAMILIES } from '@/utils/troubleshoot/families.ts';
import { measure } from '../../run/sizes.mjs';
import { filesBelow, readText } from '../project-files.ts';

/** A text of each part that no other part speaks. */
const MARKS: readonly (readonly [part: string, texts: readonly string[]])[] = [
  ['the catalogue', APPS.map(({ id, aliases }) => aliases[0] ?? id).filter((text) => text.length >= 8)],
  ['the sources of verdicts', ['Deprecation of Basic authentication in Exchange Online']],
  ['Fix a problem', FAMILIES.map(({ means }) => means[0] ?? '').filter((text) => text !== '')],
  ['the set-ups', ['PHPMailer', 'passwordeval']],
  ['the common questions', ['question_how_answer']],
  ['the missing option', ['missing_none_text']],
];

describe.each(['chrome', 'firefox'] as const)('the panel in the build for %s', (family) => {
  const folder = `.output/${family}-mv3/`;
  const panel = measure(family).find(({ name }) => name === 'panel')?.files ?? [];
  const first = panel.filter((file) => file.endsWith('.js')).map((file) => readText(folder + file));
  const script = readText(`${folder}security-info.js`);
  const all = filesBelow(folder)
    .filter((file) => file.endsWith('.js'))
    .map(readText);

  it.each(MARKS)('paints first without %s, which is in the build all the same', (_, texts) => {
    expect(first.length).toBeGreaterThan(0);
    expect(texts.length).toBeGreaterThan(0);
    const within = (files: readonly string[]) =>
      texts.filter((text) => files.some((file) => file.includes(text)));
    expect(within(first)).toEqual([]);
    expect(within([script])).toEqual([]);
    expect(within(all)).toEqual(texts);
  });
});
