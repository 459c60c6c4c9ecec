/** Links that an organisation gave: each with the address it leads to, since its label can say anything. */
import type { OrganisationLink } from '@/utils/helpdesk/policy-rules.ts';
import { OutsideLink } from './controls.tsx';

export interface LinkListProps {
  readonly links: readonly OrganisationLink[];
  /** What they are, for people who hear the list by itself. */
  readonly label: string;
}

export function LinkList({ links, label }: LinkListProps) {
  return (
    <ul class="link-list" aria-label={label}>
      {links.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice, and none moves
        <li key={at}>
          {link.url.startsWith('https:') ? (
            <OutsideLink href={link.url}>
              <bdi>{link.label}</bdi>
            </OutsideLink>
          ) : (
            <a class="link" href={link.url}>
              <bdi>{link.label}</bdi>
            </a>
          )}
          <span class="quiet small link-place">
            <bdi dir="ltr">{placeOf(link.url)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The host, the mail address or the number. */
function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  if (protocol === 'https:') return host;
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
