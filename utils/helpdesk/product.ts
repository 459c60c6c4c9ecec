/** Browser, system and languages as words of closed forms, from what browsers say of themselves. Nothing
 * else of the user agent's text may get into a report. */

/** In this order: Edge and Opera also call themselves Chrome. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d{1,4})/],
  ['Opera', /\bOPR\/(\d{1,4})/],
  ['Firefox', /\bFirefox\/(\d{1,4})/],
  ['Chrome', /\b(?:Headless)?Chrome\/(\d{1,4})/],
];
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** "Firefox 153"; "other" for one nobody knows. */
export function browserOf(userAgent: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return 'other';
}

export function systemOf(userAgent: string): string {
  return SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other';
}

/** A version as releases are numbered; "other" for anything else. */
export function versionOf(version: string): string {
  return /^\d{1,5}(?:\.\d{1,5}){0,3}$/.test(version) ? version : 'other';
}

/** Languages that browsers are set to, of which a report says the first few. */
const MOST_LANGUAGES = 5;

/** BCP 47 tags of a language and perhaps a script and a region; anything longer is left out. */
export function languagesOf(tags: readonly string[]): readonly string[] {
  return tags
    .filter((tag) => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(tag))
    .slice(0, MOST_LANGUAGES);
}
