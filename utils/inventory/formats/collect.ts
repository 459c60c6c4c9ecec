/** Gathers what a reader finds: entries that an inventory may hold, what was skipped, what was lost. */
import type { Entry } from '../entry.ts';
import { LIMITS, readEntry } from '../record.ts';
import type { Loss, LossKind, ReadOptions, ReadSuccess, SkipKind, Skipped } from './outcome.ts';

export interface Where {
  readonly title: string;
  readonly line?: number;
}

/** Counts entries per kind of loss. */
export class Losses {
  readonly #counts = new Map<LossKind, number>();

  add(kind: LossKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  list(): readonly Loss[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }));
  }
}

export class Collector {
  readonly options: ReadOptions;
  readonly losses = new Losses();
  readonly #entries = new Map<string, Entry>();
  readonly #skipped: Skipped[] = [];

  constructor(options: ReadOptions) {
    this.options = options;
  }

  skip(why: SkipKind, where: Where): void {
    this.#skipped.push({ why, ...where });
  }

  add(candidate: Entry, where: Where): void {
    const entry = readEntry(candidate);
    if (!entry) {
      this.skip(isTooLong(candidate) ? 'too-long' : 'bad-text', where);
      return;
    }
    const twin = this.#entries.get(entry.id);
    if (!twin) {
      this.#entries.set(entry.id, entry);
    } else if (JSON.stringify(twin) === JSON.stringify(entry)) {
      this.skip('duplicate', where);
    } else {
      // Two entries under one identity: a copied row. Neither is thrown away.
      this.losses.add('ids');
      const id = this.options.newId();
      this.#entries.set(id, { ...entry, id });
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  done(): ReadSuccess {
    return {
      ok: true,
      entries: [...this.#entries.values()],
      skipped: this.#skipped,
      lost: this.losses.list(),
    };
  }
}

/** The tags' number and the history's length have limits of their own, which only the record's reader knows. */
function isTooLong(entry: Entry): boolean {
  const texts = ['appName', 'account', 'device', 'name', 'reason', 'note', 'password'] as const;
  return (
    texts.some((field) => (entry[field]?.length ?? 0) > LIMITS[field]) ||
    entry.tags.some((tag) => tag.length > LIMITS.tag) ||
    entry.tags.length > 50 ||
    entry.history.length > 800
  );
}
