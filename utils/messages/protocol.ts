/**
 * The one wire format between the extension's contexts. No logic and no state live here: what messages
 * there are, who may send each, and how an unknown value becomes one. Unknown keys, wrong types, over-long
 * texts and prototype names are refused, not repaired.
 */
import * as v from 'valibot';
import { labelLanguages } from '../pages/labels.ts';
import { LAYERS, type PageState, TARGET_NAMES } from '../pages/security-info/state.ts';
import { appId, day, hour, id, name, names, ROW_NAME, SHORT, shortText } from './fields.ts';

/** Who may speak: derived by the receiver from the browser's word, never from the message (sender.ts). */
export type SenderKind = 'provider-page' | 'rehearsal' | 'panel';

const pageState = v.variant('kind', [
  v.strictObject({ kind: v.literal('elsewhere') }),
  v.strictObject({ kind: v.literal('unrecognised'), open: v.boolean() }),
  v.strictObject({ kind: v.literal('list'), names, rows: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({
    kind: v.literal('picker'),
    form: v.picklist(['drop-down', 'cards']),
    appPassword: v.picklist(['offered', 'chosen', 'not-listed', 'unreadable']),
    more: v.boolean(),
    entries: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.strictObject({ kind: v.literal('name'), refused: v.boolean(), ready: v.boolean() }),
  v.strictObject({ kind: v.literal('creating') }),
  v.strictObject({ kind: v.literal('result') }),
  v.strictObject({ kind: v.literal('failed'), limit: v.boolean() }),
  v.strictObject({ kind: v.literal('other-method') }),
  v.strictObject({ kind: v.literal('confirm') }),
  v.strictObject({ kind: v.literal('interrupted') }),
]) satisfies v.GenericSchema<unknown, PageState>;

const pageLabel = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(ROW_NAME)),
  lang: v.pipe(v.string(), v.regex(/^[A-Za-z-]{0,16}$/)),
});
const pageLabels = v.strictObject(
  Object.fromEntries(TARGET_NAMES.map((target) => [target, v.exactOptional(pageLabel)])) as Record<
    (typeof TARGET_NAMES)[number],
    v.ExactOptionalSchema<typeof pageLabel, undefined>
  >,
);

const sighting = v.strictObject({
  state: pageState,
  labels: pageLabels,
  languageKnown: v.boolean(),
  unchangedFor: v.pipe(v.number(), v.minValue(0)),
});

/** How it was read: closed sets alone, for these lines may end in a report to a helpdesk. */
const how = v.strictObject({
  layer: v.picklist(LAYERS),
  missed: v.nullable(v.picklist(TARGET_NAMES)),
  language: v.nullable(v.picklist(labelLanguages())),
});

const nothing = v.strictObject({});
const where = v.picklist(['microsoft', 'rehearsal']);
/** An entry of the inventory, by its id. */
const tag = v.nullable(id);

/** More dated changes than there will ever be at once; more entries than a person puts off one by one. */
const CHANGES = 50;
const SNOOZED = 1_000;

const wholeDays = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
/** As utils/rotation/settings.ts has them, which looks at each once more: it can't be reached from here. */
const reminderSettings = v.strictObject({
  isOn: v.boolean(),
  hour,
  lead: wholeDays,
  quiet: v.nullable(v.strictObject({ from: hour, to: hour })),
  interval: v.nullable(wholeDays),
  showsNames: v.boolean(),
});

interface MessageRule {
  readonly from: readonly SenderKind[];
  readonly payload: v.GenericSchema<unknown, unknown>;
}

/** Messages to the background. A new message is one entry here and one handler; a missing handler does
 * not compile. */
export const PROTOCOL = {
  /** A page of Microsoft's has come up and asks whether a task is running on such pages. Answers with what
   * is pushed to pages. The rehearsal page reads session storage itself. */
  'page.hello': { from: ['provider-page'], payload: nothing },
  /** A page was opened by a link to the guide. Answers whether it is one we know: `true` also when the
   * person is asked first. */
  'link.opened': { from: ['provider-page'], payload: v.strictObject({ link: appId }) },
  /** The person's word on a link that came while another task was running. */
  'link.answer': { from: ['provider-page', 'panel'], payload: v.strictObject({ take: v.boolean() }) },
  /** What the page shows now. */
  'page.report': {
    from: ['provider-page', 'rehearsal'],
    payload: v.strictObject({ taskId: id, sighting, how }),
  },
  /** The page is going away (left for sign-in, reloaded or closed). */
  'page.left': { from: ['provider-page', 'rehearsal'], payload: v.strictObject({ taskId: id }) },
  /** The page would not leave the pointer alone; the panel has to take over. */
  'page.interferes': { from: ['provider-page', 'rehearsal'], payload: v.strictObject({ taskId: id }) },
  'card.stop': { from: ['provider-page', 'rehearsal'], payload: v.strictObject({ taskId: id }) },
  'card.open-panel': { from: ['provider-page', 'rehearsal'], payload: nothing },
  'guide.start': {
    from: ['panel'],
    payload: v.strictObject({
      appId,
      appName: shortText,
      device: v.pipe(v.string(), v.trim(), v.maxLength(SHORT)),
      name,
      where,
      tag,
    }),
  },
  /** Delete the app password of this name at Microsoft. */
  'guide.delete': {
    from: ['panel'],
    payload: v.strictObject({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(ROW_NAME)), where, tag }),
  },
  /** Read the names listed, to compare them with the inventory. */
  'guide.review': { from: ['panel'], payload: v.strictObject({ where }) },
  /** Which of several rows of the same name the person means, from the top and from 0. */
  'guide.choose-row': {
    from: ['panel'],
    payload: v.strictObject({ row: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)) }),
  },
  /** The person has seen which row was deleted by mistake. */
  'guide.go-on': { from: ['panel'], payload: nothing },
  /** The person says that it is done, where the page can't be read. */
  'guide.done': { from: ['panel'], payload: nothing },
  'guide.stop': { from: ['panel'], payload: nothing },
  /** What Microsoft's page is built of, without its text: answers with it, or `null` where no page is open. */
  'guide.structure': { from: ['panel'], payload: nothing },
  'guide.show-page': { from: ['panel'], payload: nothing },
  /** The inventory is open or changed: how many entries each dated change of Microsoft's touches. */
  'reminders.touched': {
    from: ['panel'],
    payload: v.strictObject({
      touched: v.pipe(
        v.array(v.strictObject({ change: appId, count: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
        v.maxLength(CHANGES),
        v.readonly(),
      ),
    }),
  },
  /** Something may have changed; looks at once. */
  'reminders.look': { from: ['panel'], payload: nothing },
  /** `ids`: `null` for everything that is due or near. */
  'reminders.snooze': {
    from: ['panel'],
    payload: v.strictObject({
      ids: v.nullable(v.pipe(v.array(id), v.maxLength(SNOOZED), v.readonly())),
      until: day,
    }),
  },
  'reminders.settings': { from: ['panel'], payload: reminderSettings },
  /** The person says that the calendar is right after more than a year. */
  'reminders.trust-clock': { from: ['panel'], payload: nothing },
} as const satisfies Record<string, MessageRule>;

type Protocol = typeof PROTOCOL;
export type MessageType = keyof Protocol;
export type Payload<T extends MessageType> = v.InferOutput<Protocol[T]['payload']>;
export type Message = { [T in MessageType]: { readonly type: T; readonly payload: Payload<T> } }[MessageType];
export type SightingReport = v.InferOutput<typeof sighting>;
export type HowReport = v.InferOutput<typeof how>;

const RULES: ReadonlyMap<string, MessageRule> = new Map(Object.entries(PROTOCOL));
const envelope = v.strictObject({ type: v.string(), payload: v.unknown() });

export type Received =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly why: 'not-a-message' | 'unknown-type' | 'not-allowed' | 'bad-payload' };

/**
 * Turns whatever arrived into a message, or says why it is none.
 * @param from who sent it; `null` for anybody who may not speak at all
 */
export function receive(input: unknown, from: SenderKind | null): Received {
  const wrapped = v.safeParse(envelope, input);
  if (!wrapped.success) return { ok: false, why: 'not-a-message' };
  const { type, payload } = wrapped.output;
  const rule = RULES.get(type);
  if (!rule) return { ok: false, why: 'unknown-type' };
  if (from === null || !rule.from.includes(from)) return { ok: false, why: 'not-allowed' };
  const parsed = v.safeParse(rule.payload, payload);
  if (!parsed.success) return { ok: false, why: 'bad-payload' };
  // The schema of this very type produced the payload.
  return { ok: true, message: { type, payload: parsed.output } as Message };
}

/** Those that reminders answer; the others belong to the guide. */
export type ReminderMessage = Extract<MessageType, `reminders.${string}`>;

/** Handlers by message type, the answer of each to its sender. */
export type Handlers<Context> = {
  readonly [T in MessageType]: (payload: Payload<T>, context: Context) => Promise<unknown>;
};
