/**
 * How one managed value is read: a rule per kind of value, each with its bounds. A managed value is as hostile as
 * any other input (SECURITY.md R29): it may have any type, size and depth, and reading it never throws.
 *
 * The same rules tell the deployment files what may be written (tests/run/policies), so a rule also says its kind
 * and bounds. Nothing here knows a key, the browser or a language.
 */
import { isRecord } from '../lib/is-record.ts';

/** Why a value, or one item of a list, was ignored; message `policy_problem_<why>`. */
export type PolicyWhy =
  /** Another type than the key has. */
  | 'type'
  /** A number outside the bounds, or no whole number. */
  | 'range'
  /** None of the words or numbers the key knows. */
  | 'choice'
  /** Empty, too long, or with characters that can't be seen. */
  | 'text'
  /** No https:, mailto: or tel: address, or one that hides where it leads. */
  | 'url'
  /** No PNG image, or too large. */
  | 'logo'
  /** More items than are read. */
  | 'too_many'
  /** Text that should be JSON and is not. */
  | 'json'
  /** Not the id of an app. */
  | 'app'
  /** A key that this version doesn't know. */
  | 'unknown';

/** What came out of one value: the value, and what was wrong with it or its items (counted from 1). */
export interface Reading<Value> {
  readonly value: Value | null;
  readonly problems: readonly { readonly why: PolicyWhy; readonly item?: number }[];
}

export type RuleShape =
  | { readonly is: 'text'; readonly most: number }
  | { readonly is: 'logo'; readonly mostBytes: number; readonly mostPixels: number }
  | {
      readonly is: 'links';
      readonly most: number;
      readonly longestLabel: number;
      readonly longestUrl: number;
    }
  | { readonly is: 'number'; readonly from: number; readonly to: number }
  | { readonly is: 'one-number'; readonly of: readonly number[] }
  | { readonly is: 'one-word'; readonly of: readonly string[] }
  | { readonly is: 'flag' }
  | { readonly is: 'hours' }
  | { readonly is: 'apps'; readonly most: number }
  | { readonly is: 'pack'; readonly mostBytes: number };

export interface Rule<Value> {
  readonly shape: RuleShape;
  read(input: unknown): Reading<Value>;
}

export interface OrganisationLink {
  readonly label: string;
  /** `https:`, `mailto:` or `tel:`, as the parser wrote it. */
  readonly url: string;
}

/** Longest JSON text that is looked at; managed values written as text come from registries without lists. */
const LONGEST_JSON = 1_048_576;
/** Characters that turn text around, hide in it or break its line, and lone surrogates. Joiners are letters of some scripts. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const APP_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const APP_ID_LONGEST = 80;

const good = <Value>(value: Value): Reading<Value> => ({ value, problems: [] });
const bad = (why: PolicyWhy): Reading<never> => ({ value: null, problems: [{ why }] });

/** One line of text that can be shown, without blanks around it. @param most UTF-16 units */
export function text(most: number): Rule<string> {
  return {
    shape: { is: 'text', most },
    read: (input) => (typeof input === 'string' ? readText(input, most) : bad('type')),
  };
}

/** A whole number between two others, both included. */
export function number(from: number, to: number): Rule<number> {
  return {
    shape: { is: 'number', from, to },
    read(input) {
      if (typeof input !== 'number') return bad('type');
      return Number.isSafeInteger(input) && input >= from && input <= to ? good(input) : bad('range');
    },
  };
}

/** One of a few numbers. */
export function oneNumber<const Of extends number>(of: readonly Of[]): Rule<Of> {
  return {
    shape: { is: 'one-number', of },
    read(input) {
      if (typeof input !== 'number') return bad('type');
      const found = of.find((each) => each === input);
      return found === undefined ? bad('choice') : good(found);
    },
  };
}

/** One of a few words. */
export function oneWord<const Of extends string>(of: readonly Of[]): Rule<Of> {
  return {
    shape: { is: 'one-word', of },
    read(input) {
      if (typeof input !== 'string') return bad('type');
      const found = of.find((each) => each === input);
      return found === undefined ? bad('choice') : good(found);
    },
  };
}

/** Yes or no. Firefox hands registry numbers on as they are, so 1 and 0 count too. */
export function flag(): Rule<boolean> {
  return {
    shape: { is: 'flag' },
    read: (input) =>
      typeof input === 'boolean' ? good(input) : input === 1 || input === 0 ? good(input === 1) : bad('type'),
  };
}

/** Two local hours from 0 to 23, `{ from, to }`; the same hour twice means never. */
export function hours(): Rule<{ readonly from: number; readonly to: number }> {
  const isHour = (value: unknown): value is number =>
    Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 23;
  return {
    shape: { is: 'hours' },
    read(input) {
      const given = unwritten(input);
      if (given === NOT_JSON) return bad('json');
      if (!isRecord(given)) return bad('type');
      const { from, to } = given;
      if (typeof from !== 'number' || typeof to !== 'number') return bad('type');
      return isHour(from) && isHour(to) ? good({ from, to }) : bad('range');
    },
  };
}

/** Links, each by itself: a bad one is left out, the others stay. */
export function links(most: number): Rule<readonly OrganisationLink[]> {
  const longestLabel = 80;
  const longestUrl = 2_048;
  return {
    shape: { is: 'links', most, longestLabel, longestUrl },
    read: (input) =>
      readList(input, most, (item) => {
        if (!isRecord(item)) return bad('type');
        const { label, url } = item;
        if (typeof label !== 'string' || typeof url !== 'string') return bad('type');
        const shown = readText(label, longestLabel);
        if (shown.value === null) return bad('text');
        const address = linkAddress(url, longestUrl);
        return address === null ? bad('url') : good({ label: shown.value, url: address });
      }),
  };
}

/** Ids of apps, each by itself and once. Whether there is such an app is not known here. */
export function apps(most: number): Rule<readonly string[]> {
  return {
    shape: { is: 'apps', most },
    read(input) {
      const { value, problems } = readList(input, most, (item) => {
        if (typeof item !== 'string') return bad('type');
        return item.length <= APP_ID_LONGEST && APP_ID.test(item) ? good(item) : bad('app');
      });
      return { value: value && [...new Set(value)], problems };
    },
  };
}

/**
 * An image for the organisation's region: `data:image/png;base64,…` only, of bounded size in bytes and, since a
 * small file may unfold to a huge picture, in pixels.
 */
export function logo(mostBytes: number, mostPixels: number): Rule<string> {
  return {
    shape: { is: 'logo', mostBytes, mostPixels },
    read(input) {
      if (typeof input !== 'string') return bad('type');
      return isPng(input, mostBytes, mostPixels) ? good(input) : bad('logo');
    },
  };
}

/** A pack of walkthroughs, as an object or as its JSON text; what is in it is judged by utils/helpdesk/pack.ts. */
export function pack(): Rule<Readonly<Record<string, unknown>>> {
  return {
    shape: { is: 'pack', mostBytes: LONGEST_JSON },
    read(input) {
      const given = unwritten(input);
      if (given === NOT_JSON) return bad('json');
      return isRecord(given) ? good(given) : bad('type');
    },
  };
}

/**
 * Whether an address may become a link that people press in Keytag, and how it is written then.
 *
 * @param longest UTF-16 units
 * @returns the address as the URL parser writes it; `null` for any other scheme than https, mailto and tel, for
 * user names in it, for characters that can't be seen, and for what is no address
 */
export function linkAddress(input: string, longest = 2_048): string | null {
  if (input.length > longest || UNSEEN.test(input) || !URL.canParse(input)) return null;
  const url = new URL(input);
  switch (url.protocol) {
    case 'https:':
      return url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null;
    case 'mailto:':
      return /^[^@\s/?]+@[^@\s/?]+$/.test(url.pathname) ? url.href : null;
    case 'tel:': {
      const digits = input.slice('tel:'.length).replaceAll(' ', '');
      return /^\+?[\d().-]{2,40}$/.test(digits) ? `tel:${digits}` : null;
    }
    default:
      return null;
  }
}

function readText(input: string, most: number): Reading<string> {
  // Before anything walks through it.
  if (input.length > most * 4) return bad('text');
  const line = input.trim();
  return line !== '' && line.length <= most && !UNSEEN.test(line) ? good(line) : bad('text');
}

const NOT_JSON = Symbol('no JSON');

/** Lists and objects may come as JSON text: a registry has no other way to write them. */
function unwritten(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  if (input.length > LONGEST_JSON) return NOT_JSON;
  try {
    const parsed: unknown = JSON.parse(input);
    return parsed;
  } catch {
    return NOT_JSON;
  }
}

function readList<Item>(
  input: unknown,
  most: number,
  read: (item: unknown) => Reading<Item>,
): Reading<readonly Item[]> {
  const given = unwritten(input);
  if (given === NOT_JSON) return bad('json');
  if (!Array.isArray(given)) return bad('type');
  if (given.length > most) return bad('too_many');
  const value: Item[] = [];
  const problems: Reading<Item>['problems'][number][] = [];
  for (const [index, item] of given.entries()) {
    const reading = read(item);
    if (reading.value !== null) value.push(reading.value);
    problems.push(...reading.problems.map(({ why }) => ({ why, item: index + 1 })));
  }
  return { value, problems };
}

const PNG_PREFIX = 'data:image/png;base64,';
/** The eight bytes every PNG begins with, and its first chunk's length (13) and name (IHDR). */
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
/** Its last chunk: no bytes, IEND, check sum. */
const PNG_END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

function isPng(input: string, mostBytes: number, mostPixels: number): boolean {
  if (!input.startsWith(PNG_PREFIX) || input.length > PNG_PREFIX.length + Math.ceil(mostBytes / 3) * 4) {
    return false;
  }
  const base64 = input.slice(PNG_PREFIX.length);
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return false;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (bytes.length > mostBytes || bytes.length < PNG_HEAD.length + 8 + PNG_END.length) return false;
  const startsRight = PNG_HEAD.every((byte, at) => bytes[at] === byte);
  const endsRight = PNG_END.every((byte, at) => bytes[bytes.length - PNG_END.length + at] === byte);
  const view = new DataView(bytes.buffer);
  const isSize = (pixels: number): boolean => pixels >= 1 && pixels <= mostPixels;
  return startsRight && endsRight && isSize(view.getUint32(16)) && isSize(view.getUint32(20));
}
