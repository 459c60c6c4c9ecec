/** Entries that stand for every app of a kind that is in no list: their ids begin with `other-`. */

/** Whether this id is one of theirs. */
export function isOther(id: string): boolean {
  return id.startsWith('other-');
}
