/** A whole panel in happy-dom, with a client that does nothing by itself. For tests of single rooms. */
import { act } from 'preact/test-utils';
import { Panel } from '@/entrypoints/sidepanel/panel.tsx';
import type { Ports } from '@/entrypoints/sidepanel/ports.ts';
import type { GuideView } from '@/utils/app/panel-client.ts';
import { show } from './screen.ts';

export interface OpenPanel {
  /** What was copied, in order. */
  readonly copied: readonly string[];
}

export async function openPanel(
  hash: string,
  change: Partial<Ports> = {},
  view: GuideView | null = null,
): Promise<OpenPanel> {
  location.hash = hash;
  const copied: string[] = [];
  const ports: Ports = {
    client: {
      start: async () => undefined,
      stop: async () => undefined,
      startDelete: async () => undefined,
      startReview: async () => undefined,
      chooseRow: async () => undefined,
      goOn: async () => undefined,
      done: async () => undefined,
      answerLink: async () => undefined,
      showPage: async () => undefined,
      watch: (listener) => {
        listener(view);
        return () => undefined;
      },
      access: { has: async () => true, ask: async () => true, watch: () => () => undefined },
    },
    today: () => '2026-11-22',
    copy: async (text) => {
      copied.push(text);
      return true;
    },
    print: () => undefined,
    openTab: () => undefined,
    isTab: async () => false,
    lockShortcut: async () => 'Alt+Shift+L',
    version: '0.1.0',
    userAgent: '',
    ...change,
  };
  await show(<Panel ports={ports} />);
  return { copied };
}

export async function goTo(href: string): Promise<void> {
  await act(async () => {
    location.hash = href;
    dispatchEvent(new Event('hashchange'));
  });
}
