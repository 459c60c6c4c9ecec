/**
 * A pack: an organisation's own walkthroughs in the step language of the catalogue, as JSON text. It comes from a file
 * or from a policy, so it is read as hostile input: either all of it is right, or it is refused with every place that
 * is wrong. What a pack says about apps is an organisation's word and never firmer than that; what Microsoft allows is
 * not its to say. Nothing here stores, shows or trusts a pack. The format is taught in README.md beside this file.
 */
import * as v from 'valibot';
import type { App, Certainty } from '../catalogue/app.ts';
import { decodeText } from '../inventory/formats/text.ts';
import type { Day } from '../lib/day.ts';
import { isRecord } from '../lib/is-record.ts';
import { type JsonPath, type JsonProblem, type LocatedJson, parseWithLines } from '../lib/json-lines.ts';
import type { PackProblem, PackWhy } from './pack-problems.ts';
import { PACK_BOUNDS, type PackOutput, packSchema } from './pack-schema.ts';
import type { OrganisationLink } from './policy-rules.ts';

const PACK_FORMAT = 'keytag-walkthroughs';
const PACK_VERSION = 1;

/** How a pack came here. The browser's management speaks for the organisation; a file says only that it does. */
export type PackSource = 'policy' | 'file';

export interface PackOrigin {
  readonly from: PackSource;
  readonly organisation: string;
}

/** An app of a pack: what the catalogue has of an app, and where it comes from. */
export interface OwnApp extends App {
  readonly origin: PackOrigin;
  /** BCP 47: the language of the labels. */
  readonly language: string;
  readonly links: readonly OrganisationLink[];
}

export interface Pack {
  readonly origin: PackOrigin;
  readonly title: string;
  readonly released: Day;
  readonly contacts: readonly OrganisationLink[];
  readonly links: readonly OrganisationLink[];
  readonly apps: readonly OwnApp[];
}

export interface PackRefusal {
  readonly ok: false;
  /** At least one, in the order of their lines. */
  readonly problems: readonly PackProblem[];
}

export type PackReading = { readonly ok: true; readonly pack: Pack } | PackRefusal;

/** What a pack must keep clear of. */
export interface PackSurroundings {
  readonly from: PackSource;
  /** Whether an app of Keytag's own has this id. */
  readonly isBuiltIn: (id: string) => boolean;
  /** The organisation whose pack, already here, has an app of this id, unless a pack of `organisation` replaces it. */
  readonly ownerOf: (id: string, organisation: string) => string | null;
}

/** No list of problems is longer; the rest is counted by nobody. */
const MOST_PROBLEMS = 50;
const EXCERPT = 160;
/** As in pack-schema.ts, without exception: an excerpt shows what was hidden as a box. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * How firmly a pack may speak of its own apps: an organisation that manages the browser is a credible third party;
 * about a file nobody can be sure.
 */
const CERTAINTY: Readonly<Record<PackSource, Certainty>> = { policy: 'reported', file: 'uncertain' };

/** The text in a file, or why it has none. @param bytes more than `PACK_BOUNDS.bytes` are not looked into */
export function packText(bytes: Uint8Array): { readonly ok: true; readonly text: string } | PackRefusal {
  if (bytes.length > PACK_BOUNDS.bytes) return refused('too_large');
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(decoded.why === 'empty' ? 'empty_file' : 'not_text');
  return decoded.isCut ? refused('cut') : { ok: true, text: decoded.text };
}

/**
 * A pack as a policy has it: a value of JSON, whose lines are those of the value written out with two blanks.
 * @returns as `readPack`
 */
export function readPackValue(value: unknown, around: PackSurroundings): PackReading {
  const written: string | undefined = JSON.stringify(value, null, 2);
  return readPack(written ?? '', around);
}

/**
 * A pack as text: from a file, or as it was stored.
 * @returns the pack, or what is wrong with it in the order of its lines; never throws
 */
export function readPack(text: string, around: PackSurroundings): PackReading {
  // A character takes at least one byte.
  if (text.length > PACK_BOUNDS.bytes) return refused('too_large');
  if (text.trim() === '') return refused('empty_file');
  const rows = text.split('\n');
  const json = parseWithLines(text, PACK_BOUNDS);
  if (!json.ok) return { ok: false, problems: [jsonProblem(json, rows)] };
  const problem = problemMaker(json, rows);

  const { value } = json;
  if (!isRecord(value) || value.format !== PACK_FORMAT) {
    return { ok: false, problems: [problem('not_a_pack', isRecord(value) ? ['format'] : [])] };
  }
  const { version } = value;
  if (version !== PACK_VERSION) {
    const isNewer = typeof version === 'number' && version > PACK_VERSION;
    const why = isNewer ? 'newer' : 'not_a_pack';
    return { ok: false, problems: [problem(why, ['version'], isNewer ? String(version) : undefined)] };
  }

  const parsed = v.safeParse(packSchema, value, { abortPipeEarly: true });
  const problems = parsed.success
    ? clashes(parsed.output, around, problem)
    : parsed.issues.map((issue) => issueProblem(issue, problem, around));
  if (!parsed.success || problems.length > 0) {
    return {
      ok: false,
      problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST_PROBLEMS),
    };
  }
  return { ok: true, pack: packOf(parsed.output, around.from) };
}

/** Ids that are somebody else's or stand twice, and steps for a sign-in that the app is said not to have. */
function clashes(
  { apps, organisation }: PackOutput,
  { isBuiltIn, ownerOf }: PackSurroundings,
  problem: ProblemMaker,
): PackProblem[] {
  const seen = new Set<string>();
  const clashOf = (id: string, path: JsonPath): PackProblem[] => {
    if (isBuiltIn(id)) return [problem('built_in', path, id)];
    if (seen.has(id)) return [problem('twice', path, id)];
    seen.add(id);
    const owner = ownerOf(id, organisation);
    return owner === null ? [] : [problem('taken', path, owner)];
  };
  return apps.flatMap(({ id, setup, modernSignIn }, index) => {
    const found = clashOf(id, ['apps', index, 'id']);
    const support = modernSignIn?.support ?? 'unknown';
    return setup.modern && (support === 'none' || support === 'unknown')
      ? [...found, problem('no_modern', ['apps', index, 'setup', 'modern'])]
      : found;
  });
}

function packOf(output: PackOutput, from: PackSource): Pack {
  const origin: PackOrigin = { from, organisation: output.organisation };
  const { title, released, contacts } = output;
  const certainty = CERTAINTY[from];
  const apps = output.apps.map(
    (app): OwnApp => ({
      id: app.id,
      name: app.name,
      vendor: app.vendor ?? output.organisation,
      aliases: app.aliases ?? [],
      kind: app.kind,
      platforms: app.platforms ?? [],
      purposes: app.purposes,
      modernSignIn: { ...(app.modernSignIn ?? { support: 'unknown' }), certainty },
      passwordSending: { possible: app.setup.password !== undefined, certainty },
      setup: app.setup,
      sources: [
        {
          for: ['modern-sign-in', 'password-sending', 'menu-path'],
          title,
          publisher: output.organisation,
          checked: released,
          certainty,
        },
      ],
      origin,
      language: output.language ?? 'en',
      links: app.links ?? [],
    }),
  );
  return { origin, title, released, contacts, links: output.links ?? [], apps };
}

type ProblemMaker = (why: PackWhy, path: JsonPath, about?: string) => PackProblem;
type Located = Extract<LocatedJson, { ok: true }>;

function problemMaker({ lineOf }: Located, rows: readonly string[]): ProblemMaker {
  return (why, path, about) => {
    const line = lineOf(path);
    return {
      why,
      ...(about !== undefined && { about: shown(about) }),
      path: pathText(path),
      line,
      excerpt: shown(rows[line - 1] ?? ''),
    };
  };
}

function issueProblem(
  issue: v.BaseIssue<unknown>,
  problem: ProblemMaker,
  { isBuiltIn }: PackSurroundings,
): PackProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  // The schema's messages are of this type and no other.
  const why = issue.message as PackWhy;
  switch (why) {
    case 'missing':
    case 'surplus':
      return problem(why, path, String(path.at(-1)));
    case 'too_many':
      // The first one that is too much.
      return problem(why, [...path, Number(issue.requirement)], String(issue.requirement));
    case 'long':
      return problem(why, path, String(issue.requirement));
    case 'id':
      return typeof issue.input === 'string' && isBuiltIn(issue.input)
        ? problem('built_in', path, issue.input)
        : problem(why, path);
    case 'choice':
      return problem(why, path, (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll('"', ''));
    case 'step':
      return issue.path?.at(-1)?.key === 'do'
        ? problem(why, path, written(issue.input))
        : problem('object', path);
    case 'server':
      return problem(why, path, serverOf(issue.path?.at(-1)?.value));
    default:
      return problem(why, path);
  }
}

/** What stands where the name of a step should be. */
function written(input: unknown): string {
  return typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
}

function serverOf(step: unknown): string {
  if (!isRecord(step)) return '';
  return written(isRecord(step.value) ? step.value.text : step.option);
}

function jsonProblem(found: JsonProblem, rows: readonly string[]): PackProblem {
  return {
    why: JSON_WHY[found.why],
    ...('key' in found && { about: shown(found.key) }),
    path: '',
    line: found.line,
    excerpt: shown(rows[found.line - 1] ?? ''),
  };
}

const JSON_WHY: Readonly<Record<JsonProblem['why'], PackWhy>> = {
  syntax: 'syntax',
  cut: 'cut',
  'too-deep': 'too_deep',
  'too-much': 'too_much',
  repeated: 'repeated',
};

/** A pack that is refused as a whole. */
export function refused(why: PackWhy, about?: string): PackRefusal {
  const problem = { why, ...(about !== undefined && { about }), path: '', line: null, excerpt: '' };
  return { ok: false, problems: [problem] };
}

function pathText(path: JsonPath): string {
  return path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`;
      return at === 0 ? shown(key) : `.${shown(key)}`;
    })
    .join('');
}

/** For eyes only: short, and what would hide or turn text is a box. */
function shown(text: string): string {
  const start = text.slice(0, EXCERPT * 4).trim();
  const characters = [...start.replace(HIDDEN, '\u25a1')];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : characters.join('');
}
