import { describe, expect, it } from 'vitest';
import { type AdminPart, adminMessage } from '@/utils/advisor/admin-message.ts';
import { ALLOWED, BLOCKED, MISSING, question, WITH_REMOVAL } from './support.ts';

const keys = (parts: readonly AdminPart[] = []) =>
  parts.flatMap((part) => (part.is === 'sentence' ? [part.sentence.key] : []));
const commands = (parts: readonly AdminPart[] = []) =>
  parts.flatMap((part) => (part.is === 'command' ? [part.command] : []));
const paths = (parts: readonly AdminPart[] = []) =>
  parts.flatMap((part) => (part.is === 'path' ? [part.path.at(-1)] : []));

describe('the text for the admin', () => {
  it('asks for both switches when nothing is known, with the exact setting, path and command', () => {
    const message = adminMessage(question('canon-imagerunner'), 'scan@contoso.com');
    expect(commands(message?.parts)).toEqual([
      "Set-CASMailbox -Identity 'scan@contoso.com' -SmtpClientAuthenticationDisabled $false",
    ]);
    expect(paths(message?.parts)).toEqual([
      'Authenticated SMTP',
      'Allow users to create app passwords to sign in to non-browser apps',
      'Per-user MFA',
    ]);
    expect(keys(message?.parts)).toContain('admin_default_off_ahead');
    expect(message?.sources.length).toBeGreaterThan(0);
  });

  it('leaves out what is allowed already', () => {
    expect(commands(adminMessage(question('zabbix', { admin: ALLOWED }))?.parts)).toEqual([]);
    expect(keys(adminMessage(question('zabbix', { admin: ALLOWED }))?.parts)).toContain('admin_all_allowed');
    expect(
      paths(
        adminMessage(question('zabbix', { admin: { smtpAuth: 'blocked', appPasswords: 'offered' } }))?.parts,
      ),
    ).toEqual(['Authenticated SMTP']);
    expect(
      commands(adminMessage(question('zabbix', { admin: { ...MISSING, smtpAuth: 'allowed' } }))?.parts),
    ).toEqual([]);
  });

  it('speaks of the switch by default in the right tense', () => {
    expect(keys(adminMessage(question('zabbix', { admin: BLOCKED, today: '2027-01-15' }))?.parts)).toContain(
      'admin_default_off_done',
    );
    expect(
      keys(adminMessage(question('zabbix', { admin: ALLOWED, today: '2027-01-15' }))?.parts),
    ).not.toContain('admin_default_off_done');
  });

  it('quotes the mailbox so that PowerShell takes it literally', () => {
    const line = commands(
      adminMessage(question('zabbix'), "o'neil’s $(Remove-Mailbox)@contoso.com")?.parts,
    )[0];
    expect(line).toBe(
      "Set-CASMailbox -Identity 'o''neil’’s $(Remove-Mailbox)@contoso.com' -SmtpClientAuthenticationDisabled $false",
    );
  });

  it('names no app that has no name of its own', () => {
    const message = adminMessage(question('other-device'));
    expect(message?.subject).toEqual({ key: 'admin_subject_any' });
    expect(message?.parts[0]).toMatchObject({
      sentence: { key: 'admin_greeting_any', args: ['you@example.com'] },
    });
  });

  it('is silent where no admin can help', () => {
    expect(adminMessage(question('zabbix', { account: 'personal' }))).toBeNull();
    expect(adminMessage(question('zabbix', { purpose: 'read' }))).toBeNull();
    expect(adminMessage(question('zabbix', { today: '2028-07-01' }), undefined, WITH_REMOVAL)).toBeNull();
  });
});
