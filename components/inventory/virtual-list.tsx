/**
 * A list that draws only what is on screen: items of one height, the rest as empty space above and below.
 * It scrolls with whatever it stands in, the page or a column. Exactly one item is in the tab order; arrow
 * keys walk, also to items that are not drawn yet.
 */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Items drawn beyond the edges, so that quick scrolling shows no gaps. */
const EXTRA = 8;
/** Until the first item is drawn; 3.5rem (inventory.css) at the usual size. */
const USUAL_HEIGHT = 56;

export interface VirtualItem {
  /** `null` for a line between items, which is neither counted nor walked to. */
  readonly href: string | null;
  readonly isCurrent?: boolean;
  readonly content: ComponentChildren;
}

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly item: (index: number) => VirtualItem;
  /** Place among the items that count, from 1, for `aria-posinset`. */
  readonly place: (index: number) => number;
  readonly size: number;
  /** Counts up each time the list should take the focus at its first item. */
  readonly enterCount: number;
  /** Arrow up on the first item. */
  readonly onLeave: () => void;
  /** A character typed on an item. */
  readonly onType: (character: string) => void;
}

export function VirtualList(props: VirtualListProps) {
  const { label, count, item, place, size, enterCount, onLeave, onType } = props;
  const list = useRef<HTMLUListElement>(null);
  const [range, setRange] = useState({ from: 0, to: 24 });
  const [active, setActive] = useState(0);
  const height = useRef(USUAL_HEIGHT);
  /** An item that waits to be drawn before it takes the focus. */
  const wanted = useRef<number | null>(null);

  const look = useCallback(() => {
    const element = list.current;
    if (!element) return;
    const line = element.querySelector('li');
    if (line && line.offsetHeight > 0) height.current = line.offsetHeight;
    const { top } = element.getBoundingClientRect();
    const from = Math.max(0, Math.floor(-top / height.current) - EXTRA);
    const to = Math.ceil((innerHeight - top) / height.current) + EXTRA;
    setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of items is another height
  useLayoutEffect(look, [look, count]);
  useEffect(() => {
    // Scroll events don't bubble: caught on the way down, those of every column around the list are seen.
    const options = { capture: true, passive: true };
    addEventListener('scroll', look, options);
    addEventListener('resize', look, options);
    return () => {
      removeEventListener('scroll', look, options);
      removeEventListener('resize', look, options);
    };
  }, [look]);

  const isItem = (index: number) => index >= 0 && index < count && item(index).href !== null;
  /** The next item from `index` on in steps of `step`, past lines between items; -1 when there is none. */
  const nextItem = (index: number, step: 1 | -1): number => {
    let at = index;
    while (at >= 0 && at < count && !isItem(at)) at += step;
    return isItem(at) ? at : -1;
  };
  const walk = (index: number) => {
    wanted.current = index;
    setActive(index);
    scrollToItem(list.current, index, height.current);
    look();
    focusWanted();
  };
  /** An item that is not drawn yet takes the focus as soon as it is. */
  const focusWanted = () => {
    if (wanted.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted);
  /** Where the focus is: another window's change may put something else in its place, and it follows. */
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const link = document.activeElement;
    if (!link?.hasAttribute('data-index') || !list.current?.contains(link)) return;
    if (focused.current === null || link.getAttribute('href') === focused.current) return;
    for (let index = 0; index < count; index++) if (item(index).href === focused.current) return walk(index);
    focused.current = link.getAttribute('href');
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the count asks for the focus; a new `walk` comes with every drawing
  useEffect(() => {
    if (enterCount > 0 && count > 0) walk(nextItem(0, 1));
  }, [enterCount]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).getAttribute('data-index') ?? Number.NaN);
    if (Number.isNaN(at) || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(innerHeight / height.current) - 2);
    let to: number | null = null;
    if (event.key === 'ArrowDown') to = nextItem(at + 1, 1);
    else if (event.key === 'ArrowUp') to = nextItem(at - 1, -1);
    else if (event.key === 'Home') to = nextItem(0, 1);
    else if (event.key === 'End') to = nextItem(count - 1, -1);
    else if (event.key === 'PageDown') to = nextItem(Math.min(at + page, count - 1), -1);
    else if (event.key === 'PageUp') to = nextItem(Math.max(at - page, 0), 1);
    else if (event.key.length === 1 && event.key !== ' ' && !event.isComposing) {
      event.preventDefault();
      onType(event.key);
      return;
    }
    if (to === null) return;
    event.preventDefault();
    if (to >= 0) walk(to);
    else if (event.key === 'ArrowUp') onLeave();
  };

  const to = Math.min(range.to, count);
  const from = Math.min(range.from, Math.max(0, to - 1));
  const tabStop = active >= from && active < to && isItem(active) ? active : nextItem(from, 1);
  const space = (items: number) => `calc(${items} * var(--row))`;
  return (
    <ul
      ref={list}
      class="entries"
      aria-label={label}
      onKeyDown={onKeyDown}
      style={{ paddingBlockStart: space(from), paddingBlockEnd: space(count - to) }}
    >
      {Array.from({ length: to - from }, (_, offset) => {
        const index = from + offset;
        const { href, isCurrent, content } = item(index);
        // By its place, not by what stands there: another search changes a few texts instead of every element.
        return href === null ? (
          <li key={index} class="entries-line">
            {content}
          </li>
        ) : (
          <li key={index} aria-setsize={size} aria-posinset={place(index)}>
            <a
              href={href}
              data-index={index}
              tabIndex={index === tabStop ? 0 : -1}
              aria-current={isCurrent ? 'true' : undefined}
              onFocus={() => {
                focused.current = href;
                setActive(index);
              }}
            >
              {content}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Scrolls just far enough, also for an item that is not drawn. */
function scrollToItem(list: HTMLElement | null, index: number, height: number): void {
  if (!list) return;
  const scroller = scrollerOf(list);
  const bounds =
    scroller === document.scrollingElement || !scroller
      ? { top: stickyHeight(), bottom: innerHeight }
      : scroller.getBoundingClientRect();
  const top = list.getBoundingClientRect().top + index * height;
  const room = 4;
  if (top < bounds.top + room) scroller?.scrollBy(0, top - bounds.top - room);
  else if (top + height > bounds.bottom - room) scroller?.scrollBy(0, top + height - bounds.bottom + room);
}

function scrollerOf(element: HTMLElement): Element | null {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

/** The sections stay on screen while the page scrolls; an item under them can't be read. */
function stickyHeight(): number {
  return Math.max(0, document.querySelector('.head')?.getBoundingClientRect().bottom ?? 0);
}
