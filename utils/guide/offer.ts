/** What a link asks for while another task is running: nothing of that is replaced before the person says so. */
export interface LinkOffer {
  /** An app's id, or one of the two below. */
  readonly link: string;
  /** The app's name; empty for the links that belong to no app. */
  readonly appName: string;
}

/** The links that belong to no app. No app of the catalogue may be called like one. */
export const PLAIN_LINKS = ['delete', 'compare'] as const;
export type PlainLink = (typeof PLAIN_LINKS)[number];

export function isPlainLink(link: string): link is PlainLink {
  return (PLAIN_LINKS as readonly string[]).includes(link);
}
