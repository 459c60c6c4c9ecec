/** A hand-out as Markdown and as plain text, for tickets and chats. Pictures stay out: the words say all. */
import type { Block, Handout, HandoutStep, Sheet } from './handout.ts';
import type { Line, Run } from './line.ts';
import { linkAddress } from './policy-rules.ts';

/** How one of the two forms writes the parts of a hand-out. */
interface Form {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly run: (run: Run) => string;
  /** Words of the product. */
  readonly own: (text: string) => string;
  /** Words of somebody else. */
  readonly foreign: (text: string) => string;
  readonly code: (text: string) => string;
  readonly rule: string;
}

/** What begins or ends something in Markdown, in the middle of a line. */
const MARKS = /[\\`*_[\]<>&|~]/g;
/** And at the beginning of one. */
const BEGINNING = /^(\s*)([-+#=>]|\d+(?=[.)]))/;
/** Everything that may ever mean anything, also to the dialects of trackers (mentions, bare addresses). */
const ANY = /[!-/:-@[-`{-~]/g;

/** Words of the product: readable also where nobody turns Markdown into anything. */
function escaped(text: string): string {
  return text.replace(MARKS, '\\$&').replace(BEGINNING, '$1\\$2');
}

/** Somebody else's words: no character of them can mean anything. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(ANY, '\\$&');
}

const MARKDOWN: Form = {
  title: (text) => `# ${text}`,
  heading: (text) => `## ${text}`,
  strong: (text) => `**${text}**`,
  own: escaped,
  foreign: escapeMarkdown,
  run({ text, as, url }) {
    const words = as === undefined ? escaped(text) : escapeMarkdown(text);
    const address = url === undefined ? null : linkAddress(url);
    // Angle brackets keep an address whole; what could end them is encoded in it.
    if (address !== null) {
      const whole = address.replace(/[<>\\\s]/g, encodeURIComponent);
      return text === url ? `<${whole}>` : `[${words}](<${whole}>)`;
    }
    return as === 'label' ? `**${words}**` : words;
  },
  code: (text) => {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}\n${text}\n${fence}`;
  },
  rule: '---',
};

const PLAIN: Form = {
  title: (text) => `${text}\n${'='.repeat(Math.min(text.length, 72))}`,
  heading: (text) => `${text}\n${'-'.repeat(Math.min(text.length, 72))}`,
  strong: (text) => text,
  own: (text) => text,
  foreign: (text) => text.replace(/\s+/g, ' '),
  run({ text, as, url }) {
    const words = as === 'label' ? `“${text}”` : text;
    const address = url === undefined ? null : linkAddress(url);
    if (address === null || text === url) return words;
    return `${words} (${address.replace(/^(mailto|tel):/, '')})`;
  },
  code: (text) => text,
  rule: '',
};

export function handoutMarkdown(handout: Handout): string {
  return write(handout, MARKDOWN);
}

export function handoutText(handout: Handout): string {
  return write(handout, PLAIN);
}

function write(handout: Handout, form: Form): string {
  const { name, contacts } = handout.organisation;
  const asked = contacts
    .map(({ label, url }) => form.run({ text: label, as: 'name', ...(url === null ? {} : { url }) }))
    .join(', ');
  const parts = [
    ...(name === null ? [] : [form.strong(form.foreign(name))]),
    ...handout.sheets.flatMap((sheet, index) => [
      ...(index > 0 && form.rule !== '' ? [form.rule] : []),
      ...sheetParts(sheet, form),
    ]),
    ...(asked === '' ? [] : [`${form.strong(form.own(handout.contactsTitle))} ${asked}`]),
    form.own(handout.foot),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sheetParts({ title, vendor, blocks }: Sheet, form: Form): string[] {
  return [
    form.title(form.foreign(title)),
    form.foreign(vendor),
    ...blocks.flatMap((block) => blockParts(block, form)),
  ];
}

function blockParts(block: Block, form: Form): string[] {
  const line = (of: Line) => of.map(form.run).join('');
  switch (block.is) {
    case 'heading':
      return [form.heading(form.own(block.text))];
    case 'text':
      return [line(block.line)];
    case 'verdict':
      return [`${form.strong(form.own(block.word))}: ${form.own(block.about)}`, ...block.reasons.map(line)];
    case 'steps':
      return [stepLines(block.steps, form)];
    case 'list':
      return [
        block.items.map(({ title, text }) => `- ${form.strong(line(title))}: ${form.own(text)}`).join('\n'),
      ];
    case 'sources':
      return [form.heading(form.own(block.title)), block.items.map((item) => `- ${line(item)}`).join('\n')];
  }
}

function stepLines(steps: readonly HandoutStep[], form: Form): string {
  let number = 0;
  return steps
    .map(({ say, copy, isNote }) => {
      const words = say.map(form.run).join('');
      const mark = isNote ? '- ' : `${++number}. `;
      const code = copy === null ? '' : `\n\n${form.code(copy.trimEnd())}`.replace(/\n(?=.)/g, '\n   ');
      return `${mark}${words}${code}${copy === null ? '' : '\n'}`;
    })
    .join('\n');
}
