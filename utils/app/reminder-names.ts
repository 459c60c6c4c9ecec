/**
 * What entries are called, for a notification while the inventory is unlocked. Opens those records alone and
 * keeps nothing. App and device, never the account; entries marked as sensitive stay unnamed.
 */
import type { Entry } from '../inventory/entry.ts';
import type { VaultStore } from '../inventory/record-store.ts';
import { importDataKey } from '../vault/box.ts';
import { fromBase64, toHex } from '../vault/bytes.ts';
import type { RawKey } from '../vault/types.ts';
import { openRows } from './inventory-rows.ts';
import { findHeader } from './vault-keys.ts';
import { endOf, readSession } from './vault-session.ts';

export interface NamePorts {
  readonly store: VaultStore;
  loadSession(): Promise<unknown>;
  now(): number;
  /** What an entry is called in sentences. */
  titleOf(entry: Entry): string;
}

/** Titles of those of these entries that may be named; empty while the inventory is locked. */
export async function readNames(
  { store, loadSession, now, titleOf }: NamePorts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const stored = readSession(await loadSession());
  if (stored.kind !== 'unlocked' || endOf(stored.session, now())) return names;
  const [found, read] = await Promise.all([findHeader({ store }), store.read(ids)]);
  const raw = fromBase64(stored.session.key);
  if (!found.ok || found.value.kind !== 'header' || !read.ok || raw?.length !== 32) return names;
  const [{ vaultId }] = found.value.candidates;
  if (toHex(vaultId) !== stored.session.vaultId) return names;
  const opened = await openRows({ vaultId, key: await importDataKey(raw as RawKey) }, read.value, ids);
  for (const [id, row] of opened?.rows ?? []) {
    if (row && !row.entry.isSensitive) names.set(id, titleOf(row.entry));
  }
  return names;
}
