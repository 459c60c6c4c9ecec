/** What assistive technology sees of a page, in the same words for both browsers. */

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface AxNode {
  /** The ARIA role ("button", "region"); "text" for text itself, "document" for the root. */
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  readonly focused: boolean;
  readonly disabled: boolean;
  readonly children: readonly AxNode[];
  /** How the browser's own side finds this node again; valid for this snapshot only. */
  readonly id: number | readonly [tree: number, node: number];
}

/** The two ways into a browser's accessibility tree. Both see into closed shadow roots. */
export interface AxBackend {
  /** `null` while the browser has no tree yet. */
  snapshot(): Promise<AxNode | null>;
  /** In CSS pixels of the viewport; `null` if the node is gone or not drawn. */
  box(node: AxNode): Promise<Rect | null>;
  scrollIntoView(node: AxNode): Promise<void>;
  /**
   * Resolves when boxes are those of all that the page did before. Firefox's tree lags behind its pages: on a busy
   * machine two looks in a row see the same old place of a button that has long moved.
   */
  drawn(): Promise<void>;
}

export type Name = string | RegExp;

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function matches(node: AxNode, role: string, name?: Name): boolean {
  if (node.role !== role) return false;
  if (name === undefined) return true;
  return typeof name === 'string' ? clean(node.name) === clean(name) : name.test(clean(node.name));
}

/** All nodes below (and including) `node` that fit, in reading order. */
export function findAll(node: AxNode, fits: (node: AxNode) => boolean): AxNode[] {
  return [...(fits(node) ? [node] : []), ...node.children.flatMap((child) => findAll(child, fits))];
}

/** The text a screen reader meets in the subtree, words separated by single blanks. */
export function textIn(node: AxNode): string {
  const pieces = findAll(node, (each) => each.role === 'text').map((each) => each.name);
  // A piece that begins with a full stop belongs to the word before it.
  return clean(pieces.join(' ')).replace(/ ([.,;:!?…)])(?= |$)/g, '$1');
}
