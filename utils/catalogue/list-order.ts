/** The order in which lists show apps. */
import type { App, AppKind } from './app.ts';
import { isOther } from './other.ts';

/** The kinds in the order in which lists show them. */
export const APP_KINDS = [
  'mail-program',
  'mobile',
  'device',
  'service',
  'script',
] as const satisfies readonly AppKind[];

/**
 * Sorts apps by kind and then by name; the given array stays as it is. In each kind apps that can't reach
 * Microsoft 365 any more come after the others, and the entry for what is in no list comes last.
 */
export function inListOrder(apps: readonly App[]): readonly App[] {
  return apps.toSorted(
    (a, b) =>
      APP_KINDS.indexOf(a.kind) - APP_KINDS.indexOf(b.kind) ||
      Number(isOther(a.id)) - Number(isOther(b.id)) ||
      Number(a.retired !== undefined) - Number(b.retired !== undefined) ||
      a.name.localeCompare(b.name, 'en'),
  );
}
