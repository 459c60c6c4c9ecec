/** What reminders need of the world. Implemented in utils/platform, utils/storage and the background. */
import type { Policy } from '../helpdesk/policy.ts';
import type { VaultStore } from '../inventory/record-store.ts';

/** A notification in the person's words, and nothing else: browsers differ in what more they take. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

export interface ReminderPorts {
  readonly store: Pick<VaultStore, 'readDues'>;
  /** The wall clock, and how many minutes local time is ahead of UTC. */
  clock(): { readonly now: number; readonly offset: number };
  /** What the organisation prescribes. */
  loadPolicy(): Promise<Policy>;
  loadSettings(): Promise<unknown>;
  saveSettings(value: object): Promise<void>;
  /** State and what the panel shows of it, in one value: it is there as a whole or not at all. */
  loadMemory(): Promise<unknown>;
  saveMemory(value: object): Promise<void>;
  /** Runs one at a time in the whole extension. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Makes the heartbeat anew: first at `when`, then again and again after so many minutes. */
  schedule(when: number, everyMinutes: number): Promise<void>;
  /** `null`: the number is not known. */
  badge(count: number | null): Promise<void>;
  readonly notifications: {
    /** Whether the browser lets Keytag show any. */
    areAllowed(): Promise<boolean>;
    /** @returns whether the browser shows it, as far as that can be found out */
    show(notice: Notice): Promise<boolean>;
    clear(id: string): Promise<void>;
  };
  /** Titles of these entries while the inventory is unlocked; else none. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Opens the panel at an entry, or at Home. */
  open(entry: string | null): Promise<void>;
}
