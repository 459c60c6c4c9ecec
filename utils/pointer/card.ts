/** From advice to what the card shows. Pure; the words come in as a function. */
import { type Advice, type GuideStep, STEPS } from '../guide/advice.ts';
import { isPlainLink, type LinkOffer } from '../guide/offer.ts';
import type { TaskKind } from '../guide/task.ts';
import type { SentenceArg } from '../lib/sentence.ts';
import { sentenceParts } from '../lib/sentence-parts.ts';
import type { Card, CardText } from './pointer.ts';

/** Looks a message up: (key, substitutions) -> text in the person's language. */
export type MessageSource = (key: string, substitutions: readonly string[]) => string;

export function cardOf(kind: TaskKind, advice: Advice, message: MessageSource): Card {
  const steps: readonly GuideStep[] = STEPS[kind];
  const number = steps.indexOf(advice.step) + 1;
  const needsPanel = advice.help !== null || advice.tone === 'finished';
  const isStuck = needsPanel && !advice.offerName;
  const buttons: Card['buttons'][number][] = [];
  if (advice.offerName)
    buttons.push({ action: 'copy-name', label: message('card_copy_name', []), isMain: true });
  buttons.push({ action: 'open-panel', label: message('card_open_panel', []), isMain: isStuck });
  buttons.push({ action: 'stop', label: message('card_stop', []), isMain: false });
  return {
    tone: advice.tone,
    // The password is shown once, and where the guide is stuck its words are all there is.
    isPressing: advice.step === 'copy' || advice.tone === 'stuck' || advice.tone === 'finished',
    count: message('card_count', [String(number), String(steps.length)]),
    paragraphs: advice.say.map((sentence) =>
      sentenceParts(sentence, message).map(
        (part): CardText => ('text' in part ? { text: part.text, as: 'plain' } : drawArg(part.arg)),
      ),
    ),
    buttons,
  };
}

/** The question when a link asks for another task than the one that is running. */
export function offerCard({ link, appName }: LinkOffer, message: MessageSource): Card {
  const wish = isPlainLink(link)
    ? message(`card_offer_${link}`, [])
    : message('card_offer_create', [appName]);
  return {
    tone: 'careful',
    isPressing: true,
    count: '',
    paragraphs: [[{ text: wish, as: 'plain' }], [{ text: message('card_offer_running', []), as: 'plain' }]],
    buttons: [
      { action: 'take-offer', label: message('card_offer_take', []), isMain: false },
      { action: 'keep-task', label: message('card_offer_keep', []), isMain: true },
    ],
  };
}

function drawArg(arg: SentenceArg): CardText {
  if (typeof arg === 'string') return { text: arg, as: 'name' };
  if (typeof arg === 'number') return { text: String(arg), as: 'plain' };
  if ('label' in arg) return { text: arg.label, as: 'label', ...(arg.lang ? { lang: arg.lang } : {}) };
  return { text: arg.day, as: 'plain' };
}
