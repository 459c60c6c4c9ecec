/** Addresses within the inventory. */
import { hrefOf } from './router.ts';

export const LIST_HREF = hrefOf({ at: 'inventory' });
export const hrefTo = (page: string): string => hrefOf({ at: 'inventory', page });
export const go = (href: string): void => {
  location.hash = href;
};

/** Where the tag of the guide's app password is written. */
export const GUIDE_PAGE = 'guide';
