import { describe, expect, it } from 'vitest';
import { PROVIDER_HOSTS } from '@/utils/pages/hosts.ts';
import { linkIn } from '@/utils/pages/security-info/link.ts';

const PAGE = 'https://mysignins.microsoft.com/security-info';

describe('linkIn', () => {
  it.each(PROVIDER_HOSTS)('reads the id on %s', (host) => {
    expect(linkIn(new URL(`https://${host}/security-info#keytag=canon-imagerunner`))).toBe(
      'canon-imagerunner',
    );
  });
  it.each(['delete', 'compare', 'git', 'x1-2y'])('reads "%s"', (id) => {
    expect(linkIn(new URL(`${PAGE}/?lng=de#keytag=${id}`))).toBe(id);
  });
  it.each([
    '',
    '#',
    '#keytag',
    '#keytag=',
    '#keytag=A',
    '#Keytag=git',
    '#keytag=git&keytag=delete',
    '#keytag=git#keytag=delete',
    '#keytag=git&x=1',
    '#x=1&keytag=git',
    '#keytag=git,delete',
    '#keytag=%67it',
    '#keytag=git%00',
    '#keytag=git%0a',
    '#keytag=git/',
    '#keytag=../git',
    '#keytag=-git',
    '#keytag=git-',
    '#keytag=git--hub',
    '#keytag=__proto__',
    '#keytag=<script>alert(1)</script>',
    '#keytag=javascript:alert(1)',
    '#keytag=\u0261it',
    '#keytag=git\u200b',
    ' #keytag=git',
    `#keytag=${'a'.repeat(81)}`,
    `#keytag=${'a'.repeat(1_000_000)}`,
  ])('leaves a fragment like %.40s alone', (fragment) => {
    expect(linkIn(new URL(PAGE + fragment))).toBeNull();
  });
  it.each([
    'https://mysignins.microsoft.com/register#keytag=git',
    'https://mysignins.microsoft.com/security-info/password/change#keytag=git',
    'https://mysignins.microsoft.com.evil.test/security-info#keytag=git',
    'https://mysignins.microsoft.com:8443/security-info#keytag=git',
    'http://mysignins.microsoft.com/security-info#keytag=git',
    'https://login.microsoftonline.com/security-info#keytag=git',
  ])('is no link at %s', (address) => expect(linkIn(new URL(address))).toBeNull());
});
