/** Looks over JSON text before it is parsed: how deep it goes, and whether it stops in the middle. */
import { endOfJsonText } from '../../../lib/json-lines.ts';

export interface JsonScan {
  readonly isTooDeep: boolean;
  /** It ends inside a text, a list or an object. */
  readonly isOpen: boolean;
  /** Whole objects in the list `items` of the outermost object. */
  readonly items: number;
}

export function scanJson(text: string, maxDepth: number): JsonScan {
  let depth = 0;
  let items = 0;
  let word = '';
  let isInItems = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = endOfJsonText(text, at + 1);
        if (end === -1) return { isTooDeep: false, isOpen: true, items };
        if (depth === 1) word = text.slice(at + 1, Math.min(end, at + 40));
        at = end;
        break;
      }
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > maxDepth) return { isTooDeep: true, isOpen: true, items };
        if (depth === 2) isInItems = word === 'items';
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
        if (depth === 2 && isInItems) items += 1;
        break;
    }
  }
  return { isTooDeep: false, isOpen: depth > 0, items };
}
