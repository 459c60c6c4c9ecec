/** The ports of a page's guide session to the browser, shared by Microsoft's page and the rehearsal. */
import type { SessionPorts } from '../pointer/session.ts';
import { native } from './native.ts';
import { send } from './send.ts';

function message(key: string, substitutions: readonly string[]): string {
  return native.i18n.getMessage(key, [...substitutions]);
}

/** A message nobody answers is no error: the extension may just have been updated. */
function tell(...args: Parameters<typeof send>): void {
  send(...args).catch(() => undefined);
}

export function browserPorts(window: Window, isHere: () => boolean): SessionPorts {
  return {
    document: window.document,
    window,
    isHere,
    // The id is gone once the extension was updated or removed under this page.
    isAlive: () => Boolean(native.runtime?.id),
    message,
    farewell: {
      tone: 'careful',
      isPressing: true,
      count: '',
      paragraphs: [[{ text: message('card_outdated', []), as: 'plain' }]],
      buttons: [{ action: 'stop', label: message('card_close', []), isMain: false }],
    },
    language: message('common_language_code', []),
    direction: message('@@bidi_dir', []) === 'rtl' ? 'rtl' : 'ltr',
    report: (taskId, sighting, how) => tell('page.report', { taskId, sighting, how }),
    left: (taskId) => tell('page.left', { taskId }),
    interferes: (taskId) => tell('page.interferes', { taskId }),
    stop: (taskId) => tell('card.stop', { taskId }),
    openPanel: () => tell('card.open-panel', {}),
    answerLink: (take) => tell('link.answer', { take }),
    copy: (text) => window.navigator.clipboard.writeText(text),
  };
}
