/**
 * A browser that an organisation manages, beside browsers that nobody manages. Chromium reads its policies in one
 * folder of the machine: the file is named after a copy of the extension, whose id nobody else has, and goes with it.
 * Firefox reads them beside its program: it is started from a folder of links with policies of its own.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { LaunchOptions } from './browsers.ts';
import { builtExtension } from './built-extension.ts';
import { type BrowserKind, findProgram } from './find-browser.ts';

export interface Managed {
  /** What `launch` needs to start a browser that is managed. */
  readonly options: Pick<LaunchOptions, 'extensionDir' | 'program'>;
  /** Writes the values; a running Chromium reads them anew, Firefox at its next start. */
  write(values: unknown): void;
  /** Nothing of it is left on the machine. */
  remove(): void;
}

/** Debian's Chromium; Google's own and Edge read elsewhere. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';
const FIREFOX_ID = 'keytag@keytag.example';

export function manage(kind: BrowserKind): Managed {
  return kind === 'chromium' ? manageChromium() : manageFirefox();
}

function manageChromium(): Managed {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'keytag-managed-')));
  const extensionDir = join(root, 'extension');
  cpSync(builtExtension('chromium'), extensionDir, { recursive: true });
  const id = unpackedId(extensionDir);
  const file = join(CHROMIUM_POLICIES, `keytag-test-${randomUUID()}.json`);
  return {
    options: { extensionDir },
    write(values) {
      try {
        mkdirSync(CHROMIUM_POLICIES, { recursive: true });
        writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: values } } }));
      } catch (error) {
        throw new Error(`This test manages Chromium and must be able to write to ${CHROMIUM_POLICIES}.`, {
          cause: error,
        });
      }
    },
    remove() {
      rmSync(file, { force: true });
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** As Chromium names an extension without a key: after the folder it is in. */
function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function manageFirefox(): Managed {
  const original = findProgram('firefox');
  if (!original) throw new Error('no program of Firefox found, scripts aside; set FIREFOX_PATH');
  const root = mkdtempSync(join(tmpdir(), 'keytag-managed-'));
  for (const name of readdirSync(dirname(original))) {
    if (name !== basename(original) && name !== 'distribution') {
      symlinkSync(join(dirname(original), name), join(root, name));
    }
  }
  // Firefox looks for its own parts where the program itself lies.
  const program = join(root, basename(original));
  cpSync(original, program);
  mkdirSync(join(root, 'distribution'));
  return {
    options: { extensionDir: builtExtension('firefox'), program },
    write: (values) =>
      writeFileSync(
        join(root, 'distribution', 'policies.json'),
        JSON.stringify({ policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: values } } } }),
      ),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}
