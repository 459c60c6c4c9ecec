/**
 * A link that starts the guide: `/security-info#keytag=<id>`. What may stand in it is decided by the
 * background; here it is only told from everything else, letter by letter and before anything is decoded.
 */
import { isSecurityInfo } from './match.ts';

const LINK = /^#keytag=([a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** Ids are shorter (messages/fields.ts); a longer fragment is not even looked at. */
const LONGEST = '#keytag='.length + 80;

/** @returns the id in the address's fragment; `null` when the address is not exactly such a link */
export function linkIn(address: URL): string | null {
  const { hash } = address;
  if (hash.length > LONGEST || !isSecurityInfo(address)) return null;
  return LINK.exec(hash)?.[1] ?? null;
}
