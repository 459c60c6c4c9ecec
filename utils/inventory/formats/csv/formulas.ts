/**
 * Cells a spreadsheet would take for a formula get an apostrophe in front (R27). It can be taken
 * off again without doubt: a text that already looks so gets one more.
 */

/** `=`, `+`, `-`, `@` and their wide forms, also behind blanks; tab and line breaks, which some programs drop. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
/** A program that reads the file with another separator or loses the quotes meets a new cell here. */
const INNER = /([;,\t|"])('*)(?=[=+\-@])/g;
const INNER_MARKED = /([;,\t|"])'('*)(?=[=+\-@])/g;

export function neutralised(text: string): string {
  const inner = text.replace(INNER, "$1'$2");
  return FORMULA.test(inner) ? `'${inner}` : inner;
}

/** @param own whether Keytag wrote it; others mark at most the beginning */
export function restored(text: string, own: boolean): string {
  const start = text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
  return own ? start.replace(INNER_MARKED, '$1$2') : start;
}
