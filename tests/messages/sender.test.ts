import { describe, expect, it } from 'vitest';
import { type Sender, senderKind } from '@/utils/messages/sender.ts';

const self = { id: 'keytag', origin: 'chrome-extension://keytag' };
const page: Sender = {
  id: 'keytag',
  url: 'https://mysignins.microsoft.com/security-info',
  frameId: 0,
  tab: { id: 1 },
};
const panel: Sender = {
  id: 'keytag',
  url: 'chrome-extension://keytag/sidepanel.html#/apps',
  origin: self.origin,
};

const CASES: readonly (readonly [string, Sender | undefined, ReturnType<typeof senderKind>])[] = [
  ['the content script', page, 'provider-page'],
  [
    'the content script on another page of that host',
    { ...page, url: 'https://mysignins.microsoft.com/devices' },
    'provider-page',
  ],
  [
    'the content script of another cloud',
    { ...page, url: 'https://mysignins.azure.us/security-info' },
    'provider-page',
  ],
  ['the side panel', panel, 'panel'],
  ['the panel in a tab', { ...panel, frameId: 0, tab: { id: 3 } }, 'panel'],
  ['the panel in Firefox', { id: 'keytag', url: 'chrome-extension://keytag/sidepanel.html' }, 'panel'],
  [
    'the rehearsal page',
    { ...panel, url: 'chrome-extension://keytag/practice.html', tab: { id: 2 }, frameId: 0 },
    'rehearsal',
  ],
  ['nobody', undefined, null],
  ['another extension', { ...panel, id: 'other' }, null],
  ['another extension with our address', { ...page, id: 'other' }, null],
  ['a frame in a provider page', { ...page, frameId: 7 }, null],
  ['our page in a frame', { ...panel, frameId: 4, tab: { id: 1 } }, null],
  ['our page with a foreign origin', { ...panel, origin: 'https://evil.test' }, null],
  ['another page of ours', { ...panel, url: 'chrome-extension://keytag/other.html' }, null],
  [
    'a page path that only starts like ours',
    { ...panel, url: 'chrome-extension://keytag/sidepanel.html.evil' },
    null,
  ],
  [
    'an extension whose id ends like ours',
    { ...panel, url: 'chrome-extension://notkeytag/sidepanel.html' },
    null,
  ],
  ['a provider page without a tab', { ...page, tab: undefined }, null],
  ['a prerendered page', { ...page, documentLifecycle: 'prerender' }, null],
  ['http', { ...page, url: 'http://mysignins.microsoft.com/security-info' }, null],
  ['another port', { ...page, url: 'https://mysignins.microsoft.com:8443/security-info' }, null],
  ['a look-alike', { ...page, url: 'https://mysignins.microsoft.com.evil.test/security-info' }, null],
  ['user information', { ...page, url: 'https://mysignins.microsoft.com@evil.test/' }, null],
  ['no address', { ...page, url: undefined }, null],
  ['nonsense', { ...page, url: 'nonsense' }, null],
];

describe('senderKind', () => {
  it.each(CASES)('%s', (_, sender, kind) => expect(senderKind(sender, self)).toBe(kind));
});
