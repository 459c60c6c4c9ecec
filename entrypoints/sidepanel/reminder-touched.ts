/** Tells reminders how many entries Microsoft's dated changes touch, whenever the open inventory changes. */
import type { InventoryClient } from '@/utils/app/inventory-client.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import type { RemindersPort } from './ports.ts';

/** Saving and importing come in bursts. */
const PAUSE_MS = 300;

export function tellTouched(
  client: Pick<InventoryClient, 'watch' | 'watchEntries'>,
  today: () => Day,
  touched: RemindersPort['touched'],
): void {
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (rows: readonly EntryRow[]): Promise<void> => {
    const [{ radar }, { appById }] = await Promise.all([
      import('@/utils/advisor/radar.ts'),
      import('@/utils/catalogue/index.ts'),
    ]);
    const items = radar({ entries: rows.map(({ entry }) => entry), today: today(), appById });
    // An announcement is no day to do something by.
    const dated = items.filter(({ isAhead, effect }) => isAhead && effect !== null && effect !== 'announces');
    if (isOpen) await touched(dated.map(({ event, touched: count }) => ({ change: event.id, count })));
  };
  client.watch(({ kind }) => {
    isOpen = kind === 'unlocked';
    // Erasing the inventory takes this with it.
    if (kind === 'none') void touched([]).catch(() => undefined);
  });
  client.watchEntries((rows) => {
    clearTimeout(timer);
    // The background may be starting; the next change or unlock tells again.
    timer = setTimeout(() => void (isOpen && tell(rows).catch(() => undefined)), PAUSE_MS);
  });
}
