/** Addresses inside the panel: the part after `#`. Pure, so that every screen has one address and back. */

export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'apps' }
  | { readonly at: 'app'; readonly id: string }
  | { readonly at: 'guide' }
  /** `page`: an entry's id, that with `/rotate`, or one of the inventory's own screens; absent for the list. */
  | { readonly at: 'inventory'; readonly page?: string }
  | { readonly at: 'adviser' }
  | { readonly at: 'fix' }
  | { readonly at: 'option-missing' }
  | { readonly at: 'questions' }
  /** `page`: one of Helpdesk's own screens; absent for the first. */
  | { readonly at: 'helpdesk'; readonly page?: HelpdeskPage }
  | { readonly at: 'settings' };

/** The rooms of Helpdesk, as they stand in the address: `#/helpdesk/<page>`. */
const HELPDESK_PAGES = ['hand-outs', 'diagnostic', 'structure', 'lists'] as const;
export type HelpdeskPage = (typeof HELPDESK_PAGES)[number];

const PLAIN = [
  'apps',
  'guide',
  'inventory',
  'adviser',
  'fix',
  'option-missing',
  'questions',
  'helpdesk',
  'settings',
] as const;

/** As catalogue ids are written; anything else in the address is not one. */
const APP_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An entry's identity or a screen's name; what is none of them leads to the list. */
const INVENTORY_PAGE =
  /^(?:new|guide|restore|import|export|hand-over|safe|erase|recover|leak|compare|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\/rotate)?)$/;

/** The route an address means; an address nobody knows means Home. */
export function parseRoute(hash: string): Route {
  const [first = '', second, third] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'apps' && second !== undefined && APP_ID.test(second)) return { at: 'app', id: second };
  if (first === 'inventory' && second !== undefined) {
    const page = third === undefined ? second : `${second}/${third}`;
    if (INVENTORY_PAGE.test(page)) return { at: 'inventory', page };
  }
  if (first === 'helpdesk') {
    const page = HELPDESK_PAGES.find((known) => known === second);
    if (page !== undefined) return { at: 'helpdesk', page };
  }
  const at = PLAIN.find((name) => name === first);
  return { at: at ?? 'home' };
}

export function hrefOf(route: Route): string {
  switch (route.at) {
    case 'home':
      return '#/';
    case 'app':
      return `#/apps/${route.id}`;
    case 'inventory':
      return route.page === undefined ? '#/inventory' : `#/inventory/${route.page}`;
    case 'helpdesk':
      return route.page === undefined ? '#/helpdesk' : `#/helpdesk/${route.page}`;
    default:
      return `#/${route.at}`;
  }
}
