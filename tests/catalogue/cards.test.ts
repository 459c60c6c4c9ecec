import { describe, expect, it } from 'vitest';
import { cardOf } from '@/utils/catalogue/cards.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import { isPlainLink } from '@/utils/guide/offer.ts';

describe('the cards', () => {
  it('say of every app what the catalogue says', () => {
    expect(APPS.map(({ id }) => cardOf(id))).toEqual(
      APPS.map(({ id, name, kind, platforms }) => ({ id, name, kind, platforms })),
    );
  });
  it.each(['', 'nothing', '__proto__', 'constructor', 'toString'])('know no "%s"', (id) => {
    expect(cardOf(id)).toBeUndefined();
  });
  it('stand for no app that is called like a link of its own', () => {
    expect(APPS.filter(({ id }) => isPlainLink(id))).toEqual([]);
  });
});
