import { describe, expect, it } from 'vitest';
import { isSecurityInfo } from '@/utils/pages/security-info/match.ts';

const YES = [
  'https://mysignins.microsoft.com/security-info',
  'https://mysignins.microsoft.com/security-info/',
  'https://mysignins.microsoft.com/security-info?tenant=contoso&lng=de#x',
  'https://MYSIGNINS.microsoft.com/Security-Info',
  'https://mysignins.microsoft.com:443/security-info',
  'https://mysignins.azure.us/security-info',
  'https://mysignins.windowsazure.cn/security-info',
];
const NO = [
  'http://mysignins.microsoft.com/security-info',
  'https://mysignins.microsoft.com:8443/security-info',
  'https://mysignins.microsoft.com./security-info',
  'https://user:pass@mysignins.microsoft.com/security-info',
  'https://mysignins.microsoft.com.evil.tld/security-info',
  'https://evil.tld/mysignins.microsoft.com/security-info',
  'https://mysignins.microsoft.com@evil.tld/security-info',
  'https://xmysignins.microsoft.com/security-info',
  'https://mуsignins.microsoft.com/security-info', // a Cyrillic у
  'https://mysignins.microsoft.us/security-info',
  'https://mysignins-ppe.microsoft.com/security-info',
  'https://login.microsoftonline.com/security-info',
  'https://mysignins.microsoft.com/',
  'https://mysignins.microsoft.com/register?csrf_token=1',
  'https://mysignins.microsoft.com/api/post/registrationinterrupt',
  'https://mysignins.microsoft.com/security-info/password/change',
  'https://mysignins.microsoft.com/token/failed',
  'https://mysignins.microsoft.com/security-information',
  'https://mysignins.microsoft.com//security-info',
  'about:blank',
  'blob:https://mysignins.microsoft.com/security-info',
  'data:text/html,https://mysignins.microsoft.com/security-info',
];

describe('isSecurityInfo', () => {
  it.each(YES)('speaks on %s', (url) => expect(isSecurityInfo(new URL(url))).toBe(true));
  it.each(NO)('is silent on %s', (url) => expect(isSecurityInfo(new URL(url))).toBe(false));
});
