/**
 * A browser that is killed at random moments in a stream of saves, edits and deletions: whatever the panel had
 * called saved is there afterwards, and nothing is damaged. One step may be under way at the kill; of that one
 * the old or the new state is there.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { PASSPHRASE } from '../e2e/inventory-person.ts';
import type { BrowserKind } from '../support/find-browser.ts';
import { aChance, type Chance } from './chance.ts';
import { aScene } from './scene.ts';
import { play, type Step } from './stream.ts';

/** Device by app, as the panel said it. */
type Known = Map<string, string>;

/** Steps before the one in which the browser dies. */
const MOST_STEPS = 12;
/** A step takes about this long: the kill may fall on any point of it, or on the next one's beginning. */
const STEP_MS = 250;

export async function killInSaves(kind: BrowserKind, rounds: number): Promise<void> {
  const chance = aChance();
  const scene = await aScene(kind);
  const known: Known = new Map();
  let count = 0;
  let acknowledged = 0;
  try {
    await scene.start();
    await scene.keeper.createVault();
    for (let round = 1; round <= rounds; round++) {
      let underWay: Step | null = null;
      const steps = chance.between(0, MOST_STEPS);
      const moment = chance.between(0, STEP_MS);
      const { panel } = scene.keeper;
      let reached = (): void => undefined;
      const isTime = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const stream = (async () => {
        for (let done = 0; ; done++) {
          if (done === steps) reached();
          underWay = nextStep(chance, known, ++count);
          await play(panel, underWay);
          note(known, underWay);
          acknowledged += 1;
          underWay = null;
        }
      })();
      const died = stream.catch((error: unknown) => error);
      const early = await Promise.race([died, isTime.then(() => delay(moment, null))]);
      if (early !== null) throw new Error('the stream broke before the browser did', { cause: early });
      const last = underWay as Step | null;
      await scene.kill();
      await died;

      await scene.start();
      await scene.keeper.enter(PASSPHRASE);
      const found = new Map<string, string>();
      for (const { appName, device } of await scene.wholeTags(PASSPHRASE)) found.set(appName, device);
      const after = new Map(known);
      if (last) note(after, last);
      const isNew = last !== null && JSON.stringify(sorted(found)) === JSON.stringify(sorted(after));
      if (!isNew)
        expect(
          sorted(found),
          `round ${round}, killed after ${steps} steps and ${moment} ms in ${JSON.stringify(last)}`,
        ).toEqual(sorted(known));
      else if (last) note(known, last);
    }
  } catch (error) {
    throw new Error(
      `${kind}, KEYTAG_SEED=${chance.seed}: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  } finally {
    await scene.end();
  }
  // A stream that saves nothing would lose nothing.
  expect(acknowledged, `KEYTAG_SEED=${chance.seed}`).toBeGreaterThan(rounds);
  console.log(
    `${kind}: ${rounds} kills, ${acknowledged} acknowledged steps, all there (KEYTAG_SEED=${chance.seed})`,
  );
}

function nextStep(chance: Chance, known: Known, count: number): Step {
  const kind = known.size < 3 ? 'add' : chance.oneOf(['add', 'add', 'edit', 'edit', 'delete']);
  if (kind === 'add') return { do: 'add', app: `Tag-${count}-end`, device: `made ${count}` };
  const app = [...known.keys()][chance.between(0, known.size - 1)] ?? '';
  return kind === 'edit' ? { do: 'edit', app, device: `changed ${count}` } : { do: 'delete', app };
}

function note(known: Known, step: Step): void {
  if (step.do === 'delete') known.delete(step.app);
  else known.set(step.app, step.device);
}

const sorted = (tags: Known): readonly (readonly [string, string])[] =>
  [...tags].sort(([a], [b]) => (a < b ? -1 : 1));
