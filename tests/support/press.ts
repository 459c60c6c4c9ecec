/** Presses on the card as a person makes them: after having seen it. */
import type { Journey } from '../e2e/journey.ts';
import { SEEN_MS } from '../../utils/pointer/trust.ts';
import { until } from './until.ts';

/** Waits until the card has been on screen for as long as presses need (SECURITY.md R19), then presses once. */
export async function pressSeen(journey: Journey, button: string): Promise<void> {
  let seenAt = 0;
  await until('the card to have been seen', async () => {
    if ((await journey.card()) === null) seenAt = 0;
    else seenAt ||= Date.now();
    return seenAt > 0 && Date.now() - seenAt > SEEN_MS * 1.2;
  });
  await journey.press(button);
}
