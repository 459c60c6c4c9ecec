/**
 * What a pack of walkthroughs may hold, as a schema: every field with its bounds, a closed set of steps, no key that
 * is not known. A pack comes from somebody else's hands (SECURITY.md R16, R27). The schema's messages are the kinds of
 * pack-problems.ts; what concerns a pack beside others and its text is in pack.ts.
 */
import * as v from 'valibot';
import type { AppKind, ModernSignIn, NoteId, Platform, Purpose, SetupStep } from '../catalogue/app.ts';
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';
import { linkAddress } from './policy-rules.ts';

export const PACK_BOUNDS = {
  /** Of the file. */
  bytes: 2 * 1024 * 1024,
  /** How deep a pack goes: pack, apps, app, set-up, steps, step, lines. */
  depth: 10,
  values: 60_000,
  apps: 200,
  aliases: 12,
  /** Of a pack; an app has fewer. */
  links: 20,
  appLinks: 5,
  steps: 60,
  menu: 8,
  lines: 200,
} as const;

/** Longest texts, in UTF-16 units. */
const NAME = 80;
const LABEL = 120;
const LINE = 500;
const COMMAND = 1_000;
const APP_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;

/** Every id in a pack begins so, and no id of Keytag's own ever does: a pack can hide or replace none of them. */
export const OWN_ID = 'own-';

/**
 * Control characters, lone surrogates, line ends; what hides or turns text, but for the two joiners that Persian,
 * Hindi and emoji are written with; and letters buried under marks.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|\p{M}{5}/u;

/** A name in the DNS or an address of a machine. */
const HOST =
  /^(?:(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}|(?:\d{1,3}\.){3}\d{1,3})(?::\d+)?$/iu;
/** Providers are called by their domain in many a list. */
const OF_MICROSOFT = /(?:^|\.)(?:outlook|office365|office|hotmail|live|microsoft)\.com$/i;

/** Who is spoken for in a pack must not look like one of these. */
const RESERVED = ['microsoft', 'keytag'];

const objectMessage = (issue: v.StrictObjectIssue): string =>
  issue.expected === 'never' ? 'surplus' : issue.expected === 'Object' ? 'object' : 'missing';

const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, objectMessage);

const text = (most: number) =>
  v.pipe(
    v.string('text'),
    v.maxLength(most, 'long'),
    v.check((input) => !UNSEEN.test(input), 'unseen'),
    v.trim(),
    v.minLength(1, 'empty'),
  );

/** A line of a file: blanks in front count, tabs may stand in it, and it may be empty. */
const line = v.pipe(
  v.string('text'),
  v.maxLength(LINE, 'long'),
  v.check((input) => !UNSEEN.test(input.replaceAll('\t', ' ')), 'unseen'),
);

/** The number of items is looked at before the items are. */
const list = <const Item extends v.GenericSchema>(item: Item, most: number, least = 0) =>
  v.pipe(
    v.array(v.unknown(), 'list'),
    v.maxLength(most, 'too_many'),
    v.minLength(least, 'empty_list'),
    v.array(item, 'list'),
    v.readonly(),
  );

const oneOf = <const Of extends readonly string[]>(of: Of) => v.picklist(of, 'choice');

const link = object({
  label: text(NAME),
  url: v.pipe(
    v.string('text'),
    v.maxLength(LINE, 'long'),
    v.check((input) => linkAddress(input) !== null, 'link'),
    v.transform((input) => linkAddress(input) ?? ''),
  ),
});

const NOTES = [
  'from-must-match',
  'no-port-465',
  'tls-12',
  'keep-out-of-code',
  'admin-consent',
  'model-dependent',
  'remove-old-account',
  'labels-may-differ',
  'token-command',
  'device-code',
  'smtp-auth-switch',
  'wait-a-few-minutes',
] as const satisfies readonly NoteId[];

const label = text(LABEL);

const value = v.variant(
  'is',
  [
    object({ is: v.literal('text'), text: label }),
    object({ is: v.literal('address') }),
    object({ is: v.literal('smtp-server') }),
    object({ is: v.literal('smtp-port') }),
  ],
  'choice',
);

/** Exactly the steps of utils/catalogue/app.ts. */
const step = v.variant(
  'do',
  [
    object({ do: v.literal('open'), path: list(label, PACK_BOUNDS.menu, 1) }),
    object({ do: v.literal('choose'), field: label, option: label }),
    object({ do: v.literal('tick'), field: label }),
    object({ do: v.literal('type'), field: label, value }),
    object({ do: v.literal('paste-password'), field: label }),
    object({ do: v.literal('file'), path: label, lines: list(line, PACK_BOUNDS.lines, 1) }),
    object({ do: v.literal('run'), command: text(COMMAND) }),
    object({ do: v.literal('press'), button: label }),
    object({ do: v.literal('sign-in') }),
    object({
      do: v.literal('check'),
      what: oneOf(['test-mail', 'test-scan', 'mail-arrives', 'send-and-receive']),
    }),
    object({ do: v.literal('note'), note: oneOf(NOTES) }),
  ],
  'step',
) satisfies v.GenericSchema<unknown, SetupStep>;

type Steps = readonly SetupStep[];

const count = (steps: Steps, what: SetupStep['do']): number => steps.filter((one) => one.do === what).length;

const isServer = (text: string): boolean => HOST.test(text) && !OF_MICROSOFT.test(text);

/** An app password opens Microsoft's servers alone: no other server's name may be entered beside it. */
const namesNoServer = (one: SetupStep): boolean => {
  if (one.do === 'choose') return !isServer(one.option);
  return one.do !== 'type' || one.value.is !== 'text' || !isServer(one.value.text);
};

const hasCheck = v.check<Steps, 'no_check'>((steps) => count(steps, 'check') > 0, 'no_check');

const password = v.pipe(
  list(step, PACK_BOUNDS.steps, 1),
  v.check((steps) => count(steps, 'paste-password') === 1, 'password_once'),
  v.checkItems(namesNoServer, 'server'),
  hasCheck,
);

const modern = v.pipe(
  list(step, PACK_BOUNDS.steps, 1),
  v.checkItems((one) => one.do !== 'paste-password', 'password_in_modern'),
  hasCheck,
);

const KINDS = ['mail-program', 'mobile', 'service', 'script', 'device'] as const satisfies readonly AppKind[];
const PLATFORMS = [
  'windows',
  'macos',
  'linux',
  'ios',
  'android',
  'web',
  'server',
  'appliance',
] as const satisfies readonly Platform[];
/** Signing in by itself is for consoles that Microsoft names; no organisation can add one. */
const PURPOSES = ['read', 'send'] as const satisfies readonly Purpose[];
const SUPPORT = [
  'always',
  'since',
  'some-models',
  'by-hand',
  'none',
  'unknown',
] as const satisfies readonly ModernSignIn['support'][];

const app = object({
  id: v.pipe(
    v.string('text'),
    v.maxLength(NAME, 'long'),
    v.regex(APP_ID, 'id'),
    v.check((id) => id.startsWith(OWN_ID) && id.length > OWN_ID.length, 'id'),
  ),
  name: text(NAME),
  vendor: v.exactOptional(text(NAME)),
  aliases: v.exactOptional(list(text(NAME), PACK_BOUNDS.aliases)),
  kind: oneOf(KINDS),
  platforms: v.exactOptional(list(oneOf(PLATFORMS), PLATFORMS.length)),
  purposes: list(oneOf(PURPOSES), PURPOSES.length, 1),
  modernSignIn: v.exactOptional(
    v.pipe(
      object({ support: oneOf(SUPPORT), since: v.exactOptional(text(NAME)) }),
      v.check(({ support, since }) => (support === 'since') === (since !== undefined), 'since'),
    ),
  ),
  setup: v.pipe(
    object({ modern: v.exactOptional(modern), password: v.exactOptional(password) }),
    v.check((ways) => ways.modern !== undefined || ways.password !== undefined, 'no_steps'),
  ),
  links: v.exactOptional(list(link, PACK_BOUNDS.appLinks)),
});

const speaksForItself = (name: string): boolean => {
  const letters = name.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  return !RESERVED.some((word) => letters.toLowerCase().includes(word));
};

/** Everything beside format and version, which are looked at first. */
export const packSchema = object({
  format: v.unknown(),
  version: v.unknown(),
  organisation: v.pipe(text(NAME), v.check(speaksForItself, 'reserved')),
  title: text(LABEL),
  released: v.pipe(
    v.string('text'),
    v.check(isDay, 'day'),
    v.transform((day) => day as Day),
  ),
  language: v.exactOptional(v.pipe(v.string('text'), v.regex(LANGUAGE, 'language'))),
  contacts: list(link, PACK_BOUNDS.links, 1),
  links: v.exactOptional(list(link, PACK_BOUNDS.links)),
  apps: list(app, PACK_BOUNDS.apps, 1),
});

export type PackOutput = v.InferOutput<typeof packSchema>;
