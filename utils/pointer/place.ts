/** Where the card goes: beside the dialog or the target, else in the corner that covers least. */
import {
  computePosition,
  flip,
  offset,
  type Placement,
  type ReferenceElement,
  shift,
} from '@floating-ui/dom';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Kept free around the card, in CSS pixels: the ring is 3 px wide and 4 px away from the target. */
const GAP = 16;
const MARGIN = 8;
const SIDES: Placement[] = ['left-start', 'bottom', 'top', 'bottom-end', 'top-end'];

/** The area two boxes share, in square pixels. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * The corner of the viewport in which a card of `size` covers least; covering the target counts far more
 * than covering the rest of the dialog. Ties go to the bottom, where page headers are not.
 * @param isRtl the reading direction: the far corner of a line comes first
 */
export function quietestCorner(
  viewport: { width: number; height: number },
  size: { width: number; height: number },
  target: Box | null,
  region: Box | null,
  isRtl: boolean,
): { x: number; y: number } {
  const left = MARGIN;
  const right = viewport.width - size.width - MARGIN;
  const top = MARGIN;
  const bottom = viewport.height - size.height - MARGIN;
  const columns = isRtl ? [left, right] : [right, left];
  const corners = [bottom, top].flatMap((y) =>
    columns.map((x) => ({ x: Math.max(x, 0), y: Math.max(y, 0) })),
  );
  const cost = (corner: { x: number; y: number }): number => {
    const card = { ...corner, ...size };
    return (target ? sharedArea(card, target) * 100 : 0) + (region ? sharedArea(card, region) : 0);
  };
  return corners.reduce((best, corner) => (cost(corner) < cost(best) ? corner : best));
}

/**
 * @param anchor what to stand beside; `null` docks the card in a corner
 * @param keepClear a dialog the card must not cover, or `null`
 * @returns viewport coordinates for the card's top left corner
 */
export async function placeCard(
  card: HTMLElement,
  target: Element | null,
  keepClear: Element | null,
  isRtl: boolean,
): Promise<{ x: number; y: number }> {
  const view = card.ownerDocument.documentElement;
  const viewport = {
    width: view.clientWidth,
    height: card.ownerDocument.defaultView?.innerHeight ?? view.clientHeight,
  };
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const targetBox = target?.getBoundingClientRect() ?? null;
  const regionBox = keepClear?.getBoundingClientRect() ?? null;
  // A region as large as the page can't be stood beside: then the target alone counts.
  const fillsPage =
    regionBox !== null && regionBox.width > viewport.width * 0.9 && regionBox.height > viewport.height * 0.9;
  const anchorBox = fillsPage ? targetBox : (regionBox ?? targetBox);
  if (anchorBox) {
    const reference: ReferenceElement = { getBoundingClientRect: () => anchorBox };
    const { x, y } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement: isRtl ? 'left-start' : 'right-start',
      middleware: [
        offset(GAP),
        flip({ fallbackPlacements: isRtl ? ['right-start', ...SIDES.slice(1)] : SIDES, padding: MARGIN }),
        shift({ padding: MARGIN }),
      ],
    });
    const placed = { x, y, ...size };
    const fits = x >= 0 && y >= 0 && x + size.width <= viewport.width && y + size.height <= viewport.height;
    if (fits && sharedArea(placed, anchorBox) === 0) return { x, y };
  }
  return quietestCorner(viewport, size, targetBox, fillsPage ? null : regionBox, isRtl);
}
