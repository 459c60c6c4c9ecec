/**
 * What Microsoft's rules say about app passwords, apart from the dated changes (those stand in
 * utils/timeline). One entry per rule, cited by verdicts and causes.
 */
import type { Source } from '../catalogue/app.ts';

export type Fact = Omit<Source, 'for'>;

const CHECKED = '2026-11-22';

/** Blocking sign-in by password blocks app passwords; sending (SMTP AUTH) is the one exception. */
export const ONLY_SENDING_IS_LEFT: Fact = {
  title: 'Deprecation of Basic authentication in Exchange Online',
  publisher: 'Microsoft, Exchange documentation',
  url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
  checked: CHECKED,
  certainty: 'documented',
};

/** The switches for SMTP AUTH, per organisation and per mailbox; security defaults and policies overrule
 * them. */
export const SENDING_SWITCHES: Fact = {
  title: 'Enable or disable authenticated client SMTP submission in Exchange Online',
  publisher: 'Microsoft, Exchange documentation',
  url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
  dated: '2021-07',
  checked: CHECKED,
  certainty: 'documented',
};

/** `Set-CASMailbox -SmtpClientAuthenticationDisabled`. */
export const MAILBOX_SWITCH: Fact = {
  title: 'Set-CASMailbox',
  publisher: 'Microsoft, Exchange PowerShell documentation',
  url: 'https://learn.microsoft.com/en-us/powershell/module/exchange/set-casmailbox',
  dated: '2026-08-21',
  checked: CHECKED,
  certainty: 'documented',
};

/** Where the mailbox switch stands in the Microsoft 365 admin centre. */
export const MAILBOX_SWITCH_PATH: Fact = {
  title: 'Authenticated SMTP in the Microsoft 365 admin center (itkitchen.info)',
  publisher: 'IT Kitchen',
  dated: '2023-06-04',
  checked: CHECKED,
  certainty: 'reported',
};

/** App passwords: who gets them, the tenant's tick box (off by default), 40 at most, what ends them. */
export const APP_PASSWORDS: Fact = {
  title: 'Enforce Microsoft Entra multifactor authentication with legacy applications using app passwords',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords',
  dated: '2025-03-04',
  checked: CHECKED,
  certainty: 'documented',
};

/** The admin's own page: deleting all app passwords of a user at once. */
export const METHODS_OF_USERS: Fact = {
  title: 'Manage user authentication methods for multifactor authentication (howto-mfa-userdevicesettings)',
  publisher: 'Microsoft Entra',
  dated: '2025-01-26',
  checked: CHECKED,
  certainty: 'documented',
};

/** Per-user multi-factor sign-in and its states Disabled, Enabled, Enforced. */
export const PER_USER_MFA: Fact = {
  title: 'Enable per-user Microsoft Entra multifactor authentication',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-userstates',
  dated: '2025-03-04',
  checked: CHECKED,
  certainty: 'documented',
};

/** People whose multi-factor sign-in comes from Conditional Access aren't offered app passwords; the page of
 * another organisation. */
export const COMBINED_REGISTRATION: Fact = {
  title: 'Combined security information registration for Microsoft Entra',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-registration-mfa-sspr-combined',
  dated: '2024-10-01',
  checked: CHECKED,
  certainty: 'documented',
};

/** Security defaults block sign-in by password. */
export const SECURITY_DEFAULTS: Fact = {
  title: 'Security defaults in Microsoft Entra ID',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/fundamentals/security-defaults',
  dated: '2024-04-15',
  checked: CHECKED,
  certainty: 'documented',
};

/** Registration problems: limits per method, an hour or two until a changed policy shows. */
export const REGISTRATION_TROUBLE: Fact = {
  title: 'Troubleshoot combined security information registration',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-registration-mfa-sspr-combined-troubleshoot',
  dated: '2025-03-04',
  checked: CHECKED,
  certainty: 'documented',
};

/** The old settings page keeps the app password tick box. */
export const MFA_SETTINGS: Fact = {
  title: 'Configure Microsoft Entra multifactor authentication settings',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-mfasettings',
  dated: '2025',
  checked: CHECKED,
  certainty: 'documented',
};

/** The list of methods starts short; the rest is behind "Show more options". */
export const NEW_METHOD_PICKER: Fact = {
  title: "What's new in Microsoft Entra: My Security-Info Add sign-in method picker UX update",
  publisher: 'Microsoft Entra',
  dated: '2024-08',
  checked: CHECKED,
  certainty: 'documented',
};

/** People's own page about app passwords; 40 at most. */
export const USER_PAGE: Fact = {
  title: 'Manage app passwords for two-step verification',
  publisher: 'Microsoft Support (archived copy)',
  dated: '2020',
  checked: CHECKED,
  certainty: 'documented',
};

/** Personal accounts: where app passwords are made and what for. */
export const PERSONAL_APP_PASSWORDS: Fact = {
  title: "How to get and use app passwords (archived copy of Microsoft's page)",
  publisher: 'Microsoft Support',
  url: 'https://archive.md/5fRQS',
  dated: '2025-01-19',
  checked: CHECKED,
  certainty: 'documented',
};

/** SMTP AUTH stays with OAuth; only sign-in by password goes. */
export const SMTP_WITH_OAUTH_STAYS: Fact = {
  title: 'Exchange Online to retire Basic auth for Client Submission (SMTP AUTH), blog post 4114750',
  publisher: 'Microsoft, Exchange Team',
  dated: '2025-06-11',
  checked: CHECKED,
  certainty: 'documented',
};

/** The relay connector: network address or certificate, port 25 with TLS, no password. */
export const RELAY_CONNECTOR: Fact = {
  title: 'How to set up a multifunction device or application to send email',
  publisher: 'Microsoft, Exchange documentation',
  url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  dated: '2021-07',
  checked: CHECKED,
  certainty: 'documented',
};

/** High Volume Email: inside the organisation only, accounts of its own, usage-priced. */
export const HIGH_VOLUME_EMAIL: Fact = {
  title:
    'High Volume Email for Microsoft 365: internal recipients, own accounts (petri.com); prices (blog.minerva-ia.com)',
  publisher: 'Petri, Minerva',
  dated: '2026-01-15',
  checked: CHECKED,
  certainty: 'reported',
};

/** Azure Communication Services Email: SMTP with a name tied to an Entra app. */
export const AZURE_COMMUNICATION: Fact = {
  title: 'Send email with SMTP (Azure Communication Services)',
  publisher: 'Microsoft, Azure documentation',
  checked: CHECKED,
  certainty: 'documented',
};

/** Prices of the tools around: nobody looked. */
export const GENERAL_KNOWLEDGE: Fact = {
  title: 'General knowledge, not checked',
  publisher: 'Keytag',
  checked: CHECKED,
  certainty: 'uncertain',
};
