// @vitest-environment happy-dom
/** Whatever an organisation, a contact or an app is called: it never becomes markup in any form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, handoutHtml } from '@/utils/helpdesk/handout-html.ts';
import { escapeMarkdown, handoutMarkdown, handoutText } from '@/utils/helpdesk/handout-text.ts';
import { aHandout, SPEAKERS } from './handouts.ts';

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}',
  '<!--',
  ']]>',
  '&lt;b&gt;',
  '[click](javascript:alert(1))',
  '![x](https://evil.test/x.png)',
  '**bold** _it_ `code` ~~x~~',
  '# heading',
  '> quote',
  '1. one',
  '- item',
  '| a | b |',
  '@everyone #1 :smile: https://evil.test www.evil.test a@evil.test',
  '\\',
  '``` \n```js',
  '$1 $2 $$',
  '\u202egnp.exe',
];
const name = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

const made = (organisation: string, contact: string, url: string | null = null) =>
  // The shortest of all hand-outs.
  aHandout(['xbox-360'], SPEAKERS.en, {
    name: organisation,
    logo: null,
    contacts: [{ label: contact, url }],
  });

const elements = (html: string) =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')]
    .map(({ tagName }) => tagName)
    .join();

describe('hostile names', () => {
  const plain = elements(handoutHtml(made('Contoso', 'Helpdesk'), '', ''));

  it('become no element and no attribute in HTML', () => {
    fc.assert(
      fc.property(name, name, (organisation, contact) => {
        const wanted = made(`a${organisation}`, `b${contact}`);
        const html = handoutHtml(wanted, '', '');
        expect(elements(html)).toBe(plain);
        const text = new DOMParser()
          .parseFromString(html, 'text/html')
          .querySelector('.handout-head')?.textContent;
        expect(text).toBe(wanted.organisation.name);
      }),
      { numRuns: 100 },
    );
  });

  it('leave no quote, bracket or ampersand in HTML', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(escapeHtml(text).replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<>"']/);
      }),
    );
  });

  it('have every mark taken from them in Markdown, and come back whole without the backslashes', () => {
    fc.assert(
      fc.property(name, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
        expect(escaped).not.toMatch(/[\n\r]/);
        expect(escaped.replace(/\\(.)/g, '$1')).toBe(text.replace(/\s+/g, ' '));
      }),
    );
  });

  it('stand on one line of their own in a ticket', () => {
    fc.assert(
      fc.property(name, (organisation) => {
        const wanted = made(`a${organisation}`, 'Helpdesk');
        expect(handoutText(wanted).split('\n')[0]).toBe(wanted.organisation.name?.replace(/\s+/g, ' '));
        expect(handoutMarkdown(wanted).split('\n')[1]).toBe('');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://contoso.example/',
    'vbscript:x',
    'https://',
    '//evil.test',
  ])('never lead to %s', (url) => {
    const wanted = made('Contoso', 'Helpdesk', url);
    expect(handoutHtml(wanted, '', '')).not.toContain('>Helpdesk</bdi></a>');
    expect(handoutMarkdown(wanted)).toContain('Helpdesk');
    expect(handoutMarkdown(wanted)).not.toContain('[Helpdesk]');
    expect(handoutText(wanted)).toMatch(/\? Helpdesk\n/);
  });

  it.each(['https://contoso.example/help?a=1&b=<2>', 'mailto:help@contoso.example', 'tel:+4930901820'])(
    'may lead to %s',
    (url) => {
      const wanted = made('Contoso', 'Helpdesk', url);
      const link = [
        ...new DOMParser()
          .parseFromString(handoutHtml(wanted, '', ''), 'text/html')
          .querySelectorAll('footer a'),
      ];
      expect(link.map(({ textContent }) => textContent)).toEqual(['Helpdesk']);
      expect(handoutMarkdown(wanted)).toContain('[Helpdesk](<');
    },
  );
});

describe('the file', () => {
  const html = handoutHtml(made('Contoso', 'Helpdesk'), 'p { color: red }', 'aGFzaA==');

  it('forbids everything but its own style sheet', () => {
    const file = new DOMParser().parseFromString(html, 'text/html');
    expect(file.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'sha256-aGFzaA=='; img-src data:; base-uri 'none'; form-action 'none'",
    );
    expect(file.querySelectorAll('style')).toHaveLength(1);
    expect(file.querySelectorAll('script, link, iframe, object, form, [src], [style]')).toHaveLength(0);
  });

  it('says its language and names its pictures', () => {
    const german = new DOMParser().parseFromString(
      handoutHtml(aHandout(['msmtp'], SPEAKERS.de), '', ''),
      'text/html',
    );
    expect(german.documentElement.lang).toBe('de');
    const pictures = [...german.querySelectorAll('[role="img"]')];
    expect(pictures.map((each) => each.getAttribute('aria-label')?.slice(0, 5))).toEqual(
      Array(4).fill('Bild:'),
    );
  });
});
