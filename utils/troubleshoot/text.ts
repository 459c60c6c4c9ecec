/**
 * Error texts as people paste them, made comparable. Logs break lines, quote, colour and escape; printers drop
 * spaces. So letters and digits are what counts, and every step here is bounded: the work never grows faster
 * than the text.
 */

/** A piece of the text in the form signs are looked for in. */
export interface Passage {
  /** Letters and digits in small letters; a dot stands wherever anything separated a digit from its neighbour:
   * `535.5.7.139.authenticationunsuccessful`. */
  readonly full: string;
  /** Letters only. */
  readonly letters: string;
}

/** Texts up to this length are read whole, longer ones around the places that look like an error. */
const WHOLE = 24_000;
const PASSAGE = 2_400;
const OVERLAP = 600;
const BEFORE = 300;
const AFTER = 700;
/** How far an anchor is followed: over the whole text, and again in its last part, where the newest lines are. */
const HITS_FROM_THE_START = 200;
const HITS_IN_THE_TAIL = 1_000;
const TAIL = 64_000;
const FIRST_HITS = 4;
const LAST_HITS = 24;

/** What an error has near it. Only these places of a very long text are read. */
const ANCHORS = [
  '535',
  '5.7.',
  '1102',
  'aadsts',
  '0x800',
  'eauth',
  'authent',
  'login',
  'logon',
  'failed',
  'failure',
  'error',
  'ssl',
  'econn',
  'reset by',
  'unexpected',
  'temporary',
  'not available',
  'limit',
  'credential',
  'certificate',
  'starttls',
  'tls',
  'timed out',
  'timeout',
  'refused',
  'resolve',
  'enotfound',
  'getaddrinfo',
  'unauthorized',
  ' 401',
] as const;

/** The text as passages, in its order. Never fails, whatever the text holds. */
export function passagesOf(text: string): readonly Passage[] {
  return piecesOf(text).flatMap((piece) => chunks(comparable(piece)).map(toPassage));
}

/** The one form in which a sign's phrase and a passage are compared. */
export function normalised(text: string): string {
  return comparable(text).replace(/\./g, '');
}

function toPassage(full: string): Passage {
  return { full, letters: full.replace(/[\d.]+/g, '') };
}

function chunks(text: string): string[] {
  if (text.length <= PASSAGE) return text ? [text] : [];
  const found: string[] = [];
  for (let at = 0; at < text.length; at += PASSAGE - OVERLAP) found.push(text.slice(at, at + PASSAGE));
  return found;
}

function piecesOf(text: string): string[] {
  if (text.length <= WHOLE) return [text];
  const small = text.toLowerCase();
  const hits: number[] = [0, Math.max(0, text.length - AFTER)];
  for (const anchor of ANCHORS) {
    const found: number[] = [];
    for (const [from, most] of [
      [0, HITS_FROM_THE_START],
      [Math.max(0, small.length - TAIL), HITS_IN_THE_TAIL],
    ] as const) {
      let at = from - 1;
      for (let count = 0; count < most; count += 1) {
        at = small.indexOf(anchor, at + 1);
        if (at < 0) break;
        found.push(at);
      }
    }
    hits.push(...found.slice(0, FIRST_HITS), ...found.slice(-LAST_HITS));
  }
  return windows(text, hits);
}

/** Windows around the hits, overlapping ones joined; the last ones win where they are too many. */
function windows(text: string, hits: readonly number[]): string[] {
  const sorted = hits.toSorted((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const hit of sorted) {
    const from = Math.max(0, hit - BEFORE);
    const to = Math.min(text.length, hit + AFTER);
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  const kept: string[] = [];
  let room = WHOLE;
  for (const { from, to } of ranges.toReversed()) {
    if (room <= 0) break;
    const piece = text.slice(Math.max(from, to - room), to);
    room -= piece.length;
    kept.push(piece);
  }
  return kept.toReversed();
}

/** Elements a mail program or a ticket may wrap an error in. Others may be part of the error: `<class 'OSError'>`. */
const TAGS =
  /<\/?(?:a|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|kbd|li|link|meta|o:p|ol|p|pre|q|s|samp|small|span|strong|style|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul|wbr)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITIES = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|[a-z]{2,8});/gi;
/** `\u00e9` of JSON, `\r` and `\n` of quoted strings, `#012` of rsyslog, `=20` and `%20` of mail and addresses,
 * and soft line breaks. */
const ESCAPES = /\\u([\da-f]{4})|\\[rnt0"']|#01[0-5]|[=%](?:20|0d|0a|3d)|=\r?\n/gi;
/** Colour codes of terminals. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with the control character
const COLOURS = /\x1b\[[\d;]{0,20}[a-z]/gi;

function comparable(text: string): string {
  return (
    text
      .replace(COLOURS, '')
      .replace(TAGS, ' ')
      .replace(ENTITIES, (_, decimal?: string, hex?: string) =>
        decimal ? character(Number(decimal)) : hex ? character(Number.parseInt(hex, 16)) : ' ',
      )
      .replace(ESCAPES, (_, hex?: string) => (hex ? character(Number.parseInt(hex, 16)) : ' '))
      .normalize('NFKD')
      .toLowerCase()
      // Accents, and characters that are there but not seen.
      .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '.')
      .replace(/(?<!\d)\.(?!\d)|^\.|\.$/g, '')
  );
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';
}
