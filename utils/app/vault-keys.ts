/**
 * The use cases of the vault's keys: create, open, change the passphrase, recover. Each writes the header in
 * one transaction, so that at any moment the old or the new passphrase works, never neither. Nothing here
 * touches a record.
 */
import type { HeaderChange, Stored, Tries } from '../inventory/record-store.ts';
import type { PassphraseProblem, Unavailable } from '../inventory/record-types.ts';
import {
  type Header,
  newHeader,
  openWithPassphrase,
  openWithRecoveryKey,
  type PassphraseWrap,
  type ReadHeader,
  readHeader,
  type UnlockedHeader,
  withPassphrase,
  withRecoveryKey,
} from '../vault/header.ts';
import { BASE, chooseParameters, isOutdated, type KdfParameters, SALT_LENGTH } from '../vault/kdf.ts';
import { passphraseBytes } from '../vault/passphrase.ts';
import { RECOVERY_KEY_LENGTH, readRecoveryKey } from '../vault/recovery-key.ts';
import type { Bytes, HeaderBytes, RawKey } from '../vault/types.ts';
import type { VaultPorts } from './vault-ports.ts';
import { corrected, counted, NO_TRIES, retryAt } from './vault-tries.ts';

type Ports = Pick<VaultPorts, 'store' | 'derive' | 'measure' | 'random' | 'now' | 'exclusive'>;

type Failure<Kind extends string> = { readonly ok: false; readonly kind: Kind };
export type Broken = { readonly ok: false; readonly kind: 'unavailable'; readonly why: Unavailable };
type Result<T, Kind extends string> = { readonly ok: true; readonly value: T } | Failure<Kind> | Broken;

/** A key that was opened, and the header it came out of. */
export interface OpenedVault {
  readonly raw: RawKey;
  readonly header: Header;
}

export type FoundHeader =
  | {
      readonly kind: 'header';
      /** Whole copies that differ, the newest first. */
      readonly candidates: readonly [Header, ...Header[]];
      /** The main copy as it lies there, for compare-and-write. */
      readonly main: Uint8Array | null;
      /** Both copies are whole and alike. */
      readonly isSound: boolean;
    }
  | { readonly kind: 'none' | 'damaged' | 'newer' };

const UNLOCK = 'keytag-unlock';

export async function findHeader({ store }: Pick<Ports, 'store'>): Promise<Stored<FoundHeader>> {
  const stored = await store.readHeader();
  if (!stored.ok) return stored;
  const { main, spare, hasRecords } = stored.value;
  const copies = await Promise.all([main, spare].filter((copy) => copy !== null).map(readHeader));
  return { ok: true, value: choose(copies, main, hasRecords) };
}

function choose(copies: readonly ReadHeader[], main: Uint8Array | null, hasRecords: boolean): FoundHeader {
  const headers = copies.flatMap((copy) => (copy.kind === 'header' ? [copy.header] : []));
  const [first, second] = headers.toSorted((a, b) => b.generation - a.generation);
  if (first) {
    const isAlike = second !== undefined && isSameHeader(first, second);
    const candidates: [Header, ...Header[]] = second && !isAlike ? [first, second] : [first];
    return { kind: 'header', candidates, main, isSound: isAlike };
  }
  if (copies.some(({ kind }) => kind === 'newer')) return { kind: 'newer' };
  return { kind: copies.length > 0 || hasRecords ? 'damaged' : 'none' };
}

function isSameHeader(a: Header, b: Header): boolean {
  return a.bytes.every((byte, at) => byte === b.bytes[at]);
}

/** Makes a new header, written by the caller together with the first content. */
export async function makeHeader(
  ports: Ports,
  passphrase: string,
): Promise<
  Result<
    {
      readonly header: HeaderBytes;
      readonly raw: RawKey;
      readonly vaultId: Bytes;
      readonly recoveryKey: Bytes;
    },
    PassphraseProblem | 'no-memory'
  >
> {
  const bytes = passphraseBytes(passphrase);
  if (!bytes.ok) return bytes;
  const wrap = await newWrap(ports, bytes.bytes);
  if (!wrap) return { ok: false, kind: 'no-memory' };
  const recoveryKey = ports.random(RECOVERY_KEY_LENGTH);
  const { bytes: header, raw, vaultId } = await newHeader(wrap, recoveryKey, ports.random);
  return { ok: true, value: { header, raw, vaultId, recoveryKey } };
}

/**
 * Derives with fresh salt and parameters measured on this machine. Where the browser refuses memory beyond
 * the least, the least is taken; where it refuses that too there is no vault, rather than a weak one.
 */
async function newWrap(ports: Ports, passphrase: Bytes): Promise<PassphraseWrap | null> {
  const baseMs = await ports.measure();
  if (baseMs === null) return null;
  const chosen = chooseParameters(baseMs);
  return (await wrapWith(ports, passphrase, chosen)) ?? (await wrapWith(ports, passphrase, BASE));
}

async function wrapWith(
  ports: Ports,
  passphrase: Bytes,
  parameters: KdfParameters,
): Promise<PassphraseWrap | null> {
  const salt = ports.random(SALT_LENGTH);
  const derived = await ports.derive(passphrase, salt, parameters);
  return derived.ok ? { derived: derived.bytes, salt, parameters } : null;
}

export type OpenFailure =
  | Failure<PassphraseProblem | 'none' | 'damaged' | 'newer' | 'no-memory'>
  | { readonly ok: false; readonly kind: 'wrong'; readonly retryAt: number | null }
  | { readonly ok: false; readonly kind: 'wait'; readonly retryAt: number }
  | Broken;
export type Opening = { readonly ok: true; readonly value: OpenedVault } | OpenFailure;

/** Opens with the passphrase, sets the header's copies right and raises parameters that have become too low. */
export async function openVault(ports: Ports, passphrase: string): Promise<Opening> {
  const bytes = passphraseBytes(passphrase);
  if (!bytes.ok) return bytes;
  return ports.exclusive(UNLOCK, async () => {
    const opened = await attempt(ports, (header) => unwrapDerived(ports, header, bytes.bytes));
    if (!opened.ok) return opened;
    const { found, ...vault } = opened.value;
    const header = await tended(ports, found, vault, bytes.bytes);
    return { ok: true, value: { ...vault, header } };
  });
}

/** Whether it is this vault's passphrase. Counts as a try like any other. */
export async function checkPassphrase(ports: Ports, passphrase: string): Promise<Opening> {
  const bytes = passphraseBytes(passphrase);
  if (!bytes.ok) return bytes;
  return ports.exclusive(UNLOCK, () => attempt(ports, (header) => unwrapDerived(ports, header, bytes.bytes)));
}

type ChangeFailure = OpenFailure | Failure<'conflict'>;

export async function changePassphrase(
  ports: Ports,
  current: string,
  next: string,
): Promise<{ readonly ok: true; readonly value: OpenedVault } | ChangeFailure> {
  const [now, then] = [passphraseBytes(current), passphraseBytes(next)];
  if (!now.ok) return now;
  if (!then.ok) return then;
  return ports.exclusive(UNLOCK, async () => {
    const opened = await attempt(ports, (header) => unwrapDerived(ports, header, now.bytes));
    if (!opened.ok) return opened;
    const wrap = await newWrap(ports, then.bytes);
    if (!wrap) return { ok: false, kind: 'no-memory' };
    const { found, header, raw } = opened.value;
    return written(ports, found, raw, await withPassphrase(header, raw, wrap, ports.random));
  });
}

export type RecoveryFailure =
  | ChangeFailure
  | { readonly ok: false; readonly kind: 'mistyped'; readonly groups: readonly number[] };

/** Opens with the recovery key and sets a passphrase in the same write. */
export async function recoverVault(
  ports: Ports,
  recoveryKey: string,
  next: string,
): Promise<{ readonly ok: true; readonly value: OpenedVault } | RecoveryFailure> {
  const key = await readRecoveryKey(recoveryKey);
  if (!key.ok) return { ok: false, kind: 'mistyped', groups: key.groups };
  const then = passphraseBytes(next);
  if (!then.ok) return then;
  return ports.exclusive(UNLOCK, async () => {
    const opened = await attempt(ports, (header) => openWithRecoveryKey(header, key.key));
    if (!opened.ok) return opened;
    const wrap = await newWrap(ports, then.bytes);
    if (!wrap) return { ok: false, kind: 'no-memory' };
    const { found, header, raw } = opened.value;
    return written(ports, found, raw, await withPassphrase(header, raw, wrap, ports.random));
  });
}

/** Another recovery key under the same passphrase: the old sheet ends. */
export async function renewRecoveryKey(
  ports: Ports,
  passphrase: string,
): Promise<
  { readonly ok: true; readonly value: OpenedVault & { readonly recoveryKey: Bytes } } | ChangeFailure
> {
  const bytes = passphraseBytes(passphrase);
  if (!bytes.ok) return bytes;
  return ports.exclusive(UNLOCK, async () => {
    const opened = await attempt(ports, (header) => unwrapDerived(ports, header, bytes.bytes));
    if (!opened.ok) return opened;
    const { found, header, raw } = opened.value;
    const wrap = await wrapWith(ports, bytes.bytes, header.parameters);
    if (!wrap) return { ok: false, kind: 'no-memory' };
    const recoveryKey = ports.random(RECOVERY_KEY_LENGTH);
    const changed = await withRecoveryKey(header, raw, wrap, recoveryKey, ports.random);
    const done = await written(ports, found, raw, changed);
    return done.ok ? { ok: true, value: { ...done.value, recoveryKey } } : done;
  });
}

type Unwrapped = UnlockedHeader | { readonly kind: 'no-memory' };
type Sound = Extract<FoundHeader, { kind: 'header' }>;

/** The data key out of any header, of this vault or of a file. */
export async function unwrapDerived(
  { derive }: Pick<Ports, 'derive'>,
  header: Header,
  passphrase: Bytes,
): Promise<Unwrapped> {
  const derived = await derive(passphrase, header.salt, header.parameters);
  return derived.ok ? openWithPassphrase(header, derived.bytes) : { kind: 'no-memory' };
}

/** One counted try with `unwrap` on the header's copies. Call it in turn only. */
async function attempt(
  ports: Ports,
  unwrap: (header: Header) => Promise<Unwrapped>,
): Promise<{ readonly ok: true; readonly value: OpenedVault & { readonly found: Sound } } | OpenFailure> {
  const found = await findHeader(ports);
  if (!found.ok) return unavailable(found.why);
  if (found.value.kind !== 'header') return { ok: false, kind: found.value.kind };
  const tries = await ports.store.readTries();
  if (!tries.ok) return unavailable(tries.why);
  const before = corrected(tries.value, ports.now());
  const wait = retryAt(before, ports.now());
  if (wait !== null) {
    if (before !== tries.value) await ports.store.writeTries(before);
    return { ok: false, kind: 'wait', retryAt: wait };
  }
  // Counted first. A disk that is full must not keep anybody out, so a failed count is let pass.
  const during = counted(before, ports.now());
  await ports.store.writeTries(during);
  let isAltered = false;
  for (const header of found.value.candidates) {
    const opened = await unwrap(header);
    if (opened.kind === 'open') {
      await settle(ports, NO_TRIES);
      return { ok: true, value: { raw: opened.raw, header, found: found.value } };
    }
    if (opened.kind === 'no-memory') {
      await settle(ports, before);
      return { ok: false, kind: 'no-memory' };
    }
    isAltered ||= opened.kind === 'altered';
  }
  if (isAltered) {
    await settle(ports, before);
    return { ok: false, kind: 'damaged' };
  }
  return { ok: false, kind: 'wrong', retryAt: retryAt(during, ports.now()) };
}

async function settle(ports: Ports, tries: Tries): Promise<void> {
  await ports.store.writeTries(tries);
}

/** Writes what should be written once the key is known; that it fails keeps nobody out. */
async function tended(
  ports: Ports,
  found: Sound,
  { header, raw }: OpenedVault,
  passphrase: Bytes,
): Promise<Header> {
  if (isOutdated(header.parameters)) {
    const wrap = await newWrap(ports, passphrase);
    if (wrap) {
      const done = await written(ports, found, raw, await withPassphrase(header, raw, wrap, ports.random));
      if (done.ok) return done.value.header;
    }
  }
  if (!found.isSound) await ports.store.writeHeader({ header: header.bytes, expected: found.main });
  return header;
}

async function written(
  ports: Ports,
  found: Sound,
  raw: RawKey,
  bytes: HeaderBytes,
): Promise<{ readonly ok: true; readonly value: OpenedVault } | Failure<'conflict'> | Broken> {
  const change: HeaderChange = { header: bytes, expected: found.main };
  // What was sealed is read back before the only other way in is overwritten.
  const read = await readHeader(bytes);
  if (read.kind !== 'header') throw new Error('header does not read back');
  const done = await ports.store.writeHeader(change);
  if (!done.ok) return unavailable(done.why);
  return done.value === 'done'
    ? { ok: true, value: { raw, header: read.header } }
    : { ok: false, kind: 'conflict' };
}

export function unavailable(why: Unavailable): Broken {
  return { ok: false, kind: 'unavailable', why };
}
