/** What surrounds every screen: skip link, header with the sections, main. */
import { LockKeyhole } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Icon, type IconName } from './icon.tsx';
import { Mark } from './mark.tsx';

export interface Section {
  readonly href: string;
  readonly label: MessageKey;
  readonly icon: IconName;
}

export interface FrameProps {
  readonly sections: readonly Section[];
  /** The `href` of the section that is shown, if it is one of them. */
  readonly current: string | null;
  /** What the running guide says now: read out once whenever it changes, whatever screen is shown. */
  readonly announcement: string;
  /** Locks the inventory; absent while it is locked or not there. */
  readonly onLock?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

export function Frame({ sections, current, announcement, onLock, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  return (
    <>
      {/* No link: a jump inside the page would change the address, and the router reads it. */}
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('nav_skip')}
      </button>
      <header class="head">
        <div class="head-inner">
          <div class="brand">
            <Mark size={24} />
            <span>Keytag</span>
          </div>
          {onLock && (
            <button type="button" class="button button-quiet lock-now" onClick={onLock}>
              <LockKeyhole class="icon" size={16} strokeWidth={2} aria-hidden="true" focusable="false" />
              <span>{t('nav_lock')}</span>
            </button>
          )}
          <Sections sections={sections} current={current} />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <p role="status" class="visually-hidden">
        {announcement}
      </p>
    </>
  );
}

type SectionsProps = Pick<FrameProps, 'sections' | 'current'>;

/** The row of sections scrolls where it has no room: the one that is shown is always in sight. */
function Sections({ sections, current }: SectionsProps) {
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (current === null) return;
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav ref={row} class="nav" aria-label={t('nav_label')}>
      <ul>
        {sections.map((section) => (
          <li key={section.href}>
            <a href={section.href} aria-current={section.href === current ? 'page' : undefined}>
              <Icon name={section.icon} size={20} />
              <span>{t(section.label)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface HeadingProps {
  readonly children: ComponentChildren;
  /** Called when the heading is on the page; the panel moves the focus here after a navigation. */
  readonly onShown?: ((heading: HTMLElement) => void) | undefined;
}

export function Heading({ children, onShown }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // `onShown` stays the same function: a heading that changes its words leaves the focus where it is.
  // Before the paint: whoever is about to click must not have the screen scrolled away under the pointer.
  useLayoutEffect(() => {
    if (heading.current) onShown?.(heading.current);
  }, [onShown]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
