/** Addresses within the inventory. */
import { hrefOf } from './router.ts';

export const LIST_HREF = hrefOf({ at: 'inventory' });
export const hrefTo = (page: string): string => hrefOf({ at: 'inventory', page });
export const go = (href: string): void => {
  location.hash = href;
};

/** Where the replacement of an entry's key is led through. */
export const rotationOf = (id: string): string => `${id}${ROTATE}`;
const ROTATE = '/rotate';

/** The entry whose replacement is led through on `page`; `null` on every other page. */
export const rotatedId = (page: string | null): string | null =>
  page?.endsWith(ROTATE) ? page.slice(0, -ROTATE.length) : null;

/** Where the tag of the guide's app password is written. */
export const GUIDE_PAGE = 'guide';
