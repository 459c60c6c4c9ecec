/** Texts as each language takes them literally. The values are plain addresses and host names already; quoting
 * holds even if one day they are not. */

/** For a POSIX shell. */
export function sh(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** For Python, JavaScript, Java and C#: inside double quotes, with escapes all four read alike. */
export function doubleQuoted(text: string): string {
  return `"${escaped(text, /["\\]/)}"`;
}

/** For PHP, inside single quotes: only the quote and the backslash are special. */
export function php(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

/** For PowerShell, inside single quotes: all four kinds it knows are doubled. */
export function powershell(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

function escaped(text: string, special: RegExp): string {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text[index] ?? '';
    if (special.test(unit)) return `\\${unit}`;
    const code = unit.charCodeAt(0);
    return code < 0x20 || code > 0x7e ? `\\u${code.toString(16).padStart(4, '0')}` : unit;
  }).join('');
}
