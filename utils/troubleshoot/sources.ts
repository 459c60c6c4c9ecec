/** What the diagnoses rest on. One entry per source; dates and certainties as the fact sheet has them. */
import type { Fact } from '../advisor/microsoft.ts';

const CHECKED = '2026-11-22';

/** [Z1] */
export const ERROR_COLLECTION: Fact = {
  title: 'ZeroSMTP docs/errors and data/errors.json (its author sells a relay)',
  publisher: 'msgwing on GitHub',
  url: 'https://github.com/msgwing/ZeroSMTP',
  dated: '2026-08-22',
  checked: CHECKED,
  certainty: 'reported',
};

/** [Q5] */
export const SWITCH_OFF_SEEN: Fact = {
  title: 'A log with SmtpClientAuthentication disabled (simonrob/email-oauth2-proxy, issue 193)',
  publisher: 'A public bug report',
  checked: CHECKED,
  certainty: 'observed',
};

/** [Q6] */
export const WRONG_SECRET_SEEN: Fact = {
  title: 'A log with “the user credentials were incorrect” (freescout, issue 4930)',
  publisher: 'A public bug report',
  dated: '2025-07-21',
  checked: CHECKED,
  certainty: 'observed',
};

/** [O7] */
export const CRITERIA_SEEN: Fact = {
  title: 'A log with “did not meet the criteria to be authenticated successfully”',
  publisher: 'Public code',
  dated: '2026-08-05',
  checked: CHECKED,
  certainty: 'observed',
};

/** [Q7] */
export const LIBRARIES_SEEN: Fact = {
  title: 'How libraries report it: PHPMailer 992, nodemailer 1071, MailKit 700',
  publisher: 'Public bug reports',
  checked: CHECKED,
  certainty: 'observed',
};

/** [Q2], [Q1] */
export const READING_REFUSED_SEEN: Fact = {
  title:
    'IMAP answers “Basic authentication is disabled” (holon-run/uxc, issue 445; huacnlee/omamail, issue 31)',
  publisher: 'Public bug reports',
  dated: '2026-09-08',
  checked: CHECKED,
  certainty: 'observed',
};

/** [X6] */
export const BASIC_AUTH_ENDED: Fact = {
  title: 'Basic Authentication Deprecation in Exchange Online – What to Expect (blog post 3641943)',
  publisher: 'Microsoft, Exchange Team',
  dated: '2022-10-01',
  checked: CHECKED,
  certainty: 'documented',
};

/** [V4] */
export const DIRECT_SEND: Fact = {
  title: 'Introducing more control over Direct Send in Exchange Online (blog post 4408790; petri.com)',
  publisher: 'Microsoft, Exchange Team; Petri',
  dated: '2025-08-12',
  checked: CHECKED,
  certainty: 'reported',
};

/** [E10] */
export const ENTRA_CODES: Fact = {
  title: 'Microsoft Entra authentication and authorization error codes',
  publisher: 'Microsoft identity platform',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  checked: CHECKED,
  certainty: 'documented',
};

/** [O8] */
export const WRONG_PASSWORD_CODE_SEEN: Fact = {
  title: 'AADSTS50126 in public code',
  publisher: 'Public code',
  checked: CHECKED,
  certainty: 'observed',
};

/** [Q8] */
export const POLICY_CODE_SEEN: Fact = {
  title: 'AADSTS53003 (dafthack/MSOLSpray, issue 5)',
  publisher: 'A public bug report',
  dated: '2022-02-11',
  checked: CHECKED,
  certainty: 'observed',
};

/** [P3] */
export const FIRST_MINUTES: Fact = {
  title: 'A guide that says to wait some minutes before the first use (macnamara.co.uk)',
  publisher: 'Macnamara',
  checked: CHECKED,
  certainty: 'reported',
};

/** tests/setups runs msmtp, curl, swaks, Python, PHPMailer and Nodemailer against a server on loopback. */
export const OWN_RUNS: Fact = {
  title: 'What the programs print: runs against a test server (tests/setups)',
  publisher: 'Keytag',
  checked: CHECKED,
  certainty: 'observed',
};
