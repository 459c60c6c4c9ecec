/**
 * The manifests as they are built, frozen word by word (SECURITY.md R21–R23): what a browser grants, and
 * what a person is asked for, changes only together with this file.
 */
import { describe, expect, it } from 'vitest';
import { readJson } from '../project-files.ts';

const { version } = readJson<{ version: string }>('package.json');

const HOSTS = [
  'https://mysignins.microsoft.com/*',
  'https://mysignins.azure.us/*',
  'https://mysignins.windowsazure.cn/*',
];

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'none'; " +
  "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`]));

const LOCK_NOW = {
  suggested_key: { default: 'Alt+Shift+L' },
  description: '__MSG_commandLockNow__',
};

const BOTH = {
  manifest_version: 3,
  name: '__MSG_extName__',
  short_name: 'Keytag',
  description: '__MSG_extDescription__',
  default_locale: 'en',
  version,
  icons: ICONS,
  host_permissions: HOSTS,
  // link.js: a link to the guide is noticed before the page's own script may lead to a sign-in.
  content_scripts: [
    { matches: HOSTS, js: ['link.js'], run_at: 'document_start', all_frames: false },
    { matches: HOSTS, js: ['security-info.js'], run_at: 'document_idle', all_frames: false },
  ],
  content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
  incognito: 'spanning',
  action: { default_title: '__MSG_actionTitle__' },
};

const CHROME = {
  ...BOTH,
  permissions: ['storage', 'unlimitedStorage', 'alarms', 'idle', 'notifications', 'sidePanel'],
  optional_permissions: ['clipboardRead', 'clipboardWrite', 'offscreen'],
  minimum_chrome_version: '120',
  // What an organisation may manage (utils/helpdesk/policy.ts). Firefox asks for no schema.
  storage: { managed_schema: 'managed-schema.json' },
  background: { service_worker: 'background.js' },
  side_panel: { default_path: 'sidepanel.html' },
  commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+K' } }, 'lock-now': LOCK_NOW },
};

const FIREFOX = {
  ...BOTH,
  permissions: ['storage', 'unlimitedStorage', 'alarms', 'idle', 'notifications'],
  optional_permissions: ['clipboardRead', 'clipboardWrite'],
  browser_specific_settings: {
    gecko: {
      id: 'keytag@keytag.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
  background: { scripts: ['background.js'] },
  sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Keytag' },
  commands: { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+K' } }, 'lock-now': LOCK_NOW },
};

describe.each([
  ['chrome', CHROME],
  ['firefox', FIREFOX],
] as const)('the manifest for %s', (family, expected) => {
  const manifest = readJson<Record<string, unknown>>(`.output/${family}-mv3/manifest.json`);

  it('is the one agreed', () => {
    expect(manifest, 'A manifest changes on purpose: change it here too, and say why.').toEqual(expected);
  });

  it.each([
    'web_accessible_resources',
    'externally_connectable',
    'optional_host_permissions',
    'update_url',
    'key',
  ])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });
});
