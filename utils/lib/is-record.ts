/** Looking into values from elsewhere. */

/** Whether `value` is an object with keys: no array, not `null`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
