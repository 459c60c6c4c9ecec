/**
 * The hosts whose pages Keytag can read: the one list behind the manifest's permissions, the content
 * script's matches and the host check (SECURITY.md R17). No sign-in host is ever listed here.
 *
 * Sources, last checked 2026-11-22: mysignins.microsoft.com (Microsoft's own help pages);
 * mysignins.azure.us for US Government (Microsoft's MSAL for Android, PasskeyOriginRulesManager);
 * mysignins.windowsazure.cn for 21Vianet (21Vianet support note).
 */
export const PROVIDER_HOSTS = [
  'mysignins.microsoft.com',
  'mysignins.azure.us',
  'mysignins.windowsazure.cn',
] as const;

/** The path on a provider host that holds a person's sign-in methods. */
export const SECURITY_INFO_PATH = '/security-info';
