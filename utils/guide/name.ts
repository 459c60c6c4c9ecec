/** The name an app password gets at Microsoft: what is suggested, and what is refused before the page refuses it. */
import { NAME_MAX_LENGTH, NAME_MIN_LENGTH } from './task.ts';

export type NameProblem = 'empty' | 'short' | 'long';

/** Characters as a person counts them. */
function lengthOf(name: string): number {
  return [...name].length;
}

export function tidyName(name: string): string {
  return name.replace(/\s+/gu, ' ').trim();
}

/** What keeps `name` from being used. Pages may count characters or UTF-16 units: the stricter one decides. */
export function nameProblem(name: string): NameProblem | null {
  const tidy = tidyName(name);
  if (tidy === '') return 'empty';
  if (lengthOf(tidy) < NAME_MIN_LENGTH) return 'short';
  return tidy.length > NAME_MAX_LENGTH ? 'long' : null;
}

/** Shortens at the end of a word where that keeps a good part of the text: half a word names nothing. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Never through the middle of a surrogate pair.
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = text[limit] === ' ' ? kept.length : kept.lastIndexOf(' ');
  return (lastSpace >= limit / 3 ? kept.slice(0, lastSpace) : kept).replace(/[\s,.;:/(&+-]+$/u, '');
}

/** "Outlook (classic)" is Outlook on a tag, "Canon imageRUNNER and imagePRESS" its first model line. */
function shortName(app: string): string {
  const [first = ''] = app.replace(/\s*\([^)]*\)/gu, ' ').split(/,|\s(?:and|or|for|on|with|&|\/)\s/u);
  return tidyName(first) || tidyName(app);
}

/**
 * A name from app and device with 8 to 30 characters. The app gives way before the device does: several
 * keys for one app are told apart by where they hang.
 *
 * @param filler one word to lengthen a very short pair, in the person's language ("mail")
 */
export function suggestName(app: string, device: string, filler: string): string {
  const plainApp = shortName(app);
  const plainDevice = cut(tidyName(device), NAME_MAX_LENGTH - NAME_MIN_LENGTH);
  const room = plainDevice ? NAME_MAX_LENGTH - plainDevice.length - 1 : NAME_MAX_LENGTH;
  let name = tidyName(`${cut(plainApp, room)} ${plainDevice}`);
  while (lengthOf(name) < NAME_MIN_LENGTH) name = tidyName(`${name} ${filler || '1'}`);
  return cut(name, NAME_MAX_LENGTH);
}
