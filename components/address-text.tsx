/**
 * Text in which mail addresses and host names may stand: where a line has no room for one, it breaks between its
 * parts. What is read out, searched and copied stays as it is: the places to break are made by the style sheet, for
 * `<wbr>` puts spaces into the names that Chromium gives to controls (2026-11-29).
 */
import { createElement, Fragment } from 'preact';

/** A mail address, or a host name by itself: a version number ends in no letters and a short name has no dots. */
const ADDRESS = /^(?:[^\s@]+@[^\s@]+|(?:[a-z\d-]+\.){2,}[a-z]{2,}\.?)$/i;

/** After the `@` of an address, and before each dot in it. */
const JOINT = /(?<=@)|(?<=[^.])(?=\.[^.])/;

/**
 * The pieces of a text between which a line may be broken besides the usual places.
 * @returns joined without anything between them, the text
 */
export function addressPieces(text: string): readonly string[] {
  const pieces = [''];
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    const [first = '', ...rest] = ADDRESS.test(word.trim()) ? word.split(JOINT) : [word];
    pieces.push(pieces.pop() + first, ...rest);
  }
  return pieces;
}

export function AddressText({ text }: { readonly text: string }) {
  const pieces = addressPieces(text);
  const last = pieces.at(-1);
  const joined = pieces.slice(0, -1).map((piece) => createElement('span', { class: 'joint' }, piece));
  return createElement(Fragment, null, ...joined, last);
}
