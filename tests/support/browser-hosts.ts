/**
 * Hosts that browsers ask by themselves. They are refused like all others, but they say nothing about the
 * extension or the page. Kept narrow: what is not listed is a finding. Observed with fresh profiles behind
 * our proxy (Chromium 156, Firefox 153 ESR, November 2026) unless marked.
 */
const OWN_HOSTS: readonly RegExp[] = [
  // Chromium and Chrome. Component updates come from numbered hosts under gvt1.com.
  /^(accounts|clients[0-9]?)\.google\.com$/,
  /^(update|content-autofill)\.googleapis\.com$/,
  /^([a-z0-9-]+\.)+gvt1\.com$/,
  // Not seen here, asked by branded Chrome (unchecked).
  /^(mtalk|android\.clients)\.google\.com$/,
  /^(optimizationguide-pa|safebrowsing|safebrowsingohttpgateway|passwordsleakcheck-pa)\.googleapis\.com$/,
  // Edge (unchecked, from Microsoft's list of end points to allow).
  /^(edge|nav-edge\.smartscreen|msedge\.api\.cdp|browser\.events\.data)\.(microsoft|msn)\.com$/,
  /^config\.edge\.skype\.com$/,
  // Firefox: only its settings service was seen, the others depend on the time since the last start.
  /^([a-z0-9-]+\.)+mozilla\.(com|net|org)$/,
  /^([a-z0-9-]+\.)+firefox\.com$/,
];

export function isBrowsersOwn(host: string): boolean {
  return OWN_HOSTS.some((pattern) => pattern.test(host));
}
