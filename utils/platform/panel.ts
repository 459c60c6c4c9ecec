/** Opening the panel: Chrome and Edge have a side panel, Firefox a sidebar, others neither. */
import { browser } from 'wxt/browser';

const PANEL_PATH = '/sidepanel.html';
/** A window beside the page, for where neither may be opened: as wide as a side panel. */
const WINDOW_SIZE = { width: 420, height: 760 };

/** Chrome's side panel API, which webextension-polyfill does not describe. */
interface SidePanel {
  open(options: { tabId?: number; windowId?: number }): Promise<void>;
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
}
const sidePanel = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;
/** Firefox's sidebar, which WXT's type of the browser leaves out. */
const sidebar = (browser as { sidebarAction?: { toggle(): Promise<void> } }).sidebarAction;

/** Makes the toolbar button open the panel. To be called synchronously when the background starts. */
export function bindToolbarButton(): void {
  if (sidePanel) {
    // A browser that has the API but refuses the behaviour falls back to the click below.
    void sidePanel.setPanelBehavior({ openPanelOnActionClick: true }).catch(() => undefined);
    return;
  }
  browser.action.onClicked.addListener(() => {
    // Firefox opens its sidebar only in the very turn of a click.
    if (sidebar) void sidebar.toggle();
    else void openAsTab();
  });
}

/** @param address inside of the panel, from `#` on */
export async function openAsTab(address = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(PANEL_PATH) + address });
}

/**
 * Opens the panel on a press in the card. Chrome carries the press over with the message; Firefox does
 * not, and there a small window keeps the page in view, as a tab would not.
 */
export async function openPanelBeside(tabId: number | null): Promise<void> {
  if (sidePanel && tabId !== null) {
    const isOpen = await sidePanel.open({ tabId }).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
  await browser.windows.create({ url: browser.runtime.getURL(PANEL_PATH), type: 'popup', ...WINDOW_SIZE });
}
