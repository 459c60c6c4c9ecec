/** The sections of the panel, in order. A new section is one line here. */
import type { Section } from '@/components/frame.tsx';
import { hrefOf, type Route } from './router.ts';

export const SECTIONS: readonly Section[] = [
  { href: hrefOf({ at: 'home' }), label: 'nav_home', icon: 'home' },
  { href: hrefOf({ at: 'apps' }), label: 'nav_apps', icon: 'app' },
  { href: hrefOf({ at: 'inventory' }), label: 'nav_inventory', icon: 'tags' },
  { href: hrefOf({ at: 'fix' }), label: 'fix_title', icon: 'question' },
  { href: hrefOf({ at: 'helpdesk' }), label: 'nav_helpdesk', icon: 'helpdesk' },
  { href: hrefOf({ at: 'settings' }), label: 'nav_settings', icon: 'settings' },
];

/** The section a screen belongs to, as its `href`; the guide belongs to none. */
export function sectionOf(route: Route): string | null {
  const href = hrefOf(roomOf(route));
  return SECTIONS.some((section) => section.href === href) ? href : null;
}

/** A screen below a section's own counts to that section. */
function roomOf(route: Route): Route {
  if (route.at === 'option-missing' || route.at === 'questions') return { at: 'fix' };
  if (route.at === 'app' || route.at === 'adviser') return { at: 'apps' };
  if (route.at === 'inventory' || route.at === 'helpdesk') return { at: route.at };
  return route;
}
