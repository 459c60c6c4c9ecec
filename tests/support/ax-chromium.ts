/** Chromium's accessibility tree over the DevTools protocol. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { AxBackend, AxNode, Rect } from './ax-tree.ts';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** One session per page, for everything the tests ask of the protocol. */
export function sessionOf(page: Page): Promise<CDPSession> {
  let session = sessions.get(page);
  if (!session) {
    session = page.createCDPSession();
    sessions.set(page, session);
  }
  return session;
}

const ROLES: Readonly<Record<string, string>> = {
  StaticText: 'text',
  RootWebArea: 'document',
  img: 'image',
};

export function chromiumBackend(page: Page): AxBackend {
  return {
    async snapshot() {
      const session = await sessionOf(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return toTree(nodes);
    },
    async box(node) {
      const session = await sessionOf(page);
      try {
        // Quads rather than the box model: text has none.
        const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: Number(node.id) });
        return boundsOf(quads.flat());
      } catch {
        return null; // gone, or without a box
      }
    },
    async scrollIntoView(node) {
      const session = await sessionOf(page);
      await session
        .send('DOM.scrollIntoViewIfNeeded', { backendNodeId: Number(node.id) })
        .catch(() => undefined);
    },
    // Chromium lays out when it is asked for a box.
    drawn: () => Promise.resolve(),
  };
}

function toTree(nodes: readonly Protocol.Accessibility.AXNode[]): AxNode | null {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find((node) => node.parentId === undefined);
  return root ? (build(root)[0] ?? null) : null;

  /** Ignored nodes give way to their children. */
  function build(node: Protocol.Accessibility.AXNode): AxNode[] {
    const role = String(node.role?.value ?? '');
    // The lines of a text; its node says the same.
    if (role === 'InlineTextBox') return [];
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? build(child) : [];
    });
    if (node.ignored) return children;
    const is = (name: string) =>
      node.properties?.some((property) => property.name === name && property.value.value === true) ?? false;
    return [
      {
        role: ROLES[role] ?? role,
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        value: String(node.value?.value ?? ''),
        focused: is('focused'),
        disabled: is('disabled'),
        children,
        id: node.backendDOMNodeId ?? -1,
      },
    ];
  }
}

function boundsOf(points: readonly number[]): Rect | null {
  if (points.length === 0) return null;
  const xs = points.filter((_, index) => index % 2 === 0);
  const ys = points.filter((_, index) => index % 2 === 1);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  const width = Math.max(...xs) - x;
  const height = Math.max(...ys) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
