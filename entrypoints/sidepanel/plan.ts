/** The radar's part of Home: entries of the open inventory, their dated changes, and the ticks of the plan. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Plan, RadarProps } from '@/components/radar.tsx';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import { PROVIDER_HOSTS, SECURITY_INFO_PATH } from '@/utils/pages/hosts.ts';
import type { KnownCatalogue } from './knowledge.ts';
import type { Ports } from './ports.ts';
import { hrefOf } from './router.ts';
import type { Vault } from './vault.ts';

type Knowledge = typeof import('./knowledge.ts');

const NO_ROWS: readonly EntryRow[] = [];
const SECURITY_PAGE = `https://${PROVIDER_HOSTS[0]}${SECURITY_INFO_PATH}`;

/**
 * What Home's radar shows now. Nothing of the inventory stays in here once it is locked.
 * @param isShown while another screen is shown, nothing is worked out for it
 */
export function useRadar(
  { plan: store, print }: Pick<Ports, 'plan' | 'print'>,
  knowledge: Knowledge | 'failed' | null,
  catalogue: KnownCatalogue | null,
  vault: Vault,
  today: Day,
  isShown: boolean,
): RadarProps {
  const isOpen = vault.status.kind === 'unlocked';
  const all = useRows(vault);
  const rows = isShown ? all : NO_ROWS;
  const { done, isUnsaved, onTick } = useTicks(store, isOpen, vault.status.kind === 'none');
  const changes = useChanges(knowledge, catalogue, rows, today);
  const plan: Plan | null = isOpen
    ? {
        done,
        isUnsaved,
        onTick: (tick, isDone) =>
          void onTick(tick, isDone, (ticks) =>
            knowledge && knowledge !== 'failed'
              ? knowledge.ticksLeft(
                  ticks,
                  rows.map(({ entry }) => entry),
                )
              : ticks,
          ),
        onPrint: print,
        appHref: ({ appId }) => hrefOf(appId === null ? { at: 'adviser' } : { at: 'app', id: appId }),
        securityPage: SECURITY_PAGE,
      }
    : null;
  return {
    changes,
    today,
    plan: plan ?? (vault.status.kind === 'locked' ? 'locked' : 'none'),
    inventoryHref: hrefOf({ at: 'inventory' }),
  };
}

function useChanges(
  knowledge: Knowledge | 'failed' | null,
  catalogue: KnownCatalogue | null,
  rows: readonly EntryRow[],
  today: Day,
): RadarProps['changes'] {
  return useMemo(() => {
    if (knowledge === 'failed') return [];
    if (knowledge === null || catalogue === null) return null;
    return knowledge.changesFor(
      rows.map(({ entry }) => entry),
      today,
      catalogue.appById,
    );
  }, [knowledge, catalogue, rows, today]);
}

/** Drops ticks of entries that are gone. */
type LivingTicks = (ticks: readonly string[]) => readonly string[];

function useRows({ ports }: Vault): readonly EntryRow[] {
  const [rows, setRows] = useState(NO_ROWS);
  useEffect(() => {
    if (typeof ports === 'string') return;
    return ports.client.watchEntries((next) => setRows(next.length > 0 ? next : NO_ROWS));
  }, [ports]);
  return rows;
}

function useTicks(store: Ports['plan'], isOpen: boolean, isGone: boolean) {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    // Erasing the inventory takes the plan with it.
    if (isGone) void store?.save([]).catch(() => undefined);
    if (!isOpen || !store) {
      setDone(new Set());
      return;
    }
    let isCurrent = true;
    store.load().then(
      (ticks) => isCurrent && setDone(new Set(ticks)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [store, isOpen, isGone]);

  const onTick = async (tick: string, isDone: boolean, living: LivingTicks) => {
    if (!store) return;
    try {
      // Another window may have ticked meanwhile: what is stored counts, not what is shown here.
      const before = living(await store.load()).filter((other) => other !== tick);
      const next = isDone ? [...before, tick] : before;
      await store.save(next);
      setDone(new Set(next));
      setUnsaved(false);
    } catch {
      setDone((before) => new Set(before));
      setUnsaved(true);
    }
  };
  return { done, isUnsaved, onTick };
}
