/**
 * Takes out of a text what must not travel with it: mail addresses, names people sign in with, passwords,
 * tokens, network addresses, people's folders. What remains still tells what went wrong. Every pattern is
 * bounded, so the work never grows faster than the text.
 */

const ADDRESS = '[address]';
const SECRET = '[password]';
const TOKEN = '[token]';
const NETWORK = '[network address]';
const PERSON = '[name]';

/** Words for a secret in front of `:` or `=`, in the languages of Microsoft's page. */
const SECRET_WORDS = [
  'app[ _-]?password',
  'password',
  'passwort',
  'kennwort',
  'passwd',
  'passphrase',
  'smtp_?pass',
  'secret',
  '[a-z\\d]{1,12}_token',
  'oauth2-bearer',
  'api[_-]?key',
  'authorization',
  'cookie',
  'mot de passe',
  'contraseña',
  'senha',
  'palavra-passe',
  'wachtwoord',
  'hasło',
  'lösenord',
  'heslo',
  'пароль',
  'パスワード',
  '암호',
  '비밀번호',
  '密码',
  '密碼',
].join('|');
/** Those that also end other words. */
const SHORT_SECRET_WORDS = 'pass|pwd|pin|token';
const USER_WORDS =
  'user[ _-]?name|username|user|login|logon|account|benutzername|benutzer|anmeldename|utilisateur|usuario|utente';

/** Long words that are no app password although they have its shape. */
const WORDS_OF_SIXTEEN: ReadonlySet<string> = new Set([
  'authentification',
  'authentifizieren',
  'misconfiguration',
  'responsibilities',
  'kontoeinrichtung',
  'anmeldeverfahren',
  'characterization',
]);

/** `smtp://name:password@server` */
const LOGIN_IN_URL = /\b([a-z][a-z\d+.-]{1,15}:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,400}@/gi;

const RULES: readonly (readonly [
  pattern: RegExp,
  instead: string | ((match: string, ...groups: string[]) => string),
])[] = [
  // What a program sends to sign in: everything after the mechanism, and the answers to 334.
  [
    /\b(auth[ \t]{1,4}(?:plain|login|xoauth2|oauthbearer|cram-md5|ntlm))[ \t]{1,4}[\w+/=-]{2,4000}/gi,
    `$1 ${TOKEN}`,
  ],
  [
    /(\b334\b[^\n]{0,200}\r?\n[ \t]{0,8}(?:[<>~\-*|:=CSc]{1,4}[ \t]{0,4})?)[\w+/=-]{4,4000}(?=[ \t]{0,4}(?:\r?\n|$))/g,
    `$1${TOKEN}`,
  ],
  [/\b(bearer|basic|digest|negotiate)([ \t]{1,4}|%20)[\w+/=.~-]{8,8000}/gi, `$1 ${TOKEN}`],
  [/\beyJ[\w-]{6,4000}(?:\.[\w-]{0,8000}){0,4}/g, TOKEN],
  // -u name:password, --user …
  [/(\s(?:-u|--user|--proxy-user)[ =]{1,2})(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|\S{1,400})/g, `$1${SECRET}`],
  [
    /(\s(?:-ap|-xp|-a[pP]|--auth-password|--password|--passwordeval|--pass)[ =]{1,2})(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|\S{1,400})/g,
    `$1${SECRET}`,
  ],
  // <password>…</password>
  [new RegExp(`(<(?:${SECRET_WORDS})(?:\\s[^<>]{0,200})?>)[^<]{0,2000}`, 'giu'), `$1${SECRET}`],
  [
    new RegExp(
      `((?:${SECRET_WORDS}|(?<!\\p{L})(?:${SHORT_SECRET_WORDS}))(?:[ \\t]{1,3}(?:for|für)[ \\t]{1,3}[\\w.@[\\]-]{1,80})?["'\`\\]]{0,2}[ \\t]{0,4}(?::=|=>|[:=：])[ \\t]{0,4})(?:b?"[^"\\n]{0,2000}"?|b?'[^'\\n]{0,2000}'?|[^\\s,;&<>]{1,2000})`,
      'giu',
    ),
    `$1${SECRET}`,
  ],
  [
    /((?:password|kennwort|passwort)[ \t]{1,3}(?:is|ist|lautet|was|war)[ \t]{1,3})(?!incorrect|wrong|invalid|falsch|required|not\b|nicht\b|expired)[^\s,;.<>]{4,200}/gi,
    `$1${SECRET}`,
  ],
  [
    new RegExp(
      `((?:^|[\\s"'{(,;?&<\\[])(?:${USER_WORDS})["'\`\\]]{0,2}[ \\t]{0,3}[:=][ \\t]{0,3}["'<]?)(?!\\[(?:address|name)\\])([^\\s"'<>,;&)\\]]{2,200})`,
      'giu',
    ),
    `$1${PERSON}`,
  ],
  // An app password by its shape: sixteen small letters by themselves, or four groups of four.
  [
    /(?<![\p{L}\p{N}_./\\-])[a-z]{16}(?![\p{L}\p{N}_./\\-])/gu,
    (match) => (WORDS_OF_SIXTEEN.has(match) ? match : SECRET),
  ],
  [/(?<![\p{L}\p{N}_])[a-z]{4}(?:[ -][a-z]{4}){3}(?![\p{L}\p{N}_])/gu, SECRET],
  // Long runs that mix small letters, capitals and digits are tokens; names of servers have dots in them.
  [/(?<![\w+/=.-])[A-Za-z\d+/_-]{20,8000}={0,2}(?![\w.])/g, (match) => (isTokenLike(match) ? TOKEN : match)],
  [/([\\/](?:Users|home|Benutzer|Utilisateurs)[\\/]{1,2})[^\\/:*?"<>|\s]{1,80}/g, `$1${PERSON}`],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]?\d)/g, NETWORK],
  [/(?<![\w:.])(?:[\da-f]{1,4}:){4,7}(?::?[\da-f]{0,4}){1,2}(?![\w:])/gi, NETWORK],
];

/**
 * @param text anything a person pasted
 * @returns the text with stand-ins in square brackets; running it twice changes nothing more
 */
export function redact(text: string): string {
  return RULES.reduce(
    (rest, [pattern, instead]) =>
      typeof instead === 'string' ? rest.replace(pattern, instead) : rest.replace(pattern, instead),
    withoutAddresses(text.replace(LOGIN_IN_URL, `$1${SECRET}@`)),
  );
}

/** Capitals, small letters and digits all over: no word, no class name. */
function isTokenLike(run: string): boolean {
  if (/^[\da-f]{8}-[\da-f]{4}-/i.test(run)) return false;
  const digits = run.replace(/\D/g, '').length;
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && digits >= 2 && !run.includes('//');
}

const AT = /@|%40|=40|&#64;|&commat;|＠/g;
const LOCAL = /[^\s@<>"'`(),;:[\]{}|=\\&?/]/u;
const DOMAIN = /[\p{L}\p{N}._-]/u;
const MOST = 320;

/** Mail addresses, found at their @ and widened to both sides: a pattern that starts at every letter would be slow. */
function withoutAddresses(text: string): string {
  let result = '';
  let done = 0;
  for (const at of text.matchAll(AT)) {
    let from = at.index;
    while (from > done && at.index - from < MOST && LOCAL.test(text[from - 1] ?? '')) from -= 1;
    let to = at.index + at[0].length;
    const start = to;
    while (to < text.length && to - start < MOST && DOMAIN.test(text[to] ?? '')) to += 1;
    // A full stop ends the sentence, not the address.
    while (to > start && /[._-]/.test(text[to - 1] ?? '')) to -= 1;
    if (from === at.index || to === start) continue;
    result += text.slice(done, from) + ADDRESS;
    done = to;
  }
  return result + text.slice(done);
}
