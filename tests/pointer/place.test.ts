import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, quietestCorner, sharedArea } from '@/utils/pointer/place.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

describe('quietestCorner', () => {
  const viewport = { width: 1280, height: 800 };
  const card = { width: 320, height: 200 };

  it.each<[string, Box | null, Box | null, boolean, { x: number; y: number }]>([
    ['rests at the end of the bottom', null, null, false, { x: 952, y: 592 }],
    ['rests at the other end in right-to-left', null, null, true, { x: 8, y: 592 }],
    ['leaves the target free', box(900, 600, 200, 40), null, false, { x: 8, y: 592 }],
    ['leaves the dialog free', null, box(0, 500, 1280, 300), false, { x: 952, y: 8 }],
    [
      'covers the dialog rather than the target',
      box(1000, 700, 100, 40),
      box(0, 0, 1280, 400),
      false,
      { x: 8, y: 592 },
    ],
  ])('%s', (_, target, region, isRtl, corner) => {
    expect(quietestCorner(viewport, card, target, region, isRtl)).toEqual(corner);
  });

  it('never covers the target while a corner is free of it', () => {
    const size = fc.integer({ min: 10, max: 200 });
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(760), size, size, (x, y, width, height) => {
        const target = box(x, y, width, height);
        const corner = quietestCorner(viewport, card, target, null, false);
        expect(sharedArea({ ...corner, ...card }, target)).toBe(0);
      }),
    );
  });
});
