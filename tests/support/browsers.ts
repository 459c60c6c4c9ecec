/**
 * Starts a real Chromium or Firefox with the extension, behind the proxy of a world. Both give the same
 * small interface; what differs between them stays in this file and in ax-*.ts.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { call, chromeContext } from './bidi.ts';
import { type BrowserKind, findBrowser } from './find-browser.ts';
import type { Profile } from './profile.ts';
import { until } from './until.ts';

export interface LaunchOptions {
  /** An unpacked extension: `.output/chrome-mv3`, `.output/firefox-mv3`. */
  readonly extensionDir: string;
  /** Of a world; without it the browser reaches whatever the machine reaches. */
  readonly proxyPort: number;
  /** Language of the browser's own interface, and so of the extension. */
  readonly lang?: string;
  readonly headless?: boolean;
  /** Size of the page in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** 2 is what a person gets who zooms to 200 %: give half the width as well. */
  readonly scale?: number;
  readonly colours?: 'light' | 'dark';
  readonly forcedColours?: boolean;
  readonly reducedMotion?: boolean;
  /** One that outlives the browser, for another start with the same data; otherwise a fresh one each time. */
  readonly profile?: Profile;
  /** Another program of the same kind than the machine's own. */
  readonly program?: string;
  /** Chromium's command line or Firefox's, for special cases. */
  readonly args?: readonly string[];
  /** Ms that one call into the browser may take; for what is measured rather than tested. */
  readonly protocolTimeout?: number;
  /** Added to the environment: another time or zone (fake-time.ts). */
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestBrowser {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  readonly extensionId: string;
  readonly panelUrl: string;
  readonly practiceUrl: string;
  newPage(url?: string): Promise<Page>;
  /** The panel as a full tab. */
  openPanel(): Promise<Page>;
  close(): Promise<void>;
  /** Ends it with all its processes at once, as a crash or a power cut does: nothing is told to anybody. */
  kill(): Promise<void>;
}

const PANEL = 'sidepanel.html';
const PRACTICE = 'practice.html';

/** A fresh profile with a language pack or two still starts within this on a machine with two cores. */
const START_MS = 60_000;

export function launch(kind: BrowserKind, options: LaunchOptions): Promise<TestBrowser> {
  return kind === 'firefox' ? launchFirefox(options) : launchChromium(options);
}

export async function launchChromium(options: LaunchOptions): Promise<TestBrowser> {
  const { lang = 'en', headless = true } = options;
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.program ?? programOf('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: viewport(options),
    timeout: START_MS,
    ...(options.protocolTimeout === undefined ? {} : { protocolTimeout: options.protocolTimeout }),
    ...(options.profile
      ? {
          userDataDir: options.profile.folder,
          downloadBehavior: { policy: 'allow', downloadPath: options.profile.downloads },
        }
      : {}),
    // Linux takes the language of Chromium's interface from here, other systems from --lang.
    env: { ...process.env, LANGUAGE: lang, ...options.env },
    args: [
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      // Without it addresses on loopback would pass by the proxy, unseen.
      '--proxy-bypass-list=<-loopback>',
      `--lang=${lang}`,
      `--accept-lang=${lang}`,
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The http: look-alike must stay http:.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      `--window-size=${options.width ?? 1280},${(options.height ?? 800) + 120}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
  });
  const extensionId = await orClose(browser, browser.installExtension(options.extensionDir));
  return common('chromium', browser, extensionId, `chrome-extension://${extensionId}/`, async (page) => {
    const features = mediaFeatures(options);
    if (features.length === 0) return;
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features });
  });
}

async function launchFirefox(options: LaunchOptions): Promise<TestBrowser> {
  const { lang = 'en', headless = true, proxyPort, profile } = options;
  const uuid = profile?.uuid ?? randomUUID();
  const geckoId = await readGeckoId(options.extensionDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.program ?? programOf('firefox'),
    headless,
    acceptInsecureCerts: true,
    defaultViewport: viewport(options),
    timeout: START_MS,
    ...(profile ? { userDataDir: profile.folder } : {}),
    env: { ...process.env, ...options.env },
    // Chrome-privileged scripts: the only way to the accessibility tree.
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      // Otherwise some requests of Firefox's own go round a proxy that refuses them.
      'network.proxy.failover_direct': false,
      'network.trr.mode': 5,
      'dom.security.https_first': false,
      // The extension's address is known before it is installed.
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
      'intl.accept_languages': lang,
      ...(profile ? kept(profile) : {}),
      'accessibility.force_disabled': 0,
      'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
      ...(options.colours
        ? { 'layout.css.prefers-color-scheme.content-override': options.colours === 'dark' ? 0 : 1 }
        : {}),
      ...(options.forcedColours ? { 'browser.display.document_color_use': 2 } : {}),
    },
  });
  await orClose(
    browser,
    speak(browser, lang).then(() => browser.installExtension(options.extensionDir)),
  );
  return common('firefox', browser, geckoId, `moz-extension://${uuid}/`, async () => undefined);
}

/**
 * Firefox takes an extension that was installed by a test away again when it closes. These leave its data,
 * as they stay with one that a person installed.
 */
function kept({ downloads }: Profile) {
  return {
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.helperApps.neverAsk.saveToDisk': 'application/octet-stream',
    // After a kill it would offer a safe start.
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.sessionstore.resume_from_crash': false,
  };
}

/**
 * Makes Firefox take a language for available without its language pack, so that it asks extensions for
 * their messages in it. Its own windows stay English.
 */
async function speak(browser: Browser, lang: string): Promise<void> {
  if (lang === 'en') return;
  const [page] = await browser.pages();
  if (!page) throw new Error('Firefox opened without a page');
  const setLocale = `function (lang) {
    Services.locale.availableLocales = [lang, 'en-US'];
    Services.locale.requestedLocales = [lang];
  }`;
  await call(page, await chromeContext(page), setLocale, [lang]);
}

function common(
  kind: BrowserKind,
  browser: Browser,
  extensionId: string,
  origin: string,
  prepare: (page: Page) => Promise<void>,
): TestBrowser {
  async function newPage(url?: string): Promise<Page> {
    const page = await browser.newPage();
    await prepare(page);
    if (url?.startsWith(origin)) await openOwnPage(page, url);
    else if (url) await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }
  return {
    kind,
    browser,
    extensionId,
    panelUrl: origin + PANEL,
    practiceUrl: origin + PRACTICE,
    newPage,
    openPanel: () => newPage(origin + PANEL),
    close: () => browser.close(),
    kill: () => killed(browser),
  };
}

/** Puppeteer starts a browser as the head of a process group of its own, except on Windows. */
async function killed(browser: Browser): Promise<void> {
  const program = browser.process();
  if (program?.pid === undefined) throw new Error('the browser is not ours to kill');
  const gone = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  if (process.platform === 'win32') program.kill('SIGKILL');
  else process.kill(-program.pid, 'SIGKILL');
  await gone;
  // Whoever still waits for an answer is told that there will be none.
  await browser.disconnect();
}

/** In Firefox `goto` to an extension page arrives but never settles, so the page itself is asked. */
async function openOwnPage(page: Page, url: string): Promise<void> {
  page.goto(url).catch(() => undefined);
  await until(`${url} to load`, () =>
    page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      // The context of about:blank goes away meanwhile.
      .catch(() => false),
  );
}

function viewport({ width = 1280, height = 800, scale = 1 }: LaunchOptions) {
  return { width, height, deviceScaleFactor: scale };
}

function mediaFeatures({ colours, forcedColours, reducedMotion }: LaunchOptions) {
  return [
    ...(colours ? [{ name: 'prefers-color-scheme', value: colours }] : []),
    ...(forcedColours ? [{ name: 'forced-colors', value: 'active' }] : []),
    ...(reducedMotion ? [{ name: 'prefers-reduced-motion', value: 'reduce' }] : []),
  ];
}

function programOf(kind: BrowserKind): string {
  const path = findBrowser(kind);
  if (!path) throw new Error(`no ${kind} found; set ${kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'}`);
  return path;
}

async function readGeckoId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  const id: unknown = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string') throw new Error(`${extensionDir}: the manifest has no gecko id`);
  return id;
}

/** No browser is left running when the extension can't be installed. */
async function orClose<T>(browser: Browser, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
