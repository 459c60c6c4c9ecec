// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { AddressText, addressPieces } from '@/components/address-text.tsx';
import { hide, show, spoken } from './screen.ts';

afterEach(hide);

describe('an address on a narrow screen', () => {
  it.each([
    ['scanner@contoso.com', 'scanner@|contoso|.com'],
    ['a.b@c.onmicrosoft.com', 'a|.b@|c|.onmicrosoft|.com'],
    ['Hall · scanner@contoso.com · 2nd floor', 'Hall · scanner@|contoso|.com · 2nd floor'],
    ['contoso-com.mail.protection.outlook.com', 'contoso-com|.mail|.protection|.outlook|.com'],
    ['Canon imageRUNNER', 'Canon imageRUNNER'],
    ['fetchmail 6.4.1, or Node.js', 'fetchmail 6.4.1, or Node.js'],
    ['see you @ noon.', 'see you @ noon.'],
    ['one@two@three.com', 'one@two@three.com'],
    ['..@..', '..@|..'],
    ['', ''],
  ])('breaks %s between its parts and nowhere else', (text, pieces) => {
    expect(addressPieces(text).join('|')).toBe(pieces);
  });

  it('loses and adds nothing, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '@', '.', ' ', '\n', '😀', '-') }), (text) => {
        expect(addressPieces(text).join('')).toBe(text);
      }),
    );
  });

  it('is read and copied as it was typed, and never parsed', async () => {
    const text = 'Hall · <b>maria.lindqvist@contoso.com';
    await show(
      <p>
        <AddressText text={text} />
      </p>,
    );
    const line = document.querySelector('p');
    expect(line?.textContent).toBe(text);
    expect(line && spoken(line)).toBe(text);
    expect([...(line?.querySelectorAll('*') ?? [])].map(({ localName }) => localName)).toEqual(
      Array(3).fill('span'),
    );
  });
});
