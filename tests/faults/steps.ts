/**
 * A browser that is killed somewhere in the four big steps of a vault's life: making it, taking over a file,
 * restoring a backup, changing the passphrase. Afterwards the old or the new state is there, whole; and the new
 * one if the panel had said so.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { PASSPHRASE } from '../e2e/inventory-person.ts';
import { deleteVaultDatabase } from '../e2e/vault-data.ts';
import { clickByRole } from '../support/ax.ts';
import type { BrowserKind } from '../support/find-browser.ts';
import { until } from '../support/until.ts';
import { aChance, type Chance } from './chance.ts';
import { aScene, type Scene } from './scene.ts';

const NEW_PASSPHRASE = 'copper meadow ticket gravel';
/** Enough for the write to take a while. */
const IMPORTED = 400;
/** About how long each step takes on a machine with two cores; a kill a little later finds it done. */
const TAKES_MS = { create: 2_500, import: 300, restore: 800, change: 2_000 };

type Big = keyof typeof TAKES_MS;

/** One life with a kill in each step. */
export async function killInSteps(kind: BrowserKind): Promise<void> {
  const chance = aChance();
  const scene = await aScene(kind);
  const told: string[] = [];
  try {
    await scene.start();
    told.push(await inCreate(scene, chance));
    told.push(await inImport(scene, chance));
    told.push(await inRestore(scene, chance));
    told.push(await inChange(scene, chance));
  } catch (error) {
    const what = error instanceof Error ? error.message : error;
    throw new Error(`${kind}, KEYTAG_SEED=${chance.seed}, ${told.join(', ')}: ${what}`, { cause: error });
  } finally {
    await scene.end();
  }
  console.log(`${kind}: killed in ${told.join(', ')} (KEYTAG_SEED=${chance.seed})`);
}

/** Kills at a moment of the step that was just begun. @returns whether the panel had said `done` by then */
async function dieIn(scene: Scene, chance: Chance, step: Big, done: string): Promise<[boolean, string]> {
  const moment = chance.between(0, TAKES_MS[step]);
  await delay(moment);
  const said = await scene.keeper.panel.evaluate(() => document.querySelector('main')?.textContent ?? '');
  await scene.kill();
  await scene.start();
  return [said.includes(done), `${step} after ${moment} ms`];
}

async function inCreate(scene: Scene, chance: Chance): Promise<string> {
  const { keeper } = scene;
  await keeper.fill('Passphrase', PASSPHRASE);
  await keeper.fill('Repeat passphrase', PASSPHRASE);
  await keeper.press('Create the vault');
  const [wasDone, when] = await dieIn(scene, chance, 'create', 'Your recovery sheet');
  const isThere = await choice(scene, 'Unlock', 'Create the vault');
  expect(isThere || !wasDone, `${when}: the vault was shown and is gone`).toBe(true);
  if (isThere) await scene.keeper.enter();
  else await scene.keeper.createVault();
  expect(await scene.wholeTags(PASSPHRASE), when).toEqual([]);
  return `${when}: ${isThere ? 'made' : 'not made'}`;
}

async function inImport(scene: Scene, chance: Chance): Promise<string> {
  const { keeper } = scene;
  await keeper.openInventory();
  await keeper.addTag({ App: 'Here before' });
  const path = join(scene.folder, '..', 'many.json');
  const items = Array.from({ length: IMPORTED }, (_, at) => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    type: 1,
    name: `Imported ${at}`,
    login: { username: 'anna@contoso.com', password: null },
  }));
  await writeFile(path, JSON.stringify({ encrypted: false, folders: [], items }));
  await keeper.openInventory();
  await keeper.press('Import');
  await keeper.chooseFile('File to import', path);
  await keeper.hears(`New from the file: ${IMPORTED}`);
  await keeper.press('Import', { within: { role: 'main' } });
  const [wasDone, when] = await dieIn(scene, chance, 'import', `Added: ${IMPORTED}.`);
  await scene.keeper.enter();
  const tags = await scene.wholeTags(PASSPHRASE);
  expect(wasDone ? [IMPORTED + 1] : [1, IMPORTED + 1], when).toContain(tags.length);
  return `${when}: ${tags.length} tags`;
}

async function inRestore(scene: Scene, chance: Chance): Promise<string> {
  const path = join(scene.folder, '..', 'saved.keytag');
  await writeFile(path, await scene.keeper.backUp());
  const before = await scene.wholeTags(PASSPHRASE);
  await deleteVaultDatabase(scene.keeper.panel);
  await scene.kill();
  await scene.start();
  await restoreAsFar(scene, path);
  const [wasDone, when] = await dieIn(scene, chance, 'restore', `Added: ${before.length}.`);
  const isThere = await choice(scene, 'Unlock', 'Restore');
  expect(isThere || !wasDone, `${when}: it was restored and is gone`).toBe(true);
  if (isThere) await scene.keeper.enter();
  else {
    await restoreAsFar(scene, path);
    await scene.keeper.hears(`Added: ${before.length}.`);
  }
  const after = await scene.wholeTags(PASSPHRASE);
  expect(after.map(({ id }) => id).sort(), when).toEqual(before.map(({ id }) => id).sort());
  return `${when}: ${isThere ? 'restored' : 'not restored'}`;
}

async function restoreAsFar({ keeper }: Scene, path: string): Promise<void> {
  await keeper.sees('heading', 'Your tags are gone from this browser');
  await keeper.press('Restore');
  await keeper.chooseFile('Backup file', path);
  await keeper.fill('Passphrase', PASSPHRASE);
  await keeper.press('Open the file');
  await keeper.hears('New from the file: ');
  await keeper.press('Restore');
}

async function inChange(scene: Scene, chance: Chance): Promise<string> {
  const { keeper } = scene;
  const before = await scene.wholeTags(PASSPHRASE);
  await keeper.openInventory();
  await clickByRole(keeper.panel, 'link', 'Passphrase and safety');
  await keeper.press('Change passphrase');
  await keeper.fill('Current passphrase', PASSPHRASE, { within: { role: 'region', name: 'Passphrase' } });
  await keeper.fill('Passphrase', NEW_PASSPHRASE);
  await keeper.fill('Repeat passphrase', NEW_PASSPHRASE);
  await keeper.hears(/^[34] of 4/);
  await keeper.press('Change passphrase');
  const [wasDone, when] = await dieIn(scene, chance, 'change', 'The new passphrase is set');
  await scene.keeper.unlock(NEW_PASSPHRASE);
  const isNew = await choice(scene, 'Lock now', 'Unlock', "That passphrase didn't open the vault");
  expect(isNew || !wasDone, `${when}: the new passphrase was set and opens nothing`).toBe(true);
  if (!isNew) await scene.keeper.enter(PASSPHRASE);
  const after = await scene.wholeTags(isNew ? NEW_PASSPHRASE : PASSPHRASE);
  expect(after.length, when).toBe(before.length);
  return `${when}: the ${isNew ? 'new' : 'old'} passphrase`;
}

/** Which of two buttons the panel comes to show. @param words that have to stand beside the second one */
async function choice({ keeper }: Scene, first: string, second: string, words = ''): Promise<boolean> {
  const found = await until(
    `${first} or ${second}`,
    async () => {
      if (await keeper.has('button', first)) return 'first';
      return (await keeper.has('button', second)) && (await keeper.page()).includes(words) ? 'second' : null;
    },
    { timeout: 40_000 },
  );
  return found === 'first';
}
