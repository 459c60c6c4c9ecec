/**
 * The inventory as the panel uses it: one object per window, put together of what the window holds, the
 * writing of entries, the files and the keys. Everything it needs of the world comes in as ports.
 */

import { passwordHints } from '../inventory/record-hints.ts';
import type { Notes } from '../inventory/record-store.ts';
import type { RecoverySheet, Strength, UnlockOutcome } from '../inventory/record-types.ts';
import { importDataKey } from '../vault/box.ts';
import { toHex } from '../vault/bytes.ts';
import { passphraseBytes } from '../vault/passphrase.ts';
import { checkGroups, writeRecoveryKey } from '../vault/recovery-key.ts';
import type { Bytes } from '../vault/types.ts';
import type { InventoryClient } from './inventory-client.ts';
import { createDrafts } from './inventory-drafts.ts';
import { createFileUses } from './inventory-files.ts';
import { freshContent, type Vault } from './inventory-rows.ts';
import { createWindow, FIRST_GENERATION } from './inventory-window.ts';
import { createWriting } from './inventory-writing.ts';
import {
  changePassphrase,
  checkPassphrase,
  findHeader,
  makeHeader,
  openVault,
  recoverVault,
  renewRecoveryKey,
  unavailable,
} from './vault-keys.ts';
import type { VaultPorts } from './vault-ports.ts';

const NEW_NOTES: Omit<Notes, 'idleMinutes'> = {
  backupGeneration: null,
  backupAt: null,
  isSheetConfirmed: false,
};

export function createInventory(ports: VaultPorts): InventoryClient {
  const window = createWindow(ports);
  const writing = createWriting(ports, window);
  const files = createFileUses(ports, window, writing);
  const drafts = createDrafts(ports, window);
  const { save, remove, undo, repair } = writing;

  const sheetOf = async (recoveryKey: Bytes, vaultId: Bytes): Promise<RecoverySheet> => ({
    groups: await writeRecoveryKey(recoveryKey),
    vaultMark: toHex(vaultId.slice(0, 4)).toUpperCase(),
  });

  /** A rule may ask for more than the meter does by itself. */
  const strengthOf = async (passphrase: string, ownWords: readonly string[]): Promise<Strength> => {
    const [strength, { minimumScore }] = await Promise.all([
      ports.strength(passphrase, ownWords),
      ports.rules.load(),
    ]);
    return {
      ...strength,
      isEnough: strength.isEnough && strength.score >= minimumScore,
      needed: minimumScore,
    };
  };

  const isWeak = async (passphrase: string, ownWords: readonly string[]): Promise<boolean> =>
    !(await strengthOf(passphrase, ownWords)).isEnough;

  window.start();

  return {
    watch: window.watch,
    watchEntries: window.watchEntries,
    watchRules: window.watchRules,
    touch: window.touch,
    retry: window.refresh,
    prepare: () => ports.prepare(),
    readAhead() {
      // The worker that was prepared when the screen came may have been let go of since.
      if (window.readAhead()) ports.prepare();
    },
    idleMinutes: window.idleMinutes,
    async setIdleMinutes(minutes) {
      const done = await window.setIdleMinutes(minutes);
      return done.ok ? { ok: true } : unavailable(done.why);
    },

    async create(passphrase, ownWords = []) {
      const bytes = passphraseBytes(passphrase);
      if (!bytes.ok) return bytes;
      if (await isWeak(passphrase, ownWords)) return { ok: false, kind: 'weak' };
      const found = await findHeader(ports);
      if (!found.ok) return unavailable(found.why);
      if (found.value.kind !== 'none') return { ok: false, kind: 'exists' };
      const made = await makeHeader(ports, passphrase);
      if (!made.ok) return made;
      const { header, raw, vaultId, recoveryKey } = made.value;
      const there = await ports.store.read([]);
      if (!there.ok) return unavailable(there.why);
      const vault: Vault = { vaultId, key: await importDataKey(raw) };
      const content = await freshContent(ports, vault, [], FIRST_GENERATION - 1, there.value.root);
      const written = await ports.store.writeContent({ ...content, header: { header, expected: null } });
      if (!written.ok) return unavailable(written.why);
      if (written.value === 'stale') return { ok: false, kind: 'exists' };
      await ports.store.writeNotes({ ...NEW_NOTES, idleMinutes: await window.idleMinutes() });
      const now = await findHeader(ports);
      if (!now.ok) return unavailable(now.why);
      if (now.value.kind !== 'header') throw new Error('new header does not read back');
      await window.begin({ raw, header: now.value.candidates[0] });
      ports.changes.tell({ ids: null });
      return { ok: true, sheet: await sheetOf(recoveryKey, vaultId) };
    },

    async unlock(passphrase) {
      // Sooner, header and tries would wait for the records.
      const derive: VaultPorts['derive'] = (...given) => {
        const deriving = ports.derive(...given);
        window.readAhead();
        return deriving;
      };
      const done = await openVault({ ...ports, derive }, passphrase);
      if (!done.ok) return failedUnlock(done);
      return (await window.begin(done.value)) ? { ok: true } : notEntered();
    },

    checkRecoveryKey(recoveryKey) {
      const groups = checkGroups(recoveryKey);
      return groups ? { ok: false, groups } : { ok: true };
    },

    async recover(recoveryKey, newPassphrase) {
      const bytes = passphraseBytes(newPassphrase);
      if (!bytes.ok) return bytes;
      if (await isWeak(newPassphrase, [])) return { ok: false, kind: 'weak' };
      const done = await recoverVault(ports, recoveryKey, newPassphrase);
      if (!done.ok) {
        if (done.kind === 'conflict') return { ok: false, kind: 'damaged' };
        if (done.kind === 'wrong' || done.kind === 'wait') await window.showLocked(null);
        return done;
      }
      return (await window.begin(done.value)) ? { ok: true } : notEntered();
    },

    lock: () => window.lockAll('asked'),

    async changePassphrase(current, next) {
      const now = window.live();
      if (!now) return { ok: false, kind: 'none' };
      const bytes = passphraseBytes(next);
      if (!bytes.ok) return bytes;
      if (await isWeak(next, [])) return { ok: false, kind: 'weak' };
      const done = await changePassphrase(ports, current, next);
      if (!done.ok) return done;
      now.header = done.value.header;
      return { ok: true };
    },

    async newRecoverySheet(passphrase) {
      const now = window.live();
      if (!now) return { ok: false, kind: 'none' };
      const done = await renewRecoveryKey(ports, passphrase);
      if (!done.ok) return done;
      now.header = done.value.header;
      await window.saveNotes(now, { isSheetConfirmed: false });
      return { ok: true, sheet: await sheetOf(done.value.recoveryKey, now.vaultId) };
    },

    async confirmSheet() {
      const now = window.live();
      if (now) await window.saveNotes(now, { isSheetConfirmed: true });
    },

    async verifyPassphrase(passphrase) {
      const done = await checkPassphrase(ports, passphrase);
      return done.ok ? { ok: true } : done;
    },

    save,
    remove,
    undo,
    repair,
    ...files,
    ...drafts,

    async eraseEverything() {
      await window.lockAll('asked');
      const done = await ports.store.erase();
      if (!done.ok) return { ok: false };
      await ports.canary.save(null);
      ports.changes.tell({ ids: null });
      await window.refresh();
      return { ok: true };
    },

    strength: (passphrase, ownWords = []) => strengthOf(passphrase, ownWords),

    async hints(draft, id) {
      const now = window.live();
      if (!now || !draft.password) return [];
      const [strength, rules] = await Promise.all([
        ports.strength(draft.password, [draft.account, draft.appName, draft.device]),
        ports.rules.load(),
      ]);
      return passwordHints(draft, id, now.rows.values(), strength, rules);
    },
  };

  async function failedUnlock(failure: Exclude<UnlockOutcome, { ok: true }>): Promise<UnlockOutcome> {
    if (failure.kind === 'wrong' || failure.kind === 'wait') await window.showLocked(null);
    else if (failure.kind !== 'no-memory' && failure.kind !== 'empty') await window.refresh();
    return failure;
  }

  /** The key was right, but storage failed under it; or the vault was locked meanwhile, as the status says. */
  function notEntered(): UnlockOutcome {
    const status = window.status();
    return status.kind === 'unavailable' ? unavailable(status.why) : { ok: true };
  }
}
