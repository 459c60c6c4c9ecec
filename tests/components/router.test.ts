import { describe, expect, it } from 'vitest';
import { SECTIONS, sectionOf } from '@/entrypoints/sidepanel/navigation.ts';
import { hrefOf, parseRoute, type Route } from '@/entrypoints/sidepanel/router.ts';

const ROUTES: readonly Route[] = [
  { at: 'home' },
  { at: 'apps' },
  { at: 'app', id: 'canon-imagerunner' },
  { at: 'guide' },
  { at: 'inventory' },
  { at: 'fix' },
  { at: 'helpdesk' },
  { at: 'helpdesk', page: 'hand-outs' },
  { at: 'settings' },
];

describe('the addresses of the panel', () => {
  it.each(ROUTES)('leads back to $at', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#nothing', '#/nowhere', '#/__proto__', '#/constructor'])(
    'takes %j for Home',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ at: 'home' });
    },
  );

  it.each(['#/apps/', '#/apps/../x', '#/apps/<b>', '#/apps/__proto__'])(
    'takes %j for the list of apps',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ at: 'apps' });
    },
  );

  it('marks Apps while one app is shown, and nothing while the guide is', () => {
    expect(sectionOf({ at: 'app', id: 'msmtp' })).toBe('#/apps');
    expect(sectionOf({ at: 'guide' })).toBeNull();
  });

  it('has no section twice', () => {
    expect(new Set(SECTIONS.map((section) => section.href)).size).toBe(SECTIONS.length);
  });
});
