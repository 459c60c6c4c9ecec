/**
 * Firefox's accessibility tree, read in the parent process by a script with the browser's own rights:
 * WebDriver BiDi has no command for it.
 */
import type { Page } from 'puppeteer-core';
import type { AxBackend, AxNode, Rect } from './ax-tree.ts';
import { call, chromeContext, contextOf } from './bidi.ts';

/** As many as are asked about at once. */
const KEPT_TREES = 16;

/**
 * Runs in Firefox's window. `task` is "snapshot", "box" or "scroll"; a node is the number of its snapshot and its
 * own in it. The window keeps the nodes themselves: a path of child indexes leads to another node as soon as
 * something before it comes or goes.
 */
const IN_FIREFOX = `function (contextId, task, nodeText) {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const tab = NavigableManager.getBrowsingContextById(contextId)?.top.embedderElement;
  const outer = tab && service.getAccessibleFor(tab);
  // Between two documents, and until the first tree is built, there is none.
  const root = outer?.childCount ? outer.firstChild : null;
  if (!root) return 'null';

  const edges = (node) => {
    const x = {}, y = {}, width = {}, height = {};
    node.getBoundsInCSSPixels(x, y, width, height);
    return { x: x.value, y: y.value, width: width.value, height: height.value };
  };
  // Without a role in ARIA; Chromium calls it what people call it.
  const ROLES = { 'password text': 'textbox' };
  const LEAVES = ['text leaf', 'static', 'whitespace'];
  const trees = (window.keytagTestTrees ??= { count: 0, byNumber: new Map() });
  const number = trees.count;
  const nodes = [];
  const read = (node) => {
    const index = nodes.push(node) - 1;
    const stringRole = service.getStringRole(node.role);
    const state = {}, extra = {};
    node.getState(state, extra);
    const leaf = LEAVES.includes(stringRole) && node.childCount === 0;
    const children = [];
    for (let child = 0; child < node.childCount; child++) {
      try { children.push(read(node.getChildAt(child))); } catch { /* went away meanwhile */ }
    }
    return {
      role: leaf ? 'text' : node.computedARIARole || ROLES[stringRole] || stringRole,
      name: node.name ?? '',
      description: node.description ?? '',
      value: leaf ? '' : node.value ?? '',
      focused: (state.value & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0,
      disabled: (state.value & Ci.nsIAccessibleStates.STATE_UNAVAILABLE) !== 0,
      children,
      id: [number, index],
    };
  };

  if (task === 'snapshot') {
    trees.count += 1;
    trees.byNumber.set(number, nodes);
    trees.byNumber.delete(number - ${KEPT_TREES});
    return JSON.stringify(read(root));
  }
  try {
    const [tree, index] = JSON.parse(nodeText);
    const node = trees.byNumber.get(tree)[index];
    if (task === 'scroll') {
      node.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE);
      return 'null';
    }
    const page = edges(root), box = edges(node);
    return JSON.stringify({ ...box, x: box.x - page.x, y: box.y - page.y });
  } catch {
    return 'null';
  }
}`;

/** A hidden page draws no frames; nobody clicks there. */
const HIDDEN_MS = 1_000;

/** Before the second frame begins, the first is laid out and told to the tree. */
const TWO_FRAMES = `(hiddenMs) => new Promise((resolve) => {
  setTimeout(resolve, hiddenMs);
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})`;

export function firefoxBackend(page: Page): AxBackend {
  async function ask(task: string, node?: AxNode): Promise<unknown> {
    const answer = await call(page, await chromeContext(page), IN_FIREFOX, [
      contextOf(page),
      task,
      JSON.stringify(node?.id ?? []),
    ]);
    return JSON.parse(String(answer.value));
  }
  return {
    snapshot: async () => (await ask('snapshot')) as AxNode | null,
    async box(node) {
      const rect = (await ask('box', node)) as Rect | null;
      return rect && rect.width > 0 && rect.height > 0 ? rect : null;
    },
    async scrollIntoView(node) {
      await ask('scroll', node);
    },
    async drawn() {
      await call(page, contextOf(page), TWO_FRAMES, [HIDDEN_MS], { sandbox: 'keytag-tests' });
    },
  };
}
