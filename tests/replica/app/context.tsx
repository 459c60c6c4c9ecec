/** @jsxImportSource react */
/** What every part of the page needs: its switches, its words, its test ids. */
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Switches } from '../switches.ts';
import type { Texts } from '../texts.ts';
import type { Session } from './api.ts';

export interface Page {
  readonly switches: Switches;
  readonly texts: Texts;
  readonly account: Session['account'];
  readonly path: string;
  /** Goes to another route without loading, as the app's own router does. */
  go(path: string): void;
}

const PageContext = createContext<Page | null>(null);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('outside of the page');
  return page;
}

const RENAMED: Readonly<Record<string, string>> = {
  'reskin-step-title': 'wizard-heading',
  'reskin-step-next-button': 'wizard-forward',
  'reskin-step-back-button': 'wizard-backward',
  'message-bar-error': 'wizard-alert',
};

/** `data-testid` as the switch wants it: as seen on the live page, gone, or called something else. */
export function useTestId(): (id: string) => { 'data-testid'?: string } {
  const { testIds } = usePage().switches;
  return (id) => {
    if (testIds === 'removed') return {};
    if (testIds === 'present') return { 'data-testid': id };
    return { 'data-testid': RENAMED[id] ?? id.replace('authmethod-picker-', 'method-card-') };
  };
}

/**
 * A number that changes every `remountMs`; used as a key it makes React replace the nodes below. The
 * focused text field gets its focus and caret back, otherwise nobody could type on such a page.
 */
export function useRemount(paused = false): number {
  const { remountMs } = usePage().switches;
  const [round, setRound] = useState(0);
  const focused = useRef<{ caret: number | null } | null>(null);

  useEffect(() => {
    if (remountMs <= 0 || paused) return;
    const timer = setInterval(() => {
      const field = document.activeElement;
      focused.current =
        field instanceof HTMLInputElement && field.closest('.remounted')
          ? { caret: field.selectionStart }
          : null;
      setRound((n) => n + 1);
    }, remountMs);
    return () => clearInterval(timer);
  }, [remountMs, paused]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after every replacement
  useLayoutEffect(() => {
    if (!focused.current) return;
    const field = document.querySelector<HTMLInputElement>('.remounted input[type=text]');
    field?.focus();
    field?.setSelectionRange(focused.current.caret, focused.current.caret);
    focused.current = null;
  }, [round]);

  return round;
}
