/**
 * The kinds of bytes and keys the vault knows, so that the compiler tells them apart: what is sealed can't
 * be taken for what is plain, and nothing is stored that did not come out of `seal` or `writeHeader`.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

declare const sealed: unique symbol;
declare const dataKey: unique symbol;
declare const rawKey: unique symbol;
declare const headerBytes: unique symbol;

/** A box made by `seal` (box.ts): the only form in which a record or a list leaves the vault. */
export type Sealed = Bytes & { readonly [sealed]: true };
/** The data key, usable but not readable: `CryptoKey`, not extractable. */
export type DataKey = CryptoKey & { readonly [dataKey]: true };
/** The data key's 32 bytes. They may stand in session storage while unlocked and nowhere else. */
export type RawKey = Bytes & { readonly [rawKey]: true };
/** A whole header, as `writeHeader` (header.ts) made it or `readHeader` accepted it. */
export type HeaderBytes = Bytes & { readonly [headerBytes]: true };

/** A source of random bytes: `crypto.getRandomValues` in the product, a seeded one in tests. */
export type Random = (length: number) => Bytes;
