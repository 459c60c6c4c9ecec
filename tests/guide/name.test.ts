import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameProblem, suggestName } from '@/utils/guide/name.ts';

describe('a name for an app password', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['Scanner', 'short'],
    ['  Scanner  ', 'short'],
    // Eight UTF-16 units, four characters: a page that counts characters would refuse it.
    ['🔑🔑🔑🔑', 'short'],
    ['Scanner1', null],
    ['a'.repeat(30), null],
    ['a'.repeat(31), 'long'],
  ])('%j: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });

  it.each([
    ['Thunderbird', 'Laptop', 'Thunderbird Laptop'],
    ['msmtp', 'Server', 'msmtp Server'],
    ['msmtp', '', 'msmtp mail'],
    ['PowerShell Send-MailMessage', 'Server', 'PowerShell Server'],
    ['Canon imageRUNNER and imagePRESS', '', 'Canon imageRUNNER'],
    ['Outlook (classic, Microsoft 365)', 'Windows PC', 'Outlook Windows PC'],
    ['Outlook for iOS and Android', 'Phone', 'Outlook Phone'],
    ['Multifunction printer (Canon)', 'Second floor', 'Multifunction Second floor'],
  ])('suggests for %j on %j: %j', (app, device, name) => {
    expect(suggestName(app, device, 'mail')).toBe(name);
  });

  it('is always one that is not refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (app, device) => {
        expect(nameProblem(suggestName(app, device, 'mail'))).toBeNull();
      }),
    );
  });

  it('keeps the device whole where the app gives way', () => {
    expect(suggestName('A very long name of an application', 'Scanner hall', 'mail')).toMatch(
      / Scanner hall$/,
    );
  });
});
