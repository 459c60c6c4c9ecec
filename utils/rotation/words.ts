/** What a digest says, as sentences. Names of entries come in only where a person allowed them. */
import type { Sentence, SentenceArg } from '../lib/sentence.ts';
import { describeChange } from './changes.ts';
import type { Mentioned } from './mentions.ts';
import type { Digest } from './plan.ts';

/** A notification has room for few lines. */
const NAMED = 3;

export interface DigestWords {
  readonly title: Sentence;
  /** One to a line. */
  readonly lines: readonly Sentence[];
}

/**
 * The words of a digest.
 * @param names of entries by id; empty while the inventory is locked or names are not wanted
 */
export function describeDigest(digest: Digest, names: ReadonlyMap<string, string>): DigestWords {
  if (digest.kind === 'clock') {
    return {
      title: { key: 'reminders_clock_title' },
      lines: [{ key: 'reminders_clock_text', args: [{ day: digest.from }, { day: digest.to }] }],
    };
  }
  const { counts, entries, changes } = digest;
  const due = counts.overdue + counts.today;
  const named = entries.filter(({ id }) => names.has(id)).slice(0, NAMED);
  const namedDue = named.filter(({ left }) => left <= 0).length;
  const namedSoon = named.length - namedDue;
  // Of what the title counts; what is not due yet is said by itself.
  const more = due > 0 ? due - namedDue : counts.soon - namedSoon;
  const soon = due > 0 ? counts.soon - namedSoon : 0;
  const about = changes.flatMap((change): Sentence[] => {
    const say = describeChange(change);
    return say ? [say, counted(['reminders_touches_one', 'reminders_touches_many'], change.count)] : [];
  });
  const first = named.length > 0 || entries.length === 0;
  return {
    title:
      due > 0
        ? counted(['reminders_title_due_one', 'reminders_title_due_many'], due)
        : counts.soon > 0
          ? counted(['reminders_title_soon_one', 'reminders_title_soon_many'], counts.soon)
          : { key: 'reminders_title_change' },
    lines: [
      ...(first
        ? named.map(({ id, left }) => aboutOne(names.get(id) ?? '', left))
        : [
            ...(counts.overdue > 0
              ? [counted(['reminders_overdue_one', 'reminders_overdue_many'], counts.overdue)]
              : []),
            ...(counts.today > 0
              ? [counted(['reminders_today_one', 'reminders_today_many'], counts.today)]
              : []),
            ...(due === 0 && entries[0] ? [firstOf(entries[0], counts.soon)] : []),
            ...(due > 0 && counts.soon > 0
              ? [counted(['reminders_soon_one', 'reminders_soon_many'], counts.soon)]
              : []),
          ]),
      ...(first && more > 0 ? [counted(['reminders_more_one', 'reminders_more_many'], more)] : []),
      ...(first && soon > 0 ? [counted(['reminders_soon_one', 'reminders_soon_many'], soon)] : []),
      ...about,
    ],
  };
}

/** Where the title says the number already: when the only one, or the first of them, is due. */
function firstOf({ left }: Mentioned, count: number): Sentence {
  return counted(
    count === 1
      ? ['reminders_only_one', 'reminders_only_many']
      : ['reminders_first_one', 'reminders_first_many'],
    left,
  );
}

function aboutOne(name: string, left: number): Sentence {
  if (left === 0) return { key: 'reminders_named_today', args: [name] };
  return counted(
    left < 0
      ? ['reminders_named_late_one', 'reminders_named_late_many']
      : ['reminders_named_left_one', 'reminders_named_left_many'],
    Math.abs(left),
    name,
  );
}

/** A message for one and one for any other number; the number is the last argument. */
function counted(
  [one, many]: readonly [string, string],
  count: number,
  ...before: readonly SentenceArg[]
): Sentence {
  return { key: count === 1 ? one : many, args: [...before, count] };
}
