/** What the inventory's use cases need of the world. Implemented in utils/platform and utils/storage. */
import type { VaultStore } from '../inventory/record-store.ts';
import type { Strength } from '../inventory/record-types.ts';
import type { InventoryRules } from '../inventory/rules.ts';
import type { Derive } from '../vault/kdf.ts';
import type { Random } from '../vault/types.ts';

/** Stands in storage.local beside the database, so that a cleared database is told from none. Never secret. */
export interface Canary {
  readonly vaultId: string;
  /** ISO instants */
  readonly createdAt: string;
  readonly lastBackupAt: string | null;
  /** Changes of the content when last looked at. */
  readonly generation: number;
}

/** Which entries another window changed. */
export interface ChangedElsewhere {
  /** `null`: too many to name, or not only entries. */
  readonly ids: readonly string[] | null;
}

export interface VaultPorts {
  /** What somebody else prescribes. */
  readonly rules: {
    load(): Promise<InventoryRules>;
    /** Calls at once and when they change. @returns a function that ends it */
    watch(listener: (rules: InventoryRules) => void): () => void;
  };
  readonly store: VaultStore;
  readonly derive: Derive;
  /** Gets `derive` ready; it is going to be needed. */
  prepare(): void;
  /** How long one derivation with the least parameters takes here, warmed up. `null`: no memory for it. */
  measure(): Promise<number | null>;
  strength(passphrase: string, ownWords: readonly string[]): Promise<Strength>;
  readonly random: Random;
  randomId(): string;
  /** ms since 1970, by the wall clock. */
  now(): number;
  /** ms that only ever grow, by a clock nobody sets. */
  running(): number;
  /** Calls once after `ms`. @returns a function that cancels it */
  after(ms: number, run: () => void): () => void;
  /** Calls when the page is looked at again. */
  onWake(run: () => void): () => void;
  /** Runs one at a time among all windows. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Session storage: gone when the browser closes, closed to pages. */
  readonly session: {
    load(): Promise<unknown>;
    save(value: object): Promise<void>;
    watch(listener: () => void): () => void;
  };
  /** Unsaved edits, sealed: in session storage too, and gone with every lock. */
  readonly drafts: {
    load(): Promise<unknown>;
    /** `null` removes it. */
    save(sealed: string | null): Promise<void>;
    watch(listener: () => void): () => void;
  };
  readonly canary: {
    load(): Promise<Canary | null>;
    /** `null` removes it. */
    save(canary: Canary | null): Promise<void>;
  };
  readonly changes: {
    tell(change: ChangedElsewhere): void;
    watch(listener: (change: ChangedElsewhere) => void): () => void;
  };
}
