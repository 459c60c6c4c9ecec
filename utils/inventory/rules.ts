/**
 * What somebody else may prescribe for the inventory. Its use cases obey these; where they come from is none of the
 * inventory's business.
 */

export interface InventoryRules {
  /** The least score, 0 to 4, of a new passphrase. */
  readonly minimumScore: number;
  /** Minutes after which the inventory locks itself at the latest; `null` for as the person likes. */
  readonly longestIdle: number | null;
  /** Whether passwords themselves may be kept. Those that are kept already can be seen, copied and removed. */
  readonly mayKeepPasswords: boolean;
  /** Whether files for other programs may be made. */
  readonly mayExport: boolean;
  /** Characters a self-made password should have, of any entry and of a sensitive one; `null` for the usual. */
  readonly selfMadeLength: number | null;
  readonly sensitiveLength: number | null;
}

/** Nobody prescribes anything. */
export const USUAL_RULES: InventoryRules = {
  minimumScore: 3,
  longestIdle: null,
  mayKeepPasswords: true,
  mayExport: true,
  selfMadeLength: null,
  sensitiveLength: null,
};
