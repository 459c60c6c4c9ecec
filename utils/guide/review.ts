/** Advice while the panel waits for Microsoft's list: lead to it, and say when it is read. */
import type { Sentence } from '../lib/sentence.ts';
import type { Advice } from './advice.ts';
import { advice, label, openPage, SETTLED_MS, type Sighting, say, unrecognised } from './sighting.ts';
import type { ReviewTask } from './task.ts';

/** @returns what to say; `null` when the guide must be silent on this page */
export function adviseReview(task: ReviewTask, sighting: Sighting | null): Advice | null {
  if (sighting === null) return openPage();
  const { state } = sighting;
  switch (state.kind) {
    case 'elsewhere':
      return null;
    case 'unrecognised':
      return unrecognised(
        sighting,
        state.open,
        'open',
        say('card_review_unreadable', label(sighting, 'app-password')),
      );
    case 'list': {
      if (state.names === null) {
        const words = say('card_review_unreadable', label(sighting, 'app-password'));
        return { ...advice('stuck', 'compare', words), help: 'page-not-recognised' };
      }
      const left = SETTLED_MS - sighting.unchangedFor;
      return left > 0
        ? { ...advice('wait', 'compare', say('card_loading')), againIn: left }
        : advice('finished', 'compare', done(task, state.names.length));
    }
    default:
      return advice('wait', 'compare', say('card_review_close'));
  }
}

function done({ purpose }: ReviewTask, count: number): Sentence {
  if (purpose === 'compare') return say('card_review_done', count);
  return count === 0 ? say('card_review_nothing') : say('card_review_choose', count);
}
