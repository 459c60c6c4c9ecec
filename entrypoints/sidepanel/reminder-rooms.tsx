/** Reminders in the panel: what is due, on Home, and their settings. Loaded after the first paint. */
import '@/components/styles/inventory.css';
import '@/components/styles/due.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Due, type DueEntry } from '@/components/due.tsx';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { ReminderSettings } from '@/components/reminder-settings.tsx';
import { sentenceText } from '@/components/sentence-text.ts';
import { managedSettings } from '@/utils/helpdesk/managed.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import { dueDayOf } from '@/utils/inventory/record.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import { daysBetween } from '@/utils/lib/days.ts';
import { t } from '@/utils/platform/i18n.ts';
import { calendarEvents } from '@/utils/rotation/calendar.ts';
import { writeCalendar } from '@/utils/rotation/calendar-file.ts';
import { type ReminderLook, readLook } from '@/utils/rotation/look.ts';
import { readSettings, type ReminderSettings as Settings } from '@/utils/rotation/settings.ts';
import { isSnoozed } from '@/utils/rotation/snooze.ts';
import { type ReminderState, readState } from '@/utils/rotation/state.ts';
import type { InventoryPorts, RemindersPort } from './ports.ts';
import { hrefOf } from './router.ts';
import type { Vault } from './vault.ts';

export interface RoomProps {
  readonly reminders: RemindersPort;
  readonly vault: Vault;
  readonly today: Day;
  readonly policy: Policy;
}

export function DueRoom({ reminders, vault, today }: RoomProps) {
  const told = useReminders(reminders);
  const rows = useRows(vault);
  const [hasFailed, setFailed] = useState(false);
  if (!told || vault.status.kind === 'opening' || vault.status.kind === 'none') return null;
  const run = (work: Promise<void>) =>
    void work.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <Due
      today={today}
      entries={vault.status.kind === 'unlocked' ? dueEntries(rows, told, today) : null}
      look={told.look}
      isOn={told.settings.isOn}
      hasFailed={hasFailed}
      onRotate={(id) => {
        location.hash = `${hrefOf({ at: 'inventory', page: id })}/rotate`;
      }}
      onSnooze={(ids, until) => run(reminders.snooze(ids, until))}
      onTrustClock={() => run(reminders.trustClock())}
      inventoryHref={hrefOf({ at: 'inventory' })}
      settingsHref={hrefOf({ at: 'settings' })}
    />
  );
}

export function ReminderSettingsRoom({ reminders, vault, today, policy }: RoomProps) {
  const told = useReminders(reminders);
  const rows = useRows(vault);
  const [outcome, setOutcome] = useState<'saved' | 'failed' | null>(null);
  const inventory = vault.ports;
  const managed = useMemo(() => managedSettings(policy), [policy]);
  if (!told) return null;
  const isUnlocked = vault.status.kind === 'unlocked';
  return (
    <ReminderSettings
      settings={told.settings}
      managed={managed}
      outcome={outcome}
      onChange={(settings) =>
        void reminders.change(settings).then(
          () => setOutcome('saved'),
          () => setOutcome('failed'),
        )
      }
      isUnlocked={isUnlocked}
      onExport={async (withNames) => {
        const dues = await reminders.dues();
        const names = new Map(rows.map(({ entry }) => [entry.id, entryTitle(entry)]));
        const events = calendarEvents(dues, withNames ? names : null, told.settings, sentenceText);
        if (events.length > 0 && typeof inventory !== 'string') saveCalendar(inventory, events, today);
        return events.length;
      }}
    />
  );
}

function saveCalendar(
  { saveFile }: InventoryPorts,
  events: Parameters<typeof writeCalendar>[1],
  today: Day,
): void {
  const text = writeCalendar(`Keytag: ${t('due_title')}`, events, new Date().toISOString());
  saveFile(`keytag-${today}.ics`, new TextEncoder().encode(text));
}

interface Told {
  readonly settings: Settings;
  readonly state: ReminderState;
  readonly look: ReminderLook | null;
}

/** `null` until storage has been read. */
function useReminders({ watch }: RemindersPort): Told | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(
    () =>
      watch((settings, memory) => {
        const { state, look } = (typeof memory === 'object' && memory !== null ? memory : {}) as Record<
          string,
          unknown
        >;
        setTold({ settings: readSettings(settings), state: readState(state), look: readLook(look) });
      }),
    [watch],
  );
  return told;
}

const NO_ROWS: readonly EntryRow[] = [];

function useRows({ ports }: Vault): readonly EntryRow[] {
  const [rows, setRows] = useState(NO_ROWS);
  useEffect(() => {
    if (typeof ports === 'string') return;
    return ports.client.watchEntries((next) => setRows(next.length > 0 ? next : NO_ROWS));
  }, [ports]);
  return rows;
}

/** What is due or near, the most pressing first; what is put off comes last. */
function dueEntries(rows: readonly EntryRow[], { settings, state }: Told, today: Day): readonly DueEntry[] {
  return rows
    .flatMap(({ entry }): DueEntry[] => {
      const day = dueDayOf(entry);
      const left = day && daysBetween(today, day);
      if (day === null || left === null || left > settings.lead) return [];
      const put = state.snoozed.get(entry.id);
      const putOff = put && isSnoozed(put, day, today) ? put.until : null;
      const href = hrefOf({ at: 'inventory', page: entry.id });
      return [{ id: entry.id, title: entryTitle(entry), href, left, putOff }];
    })
    .toSorted((a, b) => Number(a.putOff !== null) - Number(b.putOff !== null) || a.left - b.left);
}
