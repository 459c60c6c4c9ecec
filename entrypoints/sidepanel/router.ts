/** Addresses inside the panel: the part after `#`. Pure, so that every screen has one address and back. */

export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'apps' }
  | { readonly at: 'app'; readonly id: string }
  | { readonly at: 'guide' }
  | { readonly at: 'inventory' }
  | { readonly at: 'fix' }
  | { readonly at: 'helpdesk' }
  | { readonly at: 'settings' };

const PLAIN = ['apps', 'guide', 'inventory', 'fix', 'helpdesk', 'settings'] as const;

/** As catalogue ids are written; anything else in the address is not one. */
const APP_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The route an address means; an address nobody knows means Home. */
export function parseRoute(hash: string): Route {
  const [first = '', second] = hash.replace(/^#\/?/, '').split('/');
  if (first === 'apps' && second !== undefined && APP_ID.test(second)) return { at: 'app', id: second };
  const at = PLAIN.find((name) => name === first);
  return { at: at ?? 'home' };
}

export function hrefOf(route: Route): string {
  switch (route.at) {
    case 'home':
      return '#/';
    case 'app':
      return `#/apps/${route.id}`;
    default:
      return `#/${route.at}`;
  }
}
