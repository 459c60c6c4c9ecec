/** What importing a pack would change, and what its steps have people enter: told before anything is kept. */
import type { SetupStep } from '../catalogue/app.ts';
import type { OwnApp, Pack } from './pack.ts';

export interface PackChange {
  readonly app: OwnApp;
  readonly is: 'new' | 'changed' | 'same' | 'removed';
}

export interface PackComparison {
  /** Against the pack of the same organisation that is here: `none` where there is none. */
  readonly age: 'none' | 'newer' | 'older' | 'same-day';
  /** Nothing in it differs from what is here. */
  readonly isSame: boolean;
  /** Contacts, links or the title differ. */
  readonly isAddressChanged: boolean;
  /** Every app of the new pack in its order, then those that would go. */
  readonly apps: readonly PackChange[];
}

/** @param before the pack here of the same organisation, or `null` */
export function comparePacks(before: Pack | null, after: Pack): PackComparison {
  const old = new Map(before?.apps.map((app) => [app.id, app]));
  const kept = new Set(after.apps.map(({ id }) => id));
  const apps: PackChange[] = [
    ...after.apps.map((app): PackChange => {
      const same = old.get(app.id);
      if (!same) return { app, is: 'new' };
      return { app, is: contentOf(same) === contentOf(app) ? 'same' : 'changed' };
    }),
    ...[...old.values()].filter(({ id }) => !kept.has(id)).map((app): PackChange => ({ app, is: 'removed' })),
  ];
  const isAddressChanged = before !== null && addressOf(before) !== addressOf(after);
  return {
    age: ageOf(before, after),
    isSame:
      before !== null &&
      before.released === after.released &&
      !isAddressChanged &&
      apps.every(({ is }) => is === 'same'),
    isAddressChanged,
    apps,
  };
}

/** How many steps a person takes in an app's set-ups: remarks are none. */
export function stepCount({ setup }: OwnApp): number {
  return stepsOf(setup).filter((step) => step.do !== 'note').length;
}

/**
 * What the steps have people run, write into files or type as it stands: the part of a pack that could do harm.
 * @returns each text once, in the order of the pack
 */
export function entered(apps: readonly OwnApp[]): readonly string[] {
  const texts = apps
    .flatMap(({ setup }) => stepsOf(setup))
    .flatMap((step): readonly string[] => {
      switch (step.do) {
        case 'run':
          return [step.command];
        case 'file':
          return [`${step.path}:\n${step.lines.join('\n')}`];
        case 'type':
          return step.value.is === 'text' ? [step.value.text] : [];
        default:
          return [];
      }
    });
  return [...new Set(texts)];
}

function stepsOf({ modern, password }: OwnApp['setup']): readonly SetupStep[] {
  return [...(modern ?? []), ...(password ?? [])];
}

/** The parser writes the fields in one order, whatever the file's was. The day of a pack is no change of an app. */
function contentOf({ sources: _, ...app }: OwnApp): string {
  return JSON.stringify(app);
}

function addressOf({ title, contacts, links }: Pack): string {
  return JSON.stringify([title, contacts, links]);
}

function ageOf(before: Pack | null, after: Pack): PackComparison['age'] {
  if (before === null) return 'none';
  if (before.released === after.released) return 'same-day';
  return before.released < after.released ? 'newer' : 'older';
}
