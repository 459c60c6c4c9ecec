import { describe, expect, it } from 'vitest';
import { POISON_MS, type PressFacts, refusalOf, SEEN_MS } from '@/utils/pointer/trust.ts';

const honest: PressFacts = {
  isTrusted: true,
  isConnected: true,
  isPopoverOpen: true,
  isAloneOnTop: true,
  hasOwnAttributesOnly: true,
  opacity: 1,
  filter: 'none',
  blendMode: 'normal',
  shownFor: SEEN_MS,
  sinceDisturbance: Number.POSITIVE_INFINITY,
};

describe('refusalOf', () => {
  it('accepts an honest press', () => expect(refusalOf(honest)).toBeNull());

  it.each<[string, Partial<PressFacts>, ReturnType<typeof refusalOf>]>([
    ['an event a script made', { isTrusted: false }, 'untrusted'],
    ['a card taken out of the page', { isConnected: false }, 'gone'],
    ['a hidden card', { isPopoverOpen: false }, 'gone'],
    ['something else in the top layer', { isAloneOnTop: false }, 'covered'],
    ['changed attributes', { hasOwnAttributesOnly: false }, 'altered'],
    ['a faint card', { opacity: 0.89 }, 'faded'],
    ['a style that cannot be read', { opacity: Number.NaN }, 'faded'],
    ['a filter', { filter: 'blur(4px)' }, 'faded'],
    ['blending', { blendMode: 'screen' }, 'faded'],
    ['a card just shown', { shownFor: SEEN_MS - 1 }, 'too-early'],
    ['a card just disturbed', { sinceDisturbance: POISON_MS - 1 }, 'too-early'],
  ])('refuses %s', (_, facts, refusal) => expect(refusalOf({ ...honest, ...facts })).toBe(refusal));
});
