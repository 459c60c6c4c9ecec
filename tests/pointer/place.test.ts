import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, coverCost, quietestPlace, type Surroundings, sharedArea } from '@/utils/pointer/place.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const around = (overrides: Partial<Surroundings> = {}): Surroundings => ({
  viewport: { width: 1280, height: 800 },
  target: null,
  controls: [],
  region: null,
  isRtl: false,
  ...overrides,
});
const card = { width: 320, height: 200 };

describe('quietestPlace', () => {
  it.each<[string, Partial<Surroundings>, { x: number; y: number }]>([
    ['rests at the end of the bottom', {}, { x: 952, y: 592 }],
    ['rests at the other end in right-to-left', { isRtl: true }, { x: 8, y: 592 }],
    ['leaves the target free', { target: box(900, 600, 200, 40) }, { x: 8, y: 592 }],
    ['leaves the dialog free', { region: box(0, 500, 1280, 300) }, { x: 952, y: 8 }],
    [
      'covers the dialog rather than the target',
      { target: box(1000, 700, 100, 40), region: box(0, 0, 1280, 400) },
      { x: 8, y: 592 },
    ],
    [
      'covers the dialog rather than one of its buttons',
      {
        controls: [box(1000, 700, 100, 40), box(40, 700, 100, 40), box(600, 700, 100, 40)],
        region: box(0, 0, 1280, 400),
      },
      { x: 952, y: 300 },
    ],
  ])('%s', (_, surroundings, place) => {
    expect(quietestPlace(card, around(surroundings))).toMatchObject(place);
  });

  it('prefers to stand beside what it speaks of', () => {
    expect(quietestPlace(card, around(), [{ x: 400, y: 300 }])).toMatchObject({ x: 400, y: 300, cost: 0 });
  });

  it('never covers the target while a place is free of it', () => {
    const size = fc.integer({ min: 10, max: 200 });
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(760), size, size, (x, y, width, height) => {
        const target = box(x, y, width, height);
        const place = quietestPlace(card, around({ target }));
        expect(sharedArea({ ...place, ...card }, target)).toBe(0);
      }),
    );
  });

  it('always stays inside a viewport that is large enough, and costs what it covers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 340, max: 2000 }),
        fc.integer({ min: 220, max: 1400 }),
        fc.boolean(),
        (width, height, isRtl) => {
          const surroundings = around({
            viewport: { width, height },
            isRtl,
            region: box(0, 0, width, height),
          });
          const place = quietestPlace(card, surroundings);
          expect(place.x >= 0 && place.x + card.width <= width).toBe(true);
          expect(place.y >= 0 && place.y + card.height <= height).toBe(true);
          expect(place.cost).toBe(coverCost({ ...place, ...card }, surroundings));
        },
      ),
    );
  });
});
