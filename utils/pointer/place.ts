/** Where the card goes: beside the dialog or the target, else where it covers least. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Kept free around the card, in CSS pixels: the ring is 3 px wide and 4 px away from the target. */
const GAP = 16;
const MARGIN = 8;

/** The area two boxes share, in square pixels. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What a card should leave free, most precious first. */
export interface Surroundings {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly target: Box | null;
  /** What a person may want to press or read in the open dialog or step. */
  readonly controls: readonly Box[];
  readonly region: Box | null;
  /** In right-to-left pages the far end of a line is the left one. */
  readonly isRtl: boolean;
}

/** Weights of a square pixel covered: a control costs more than any stretch of a dialog's background, the
 * target more than any other control. */
const COST = { target: 10_000, control: 100, region: 1 };

/** What it costs to put a card there; 0 when nothing is covered. */
export function coverCost(card: Box, { target, controls, region }: Surroundings): number {
  const cost = (box: Box | null, weight: number): number => (box ? sharedArea(card, box) * weight : 0);
  return (
    cost(target, COST.target) +
    controls.reduce((sum, control) => sum + cost(control, COST.control), 0) +
    cost(region, COST.region)
  );
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The corners and the middles of the edges; at equal cost the bottom end first, where headers are not. */
function places({ viewport, isRtl }: Surroundings, size: Size): Point[] {
  const end = Math.max(viewport.width - size.width - MARGIN, 0);
  const middle = Math.max((viewport.width - size.width) / 2, 0);
  const columns = isRtl ? [MARGIN, end, middle] : [end, MARGIN, middle];
  const bottom = Math.max(viewport.height - size.height - MARGIN, 0);
  const half = Math.max((viewport.height - size.height) / 2, 0);
  return [
    ...[bottom, MARGIN].flatMap((y) => columns.map((x) => ({ x, y }))),
    ...columns.slice(0, 2).map((x) => ({ x, y: half })),
  ];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The cheapest of `candidates` and the places along the viewport's edge. Candidates win ties. */
export function quietestPlace(
  size: Size,
  around: Surroundings,
  candidates: readonly Point[] = [],
): Point & { readonly cost: number } {
  return [...candidates, ...places(around, size)]
    .map((point) => ({ ...point, cost: coverCost({ ...point, ...size }, around) }))
    .reduce((best, place) => (place.cost < best.cost ? place : best));
}

/** Things a person may want to press in a dialog, and the most of them that are looked at. */
const CONTROL = 'button, input, a, [role="button"], [role="link"], [role="combobox"], [role="radio"]';
const CONTROLS_SEEN = 60;

/**
 * @param keepClear a dialog or step the card should stand beside, or `null`
 * @param alsoClear something else to keep clear, in full
 * @returns viewport coordinates for the card's top left corner, and what it covers there: a control, only
 *   a stretch of the dialog, or nothing of it
 */
export function placeCard(
  card: HTMLElement,
  target: Element | null,
  keepClear: Element | null,
  isRtl: boolean,
  alsoClear: Element | null = null,
): Point & { readonly covers: 'control' | 'edge' | 'nothing' } {
  const document = card.ownerDocument;
  const view = document.documentElement;
  const viewport = {
    width: view.clientWidth,
    height: document.defaultView?.innerHeight ?? view.clientHeight,
  };
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const region = keepClear?.getBoundingClientRect() ?? null;
  // A step as large as the page can't be stood beside: then its controls alone count.
  const fillsPage =
    region !== null && region.width > viewport.width * 0.9 && region.height > viewport.height * 0.9;
  const controls = [...(keepClear?.querySelectorAll(CONTROL) ?? [])].slice(0, CONTROLS_SEEN);
  if (alsoClear) controls.push(alsoClear);
  const around: Surroundings = {
    viewport,
    target: target?.getBoundingClientRect() ?? null,
    controls: controls.map((control) => control.getBoundingClientRect()),
    region: fillsPage ? null : region,
    isRtl,
  };
  const candidates = [around.region, around.target].flatMap((anchor) =>
    anchor ? beside(anchor, size, around) : [],
  );
  const isInside = ({ x, y }: Point): boolean =>
    x >= 0 && y >= 0 && x + size.width <= viewport.width && y + size.height <= viewport.height;
  const { x, y, cost } = quietestPlace(size, around, candidates.filter(isInside));
  const isOnControl = coverCost({ x, y, ...size }, { ...around, region: null }) > 0;
  return { x, y, covers: isOnControl ? 'control' : cost > 0 ? 'edge' : 'nothing' };
}

/** Places beside `anchor`, one for each side, the end of a line first, pushed back into the viewport along
 * that side. Floating UI computes the same; it would cost the content script three of its twenty KiB. */
function beside(anchor: Box, size: Size, { viewport, isRtl }: Surroundings): Point[] {
  const within = (at: number, length: number, room: number): number =>
    Math.max(MARGIN, Math.min(at, room - length - MARGIN));
  const y = within(anchor.y, size.height, viewport.height);
  const x = within(anchor.x + (anchor.width - size.width) / 2, size.width, viewport.width);
  const right = { x: anchor.x + anchor.width + GAP, y };
  const left = { x: anchor.x - GAP - size.width, y };
  return [
    ...(isRtl ? [left, right] : [right, left]),
    { x, y: anchor.y + anchor.height + GAP },
    { x, y: anchor.y - GAP - size.height },
  ];
}
