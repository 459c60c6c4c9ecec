/** The open inventory: the list, and beside it an entry, its form, or a screen about the whole. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Notice } from '@/components/controls.tsx';
import { Findings } from '@/components/inventory/care.tsx';
import { Conflict } from '@/components/inventory/conflict.tsx';
import { EntryForm } from '@/components/inventory/entry-form.tsx';
import { ChooseEntry, EntryGone } from '@/components/inventory/entry-view.tsx';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { attempt, failureText } from '@/components/inventory/failures.ts';
import type { ListView } from '@/components/inventory/find.ts';
import { HandOver } from '@/components/inventory/hand-over.tsx';
import { EntryList, FIRST_VIEW } from '@/components/inventory/list.tsx';
import type { Restore } from '@/components/inventory/restore.tsx';
import { type Erase, Safe } from '@/components/inventory/safe.tsx';
import { numberText } from '@/components/inventory/time.ts';
import { suggestName } from '@/utils/guide/name.ts';
import { BLANK_DRAFT } from '@/utils/inventory/blank-draft.ts';
import { differingFields, draftOf } from '@/utils/inventory/record.ts';
import type {
  EntryDraft,
  EntryRow,
  RecoverySheet,
  Unsaved,
  VaultStatus,
} from '@/utils/inventory/record-types.ts';
import { type InventoryRules, USUAL_RULES } from '@/utils/inventory/rules.ts';
import { t } from '@/utils/platform/i18n.ts';
import { type Interval, readSettings } from '@/utils/rotation/settings.ts';
import { ExportRoom, ImportRoom } from './inventory-files.tsx';
import { GUIDE_PAGE, go, hrefTo, LIST_HREF, rotatedId } from './inventory-places.ts';
import type { InventoryProps, Outcome } from './inventory-props.ts';
import { useSaving } from './inventory-saving.ts';
import { Viewed } from './inventory-viewed.tsx';
import type { InventoryPorts } from './ports.ts';
import { CompareRoom, deleteAtMicrosoft, EmergencyRoom, ReplaceRoom } from './rotation-rooms.tsx';

/** Screens about the whole, which take the place beside the list. */
const WHOLE: ReadonlySet<string> = new Set([
  'restore',
  'import',
  'export',
  'hand-over',
  'safe',
  'erase',
  'leak',
  'compare',
]);

interface UnlockedProps extends InventoryProps {
  readonly status: Extract<VaultStatus, { kind: 'unlocked' }>;
  readonly restore: ReturnType<typeof Restore>;
  readonly erase: (count: number | null) => ReturnType<typeof Erase>;
  readonly setOutcome: (outcome: Outcome | null) => void;
  /** Back to the guide whose tag was saved. */
  readonly guideHref: string | null;
  readonly onSheet: (sheet: RecoverySheet) => void;
  readonly onExportDamaged: () => void;
}

export function Unlocked(props: UnlockedProps) {
  const { ports, inventory, vault, page, onShown, status, restore, erase, setOutcome, onSheet } = props;
  const { guideHref } = props;
  const { client } = inventory;
  const { drafts, setDraft } = vault;
  const rows = useRows(inventory);
  const interval = useInterval(inventory);
  const rules = useRules(inventory);
  const [view, setView] = useState<ListView>(FIRST_VIEW);
  const [isBackingUp, setBackingUp] = useState(false);
  const today = ports.today();
  const byId = useMemo(() => new Map((rows ?? []).map((row) => [row.entry.id, row])), [rows]);
  const rotating = rotatedId(page);
  const row = page === null ? undefined : byId.get(rotating ?? page);
  const titleOf = (id: string) => {
    const other = byId.get(id);
    return other ? entryTitle(other.entry) : null;
  };

  // Backup ---------------------------------------------------------------------------------------------

  const backup = async () => {
    setBackingUp(true);
    const made = await attempt(() => client.backup());
    setBackingUp(false);
    if (!made.ok) {
      setOutcome({ text: failureText(made), tone: 'bad' });
      return;
    }
    inventory.saveFile(made.fileName, made.bytes);
    setOutcome({
      text: `${t('vault_backup_saved', numberText(made.entries))} ${t('inventory_file_handed_over', made.fileName)}`,
    });
    void attempt(() => client.backupSaved());
  };

  const saving = useSaving({ inventory, page, setDraft, setOutcome });
  const { isBusy, failure, conflict, setConflict, run, begin, startEdit, endEdit, save } = saving;
  const repair = async () => {
    const repaired = await run(() => client.repair());
    if (repaired?.ok) {
      const { quarantined, adopted } = repaired;
      setOutcome({ text: t('vault_repaired', numberText(quarantined), numberText(adopted)) });
    }
  };

  // Screens --------------------------------------------------------------------------------------------

  // A new tag is a draft from its first letter on; before that there is nothing to lose.
  const isNew = page === 'new' || page === GUIDE_PAGE;
  const unsaved =
    page === null
      ? undefined
      : (drafts.get(page) ??
        (isNew ? { at: null, draft: { ...BLANK_DRAFT, madeOn: { is: 'known', day: today } } } : undefined));
  const others = [...drafts]
    .filter(([at]) => at !== page)
    .map(([at, { draft }]) => ({ title: entryTitle(draft), href: hrefTo(at) }));

  const form = (open: Unsaved) => {
    if (conflict) {
      const { theirs } = conflict;
      return (
        <Conflict
          key="conflict"
          onShown={takeFocus}
          mine={open.draft}
          theirs={theirs}
          fields={theirs ? differingFields(open.draft, draftOf(theirs.entry)) : []}
          isBusy={isBusy}
          onSave={(draft) => {
            if (!theirs) return;
            const at = { id: theirs.entry.id, revision: theirs.revision };
            // Whatever comes next starts from what was chosen here.
            if (page !== null) setDraft(page, { at, draft });
            setConflict(null);
            void save(draft, at);
          }}
          onDrop={() => {
            endEdit();
            setOutcome({ text: t('inventory_dropped') });
            if (!theirs) go(LIST_HREF);
          }}
          onSaveAsNew={() => void save(open.draft, null)}
        />
      );
    }
    const current = open.at && byId.get(open.at.id);
    return (
      <EntryForm
        key={open.at?.id ?? 'new'}
        onShown={open.at === null ? onShown : takeFocus}
        isNew={open.at === null}
        draft={open.draft}
        onChange={(draft) => page !== null && setDraft(page, { ...open, draft })}
        today={today}
        findApps={props.findApps}
        accounts={accountsOf(rows ?? [])}
        mayKeepPasswords={rules.mayKeepPasswords}
        interval={interval}
        suggestName={(appName, device) => suggestName(appName, device, t('app_name_filler'))}
        onHints={(draft) => client.hints(draft, open.at?.id ?? null)}
        titleOf={titleOf}
        isOutdated={open.at !== null && (current === undefined || current?.revision !== open.at.revision)}
        isBusy={isBusy}
        failure={failure}
        listHref={LIST_HREF}
        onSave={() => void save(open.draft, open.at)}
        onCancel={() => {
          endEdit();
          if (open.at === null) go(page === GUIDE_PAGE && guideHref ? guideHref : LIST_HREF);
        }}
      />
    );
  };

  const room = {
    ...props,
    rows: rows ?? [],
    isBusy,
    onChange: async (changed: EntryRow, draft: EntryDraft) => {
      const { id } = changed.entry;
      const saved = await run(() => client.save(draft, { id, revision: changed.revision }));
      if (saved?.ok)
        setOutcome({ text: t('inventory_saved', entryTitle(saved.row.entry)), undo: saved.undo });
      return saved?.ok ?? false;
    },
  };

  const detail = () => {
    if (page === null) return <ChooseEntry count={rows?.length ?? 0} />;
    if (unsaved) return form(unsaved);
    switch (page) {
      case 'restore':
        return restore;
      case 'import':
        return (
          <ImportRoom
            inventory={inventory}
            onShown={onShown}
            rows={rows ?? []}
            rules={rules}
            setOutcome={setOutcome}
          />
        );
      case 'export':
        return <ExportRoom inventory={inventory} onShown={onShown} rows={rows ?? []} rules={rules} />;
      case 'hand-over':
        return (
          <HandOver
            key="hand-over"
            onShown={onShown}
            listHref={LIST_HREF}
            entries={(rows ?? []).map(({ entry }) => entry)}
            today={today}
            onSave={(fileName, text) => inventory.saveFile(fileName, new TextEncoder().encode(text))}
          />
        );
      case 'safe':
        return (
          <Safe
            key="safe"
            onShown={onShown}
            listHref={LIST_HREF}
            isSheetMissing={status.isSheetMissing}
            onStrength={(passphrase) => client.strength(passphrase)}
            onChangePassphrase={(current, next) => client.changePassphrase(current, next)}
            onNewSheet={async (passphrase) => {
              const made = await client.newRecoverySheet(passphrase);
              if (made.ok) onSheet(made.sheet);
              return made;
            }}
            onExportDamaged={props.onExportDamaged}
            onErase={() => go(hrefTo('erase'))}
          />
        );
      case 'leak':
        return <EmergencyRoom key="leak" {...room} />;
      case 'compare':
        return <CompareRoom key="compare" {...room} />;
      case 'erase':
        return erase(rows?.length ?? null);
      default:
        if (rows === null) return <p class="quiet loading">{t('common_loading')}</p>;
        if (!row) return <EntryGone key="gone" onShown={onShown} listHref={LIST_HREF} />;
        if (rotating !== null) return <ReplaceRoom key={`rotate-${rotating}`} {...room} row={row} />;
        return (
          <Viewed
            key={row.entry.id}
            {...props}
            guideHref={guideHref}
            row={row}
            titleOf={titleOf}
            isBusy={isBusy}
            onEdit={() => startEdit(row)}
            onArchive={(isArchived) => void saving.archive(row, isArchived)}
            onDelete={() => void saving.remove(row)}
            onDeleteAtMicrosoft={() => void deleteAtMicrosoft(props, row.entry)}
          />
        );
    }
  };

  return (
    <>
      {status.isSheetMissing && page !== 'safe' && (
        <Notice
          tone="caution"
          actions={
            <a class="button button-secondary" href={hrefTo('safe')}>
              {t('inventory_new_sheet')}
            </a>
          }
        >
          <p>{t('vault_sheet_missing')}</p>
        </Notice>
      )}
      <Findings
        findings={status.findings}
        isBusy={isBusy}
        onExportDamaged={props.onExportDamaged}
        onRepair={() => void repair()}
      />
      <div class={page === null ? 'panes panes-list' : 'panes panes-detail'}>
        <div class="pane-list">
          <EntryList
            onShown={onShown}
            isBesideOther={page !== null}
            hasDamaged={status.findings.some(({ kind }) => kind === 'damaged')}
            rows={rows}
            today={today}
            view={view}
            onView={setView}
            selected={page}
            entryHref={hrefTo}
            unsaved={others}
            backup={status.backup}
            isBackingUp={isBackingUp}
            care={
              page !== null && WHOLE.has(page)
                ? null
                : {
                    onBackup: () => void backup(),
                    onRestore: () => go(hrefTo('restore')),
                    onImport: () => go(hrefTo('import')),
                    onExport: rules.mayExport ? () => go(hrefTo('export')) : null,
                    safeHref: hrefTo('safe'),
                    onCompare: () => go(hrefTo('compare')),
                    onLeak: () => go(hrefTo('leak')),
                  }
            }
            onAdd={() => {
              begin();
              go(hrefTo('new'));
            }}
            onOpen={(id) => go(hrefTo(id))}
          />
        </div>
        <div class="pane-detail">{detail()}</div>
      </div>
    </>
  );
}

/** A heading that comes without a navigation, in place of what had the focus. */
function takeFocus(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** The interval of the reminders' settings, for new tags. */
function useInterval({ reminders }: InventoryPorts): Interval {
  const [interval, setInterval] = useState<Interval>(null);
  useEffect(() => reminders?.watch((settings) => setInterval(readSettings(settings).interval)), [reminders]);
  return interval;
}

/** What the organisation prescribes for the inventory. */
function useRules({ client }: InventoryPorts): InventoryRules {
  const [rules, setRules] = useState(USUAL_RULES);
  useEffect(() => client.watchRules(setRules), [client]);
  return rules;
}

function useRows({ client }: InventoryPorts): readonly EntryRow[] | null {
  const [rows, setRows] = useState<readonly EntryRow[] | null>(null);
  // Before the first paint: a list that is there already needs no word that it is coming.
  useLayoutEffect(() => client.watchEntries(setRows), [client]);
  return rows;
}

function accountsOf(rows: readonly EntryRow[]): readonly string[] {
  return [...new Set(rows.map(({ entry }) => entry.account))].filter(Boolean);
}
