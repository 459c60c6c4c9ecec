/**
 * One page's part in a guide: observe -> read -> advise -> draw. The same code runs on Microsoft's page
 * and on the rehearsal page; what differs comes in as ports. Without a running task it does nothing at
 * all: no observer, no element, no reading.
 */

import type { Advice } from '../guide/advice.ts';
import { advise } from '../guide/advise.ts';
import type { LinkOffer } from '../guide/offer.ts';
import type { Task } from '../guide/task.ts';
import { witness } from '../guide/witness.ts';
import { realSight } from '../pages/dom.ts';
import { read } from '../pages/security-info/read.ts';
import type { Layer, PageLabels, PageReading, PageState, TargetName } from '../pages/security-info/state.ts';
import { watchPage } from '../pages/watch.ts';
import { cardOf, type MessageSource, offerCard } from './card.ts';
import { type Card, type CardAction, createPointer, type Pointer, type PointerOptions } from './pointer.ts';

export interface SessionPorts {
  readonly document: Document;
  readonly window: Window;
  /** Whether the guide may speak on the present address. */
  isHere(): boolean;
  /** Whether the extension that started this script is still there. */
  isAlive(): boolean;
  readonly message: MessageSource;
  /** What the card says when the extension is gone: fetched beforehand, for then nobody answers. */
  readonly farewell: Card;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  report(taskId: string, sighting: SessionSighting, how: HowRead): void;
  left(taskId: string): void;
  interferes(taskId: string): void;
  stop(taskId: string): void;
  openPanel(): void;
  /** The person's word on a link that came while the task was running. */
  answerLink(take: boolean): void;
  copy(text: string): Promise<void>;
  /** What the card leaves free beside dialogs and rows: a part of the page that has controls of its own. */
  alsoClear?(): Element | null;
}

export interface SessionSighting {
  readonly state: PageState;
  readonly labels: PageLabels;
  readonly languageKnown: boolean;
  readonly unchangedFor: number;
}

/** How the page was read, for the diagnostic report: closed sets, no text of the page. */
export interface HowRead {
  readonly layer: Layer;
  /** The control that advice wanted to mark, where it was not there without doubt. */
  readonly missed: TargetName | null;
  readonly language: string | null;
}

const NOT_READ: HowRead = { layer: 'none', missed: null, language: null };

export interface Session {
  /** Sets or replaces the running task; `null` ends it and leaves nothing on the page. With an `offer` the
   * card asks first whether the other task shall begin. */
  setTask(task: Task | null, offer?: LinkOffer | null): void;
  end(): void;
}

export function createSession(ports: SessionPorts): Session {
  const { document, window } = ports;
  const regionLabel = ports.message('card_region', []);
  const fold = { hide: ports.message('card_hide', []), show: ports.message('card_show', []) };
  let task: Task | null = null;
  let offer: LinkOffer | null = null;
  let pointer: Pointer | null = null;
  let stopWatching: (() => void) | null = null;
  let isGivenUp = false;
  let learned: string | null = null;
  let stateText = '';
  let unchangedSince = 0;
  let reported = '';
  let again = 0;

  function look(): void {
    if (!task) return;
    if (!ports.isAlive()) {
      sayOutdated();
      return;
    }
    if (document.visibilityState === 'hidden') return;
    if (!ports.isHere()) {
      hidePointer();
      remember({ kind: 'elsewhere' });
      reportSighting({ kind: 'elsewhere' }, {}, false, NOT_READ);
      return;
    }
    const reading = read(document, realSight, learned);
    learned = reading.learned;
    remember(reading.state);
    const running = witness(task, reading.state);
    task = running;
    const sighting = {
      ...reading,
      languageKnown: isReadable(reading),
      unchangedFor: window.performance.now() - unchangedSince,
    };
    const advice = advise(running, sighting);
    reportSighting(reading.state, reading.labels, sighting.languageKnown, howRead(reading, advice));
    if (!advice) hidePointer();
    else if (!isGivenUp) draw(running, advice, reading);
    window.clearTimeout(again);
    // The one timer: advice that changes by waiting alone. It ends by itself.
    if (advice?.againIn != null) again = window.setTimeout(look, advice.againIn + 10);
  }

  function remember(state: PageState): void {
    const text = JSON.stringify(state);
    if (text === stateText) return;
    stateText = text;
    unchangedSince = window.performance.now();
  }

  function reportSighting(state: PageState, labels: PageLabels, languageKnown: boolean, how: HowRead): void {
    if (!task) return;
    const sighting = {
      state,
      labels,
      languageKnown,
      unchangedFor: Math.round(window.performance.now() - unchangedSince),
    };
    // Time alone is no news, except that it has run out: then the panel must learn it too.
    const advice = advise(task, sighting);
    const news = JSON.stringify([task.id, state, labels, languageKnown, how, advice?.tone, advice?.help]);
    if (news === reported) return;
    reported = news;
    ports.report(task.id, sighting, how);
  }

  function draw({ kind }: Task, advice: Advice, reading: PageReading): void {
    pointer ??= newPointer(onAction, giveUp);
    const { row, target: name } = advice;
    // While the password is on screen nothing may take the place of the word to copy it.
    if (offer && advice.step !== 'copy') {
      pointer?.show(offerCard(offer, ports.message), null, reading.region);
      return;
    }
    const target = row === null ? name && reading.targets.get(name) : reading.deleteButton(row);
    // The name in the row must stay readable: it is what a person compares before deleting.
    const keepClear = row === null ? reading.region : reading.row(row);
    pointer?.show(cardOf(kind, advice, ports.message), target ?? null, keepClear);
  }

  /** `null` when the page lets none be shown: then the panel alone goes on. */
  function newPointer(onAction: PointerOptions['onAction'], onGivenUp: () => void): Pointer | null {
    try {
      return createPointer({ ...ports, label: regionLabel, fold, onAction, onGivenUp });
    } catch {
      onGivenUp();
      return null;
    }
  }

  function giveUp(): void {
    pointer = null;
    isGivenUp = true;
    if (task) ports.interferes(task.id);
  }

  function onAction(action: CardAction): void {
    if (!task) return;
    if (!ports.isAlive()) sayOutdated();
    else if (action === 'stop') {
      ports.stop(task.id);
      setTask(null);
    } else if (action === 'open-panel') ports.openPanel();
    else if (action === 'take-offer' || action === 'keep-task') ports.answerLink(action === 'take-offer');
    else if (task.kind === 'create') {
      const { name } = task;
      ports.copy(name).then(
        () => pointer?.tell(ports.message('card_name_copied', [])),
        () => pointer?.tell(ports.message('card_copy_failed', [name])),
      );
    }
  }

  /** The extension was updated or removed under this page: the pointer goes, one line stays until pressed away. */
  function sayOutdated(): void {
    stopAll();
    task = null;
    const farewell = newPointer(
      () => farewell?.destroy(),
      () => undefined,
    );
    farewell?.show(ports.farewell, null, null);
  }

  function hidePointer(): void {
    pointer?.destroy();
    pointer = null;
  }

  function stopAll(): void {
    stopWatching?.();
    stopWatching = null;
    window.clearTimeout(again);
    window.removeEventListener('pagehide', onPageHide);
    hidePointer();
    isGivenUp = false;
    learned = null;
    stateText = '';
    reported = '';
  }

  function onPageHide(): void {
    if (task && ports.isAlive()) ports.left(task.id);
    // A page kept for "back" is reported anew when it is shown again.
    reported = '';
  }

  function setTask(next: Task | null, offered: LinkOffer | null = null): void {
    const isSame = task !== null && next !== null && next.id === task.id;
    if (!isSame) stopAll();
    task = next;
    offer = offered;
    if (!next) return;
    if (isSame) {
      look();
      return;
    }
    window.addEventListener('pagehide', onPageHide);
    stopWatching = watchPage({ document, window }, look);
  }

  return { setTask, end: () => setTask(null) };
}

function howRead({ layer, language, targets, deleteButton }: PageReading, advice: Advice | null): HowRead {
  const { target, row } = advice ?? { target: null, row: null };
  const isRowMissed = row !== null && deleteButton(row) === null;
  const missed = isRowMissed ? 'row-delete' : target !== null && !targets.has(target) ? target : null;
  return { layer, missed, language };
}

/** Labels of a page can be compared with ours when its language is known or its own word was learned. */
function isReadable(reading: PageReading): boolean {
  return reading.language !== null || reading.learned !== null;
}
