/** The sections of the panel, in order. A new section is one line here. */
import type { Section } from '@/components/frame.tsx';
import { hrefOf, type Route } from './router.ts';

export const SECTIONS: readonly Section[] = [
  { href: hrefOf({ at: 'home' }), label: 'nav_home', icon: 'home' },
  { href: hrefOf({ at: 'apps' }), label: 'nav_apps', icon: 'app' },
  { href: hrefOf({ at: 'inventory' }), label: 'nav_inventory', icon: 'tags' },
  { href: hrefOf({ at: 'settings' }), label: 'nav_settings', icon: 'settings' },
];

/** The section a screen belongs to, as its `href`; the guide belongs to none. */
export function sectionOf(route: Route): string | null {
  const href = hrefOf(route.at === 'app' ? { at: 'apps' } : route);
  return SECTIONS.some((section) => section.href === href) ? href : null;
}
