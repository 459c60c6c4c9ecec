/**
 * JSON from somebody else's hands: parsed with the line of every value at hand, and within bounds. The browser's
 * own parser knows no lines, takes the last of two equal keys without a word, and goes as deep as the text does.
 */

/** Keys and positions from the outermost value to one inside it. */
export type JsonPath = readonly (string | number)[];

export interface JsonBounds {
  /** How many lists and objects may lie in one another. */
  readonly depth: number;
  /** How many values there may be in all. */
  readonly values: number;
}

export type JsonProblem =
  /** Something that is no JSON stands on this line. */
  | { readonly why: 'syntax'; readonly line: number }
  /** The text ends before it is complete. */
  | { readonly why: 'cut'; readonly line: number }
  | { readonly why: 'too-deep'; readonly line: number }
  | { readonly why: 'too-much'; readonly line: number }
  /** One object has this key twice. */
  | { readonly why: 'repeated'; readonly line: number; readonly key: string };

export type LocatedJson =
  | {
      readonly ok: true;
      /** Objects in it have no prototype, so that `__proto__` is a key like any other. */
      readonly value: unknown;
      /**
       * The line, from 1, on which the value at `path` begins: a member's line is that of its key. What is not
       * there has the line of the nearest thing around it.
       */
      lineOf(path: JsonPath): number;
    }
  | ({ readonly ok: false } & JsonProblem);

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

type Lines = WeakMap<object, Map<string | number, number>>;

class Stopped extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem.why);
    this.problem = problem;
  }
}

/** @returns the value with its lines, or the first thing that is wrong and where; never throws */
export function parseWithLines(text: string, bounds: JsonBounds): LocatedJson {
  const lines: Lines = new WeakMap();
  try {
    const value = parse(text, bounds, lines);
    return { ok: true, value, lineOf: (path) => lineAt(value, lines, path) };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, ...error.problem };
    throw error;
  }
}

/**
 * Where a text in JSON ends.
 * @param from behind its opening quotation mark
 * @returns the place of the closing one, or -1
 */
export function endOfJsonText(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function lineAt(root: unknown, lines: Lines, path: JsonPath): number {
  let line = 1;
  let inside: unknown = root;
  for (const key of path) {
    if (typeof inside !== 'object' || inside === null) return line;
    const found = lines.get(inside)?.get(key);
    if (found === undefined) return line;
    line = found;
    inside = (inside as Record<string | number, unknown>)[key];
  }
  return line;
}

function parse(text: string, bounds: JsonBounds, lines: Lines): unknown {
  let at = 0;
  let line = 1;
  let left = bounds.values;

  const stop = (why: 'syntax' | 'too-deep' | 'too-much'): never => {
    throw new Stopped({ why: why === 'syntax' && at >= text.length ? 'cut' : why, line });
  };
  const skipBlank = (): void => {
    BLANK.lastIndex = at;
    BLANK.test(text);
    for (; at < BLANK.lastIndex; at += 1) if (text.charCodeAt(at) === 0x0a) line += 1;
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const expect = (character: string): void => {
    skipBlank();
    if (text[at] !== character) stop('syntax');
    at += 1;
  };
  const readString = (): string => {
    const end = endOfJsonText(text, at + 1);
    // A text without an end runs to the end of the file.
    if (end === -1) throw new Stopped({ why: 'cut', line });
    const written = text.slice(at, end + 1);
    at = end + 1;
    try {
      return JSON.parse(written) as string;
    } catch {
      at = end;
      return stop('syntax');
    }
  };

  const readValue = (depth: number): unknown => {
    skipBlank();
    left -= 1;
    if (left < 0) stop('too-much');
    const first = text[at];
    if (first === '{' || first === '[') {
      if (depth >= bounds.depth) stop('too-deep');
      at += 1;
      return first === '{' ? readObject(depth + 1) : readList(depth + 1);
    }
    if (first === '"') return readString();
    for (const [word, value] of WORDS) {
      const found = text.slice(at, at + word.length);
      if (!word.startsWith(found)) continue;
      at += found.length;
      // Otherwise the file ends in the middle of it.
      return found === word ? value : stop('syntax');
    }
    const number = take(NUMBER);
    return number === null ? stop('syntax') : Number(number);
  };

  const readList = (depth: number): unknown[] => {
    const list: unknown[] = [];
    const at0 = new Map<string | number, number>();
    lines.set(list, at0);
    skipBlank();
    if (text[at] === ']') {
      at += 1;
      return list;
    }
    for (;;) {
      skipBlank();
      at0.set(list.length, line);
      list.push(readValue(depth));
      skipBlank();
      if (text[at] === ']') break;
      expect(',');
    }
    at += 1;
    return list;
  };

  const readObject = (depth: number): unknown => {
    const object = Object.create(null) as Record<string, unknown>;
    const at0 = new Map<string | number, number>();
    lines.set(object, at0);
    skipBlank();
    if (text[at] === '}') {
      at += 1;
      return object;
    }
    for (;;) {
      skipBlank();
      if (text[at] !== '"') stop('syntax');
      const keyLine = line;
      const key = readString();
      if (at0.has(key)) throw new Stopped({ why: 'repeated', line: keyLine, key });
      at0.set(key, keyLine);
      expect(':');
      object[key] = readValue(depth);
      skipBlank();
      if (text[at] === '}') break;
      expect(',');
    }
    at += 1;
    return object;
  };

  const value = readValue(0);
  skipBlank();
  if (at < text.length) stop('syntax');
  return value;
}
