import { defineConfig } from 'wxt';
import { appCards } from './utils/catalogue/cards-build.ts';
import { managedSchema } from './utils/helpdesk/managed-schema.ts';
import { PROVIDER_HOSTS } from './utils/pages/hosts.ts';

/** Everything the extension is allowed to load: nothing but its own files (SECURITY.md R22). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // Argon2id, which turns a passphrase into a key, is WebAssembly that the extension brings along.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'none'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** kdbxweb's bundle asks `new Function("return this")` for the global object where `globalThis` is missing,
 * which is nowhere we run; the page's policy forbids it and store reviewers flag it. */
const withoutFunctionConstructor = {
  name: 'without-function-constructor',
  transform: (code: string) => {
    const free = code.replaceAll(/new Function\((['"])return this\1\)(?:\(\))?/g, 'globalThis');
    return free === code ? null : { code: free, map: null };
  },
};

/** As the manifest names it. Firefox asks for no schema. */
const MANAGED_SCHEMA = 'managed-schema.json';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Auto-imports hide the edges of the module graph from readers and from the border check.
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    // UTF-8 as it is: escaped, Microsoft's labels in eighteen languages would take twice the room.
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', charset: 'utf8' },
    // Tables come as text for JSON.parse, which a page's script gets through faster than through code.
    json: { stringify: true, namedExports: false },
    // What the first screen imports is asked for together with it; every browser we are for can do that itself.
    build: { modulePreload: { polyfill: false } },
    // A worker that loads a part of itself when needed can't be a single classic script.
    worker: { format: 'es', plugins: () => [withoutFunctionConstructor] },
    plugins: [appCards, withoutFunctionConstructor],
  }),
  hooks: {
    'build:publicAssets'(wxt, files) {
      if (wxt.config.browser === 'firefox') return;
      const contents = `${JSON.stringify(managedSchema(), null, 2)}\n`;
      files.push({ contents, relativeDest: MANAGED_SCHEMA });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    short_name: 'Keytag',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // idle: locks the inventory with the computer; alarms: locks it while no window is open, and reminders'
    // heartbeat; notifications: the digest. Required, since an optional one has to be asked for in a click,
    // and a reminder that nobody switched on reminds nobody.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'idle', 'notifications'],
    host_permissions: PROVIDER_HOSTS.map((host) => `https://${host}/*`),
    content_scripts: [
      {
        // Before the page's own script: a link to the guide must be noticed before it leads to a sign-in.
        matches: PROVIDER_HOSTS.map((host) => `https://${host}/*`),
        js: ['link.js'],
        run_at: 'document_start',
        all_frames: false,
      },
      {
        matches: PROVIDER_HOSTS.map((host) => `https://${host}/*`),
        js: ['security-info.js'],
        run_at: 'document_idle',
        all_frames: false,
      },
    ],
    incognito: 'spanning',
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      [browser === 'firefox' ? '_execute_sidebar_action' : '_execute_action']: {
        suggested_key: { default: 'Alt+Shift+K' },
      },
      'lock-now': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandLockNow__',
      },
    },
    // Reading the clipboard is asked for in a click, and only by people who want a copied password cleared
    // with the panel closed. Chrome's background has no clipboard and opens a document for it: offscreen.
    optional_permissions: [
      'clipboardRead',
      'clipboardWrite',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'keytag@keytag.example',
              // 140 shows the data collection consent on desktop, 142 on Android: the store asks for both.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: MANAGED_SCHEMA } }),
  }),
});
