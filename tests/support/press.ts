/** Presses on the card as a person makes them: after having seen it (SECURITY.md R19). */
import { SEEN_MS } from '../../utils/pointer/trust.ts';
import type { Journey } from '../e2e/journey.ts';
import { until } from './until.ts';

/** Waits until the card has been on screen, without a break, for as long as presses need. */
export async function cardSeen(journey: Journey): Promise<void> {
  let since = 0;
  await until('the card to have been seen', async () => {
    if ((await journey.card()) === null) since = 0;
    else since ||= Date.now();
    return since > 0 && Date.now() - since > SEEN_MS * 1.2;
  });
}

/** One press of the mouse. */
export async function pressSeen(journey: Journey, button: string): Promise<void> {
  await cardSeen(journey);
  await journey.press(button);
}
