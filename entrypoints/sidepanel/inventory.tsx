/** The inventory's screens and what they are told. Loaded when the inventory is opened for the first time. */
import '@/components/styles/inventory.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Notice } from '@/components/controls.tsx';
import { Heading } from '@/components/frame.tsx';
import {
  Damaged,
  Findings,
  Newer,
  OutcomeLine,
  type OutcomeLineProps,
  UnavailableScreen,
  Wiped,
} from '@/components/inventory/care.tsx';
import { Conflict } from '@/components/inventory/conflict.tsx';
import { Create } from '@/components/inventory/create.tsx';
import { EntryForm } from '@/components/inventory/entry-form.tsx';
import { ChooseEntry, EntryGone, EntryView } from '@/components/inventory/entry-view.tsx';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { Export } from '@/components/inventory/export.tsx';
import { attempt, type Failure, failureText } from '@/components/inventory/failures.ts';
import type { FileFormats } from '@/components/inventory/file-port.ts';
import { writeFailureText } from '@/components/inventory/file-words.ts';
import type { ListView } from '@/components/inventory/find.ts';
import { Import } from '@/components/inventory/import.tsx';
import { EntryList, FIRST_VIEW } from '@/components/inventory/list.tsx';
import { Restore } from '@/components/inventory/restore.tsx';
import { Erase, Safe } from '@/components/inventory/safe.tsx';
import { ClipboardLine, type ClipboardNews } from '@/components/inventory/secret.tsx';
import { Sheet } from '@/components/inventory/sheet.tsx';
import { numberText } from '@/components/inventory/time.ts';
import { Recover, Unlock } from '@/components/inventory/unlock.tsx';
import { suggestName } from '@/components/name.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { differingFields, draftOf } from '@/utils/inventory/record.ts';
import type {
  EntryDraft,
  EntryRow,
  PasswordHint,
  RecoverySheet,
  SaveOutcome,
  VaultStatus,
} from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import type { InventoryPorts, Ports } from './ports.ts';
import { hrefOf } from './router.ts';
import type { Unsaved, Vault } from './vault.ts';

export interface InventoryProps {
  readonly ports: Ports;
  readonly inventory: InventoryPorts;
  readonly vault: Vault;
  /** An entry's id or a screen's name; `null` for the list. */
  readonly page: string | null;
  readonly onShown: (heading: HTMLElement) => void;
  /** Apps of the catalogue that fit what is typed; none while the catalogue loads. */
  readonly findApps: (
    query: string,
  ) => readonly { readonly id: string; readonly name: string; readonly vendor: string }[];
}

const LIST_HREF = hrefOf({ at: 'inventory' });
const hrefTo = (page: string): string => hrefOf({ at: 'inventory', page });
const go = (href: string): void => {
  location.hash = href;
};

/** Where the tag of the guide's app password is written. */
const GUIDE_PAGE = 'guide';

/** What was told this shortly before a change of the screen led to it. */
const LEADING_MS = 1_000;

/** Screens about the whole, which take the place beside the list. */
const WHOLE: ReadonlySet<string> = new Set(['restore', 'import', 'export', 'safe', 'erase']);

export function InventoryScreen(props: InventoryProps) {
  const { ports, inventory, vault, page, onShown } = props;
  const { client } = inventory;
  const { status, waiting } = vault;
  const [sheet, setSheet] = useState<{
    readonly sheet: RecoverySheet;
    readonly isReplacement: boolean;
  } | null>(null);
  const [isCreating, setCreating] = useState(false);
  const [isStartingAnew, setStartingAnew] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [guideHref, setGuideHref] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const told = useRef({ outcome, at: 0 });
  if (told.current.outcome !== outcome) told.current = { outcome, at: Date.now() };

  // What was told on one screen is over on the next; but saving and deleting tell it while they lead there,
  // and what can be taken back stays in reach.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the screen is what ends it
  useEffect(() => {
    const isNew = Date.now() - told.current.at < LEADING_MS;
    if (told.current.outcome && !isNew && !told.current.outcome.undo) setOutcome(null);
  }, [page]);
  const isOpen = status.kind === 'unlocked';
  useEffect(() => {
    if (!isOpen) setOutcome((before) => (before?.undo ? null : before));
  }, [isOpen]);

  // The guide's card waits for an open vault; then its tag is what is edited.
  useEffect(() => {
    if (status.kind !== 'unlocked' || sheet || waiting === null) return;
    vault.setDraft(GUIDE_PAGE, { at: null, draft: waiting.draft });
    vault.setWaiting(null);
    setGuideHref(waiting.guideHref);
    go(hrefTo(GUIDE_PAGE));
  }, [status.kind, sheet, waiting, vault]);

  // A passphrase will be worked with on these screens: its worker is started while it is typed.
  const needsKey = status.kind === 'locked' || status.kind === 'none';
  useEffect(() => {
    if (needsKey) client.prepare();
  }, [client, needsKey]);

  const onCreate = async (passphrase: string) => {
    setCreating(true);
    try {
      const created = await client.create(passphrase);
      if (created.ok) setSheet({ sheet: created.sheet, isReplacement: false });
      return created;
    } finally {
      setCreating(false);
    }
  };
  const restore = (
    <Restore
      key="restore"
      onShown={onShown}
      listHref={LIST_HREF}
      mostBytes={client.backupMaxBytes}
      onPreview={(file, secret) => client.previewRestore(file, secret)}
      onCheckKey={(key) => client.checkRecoveryKey(key)}
      onApply={(token, choices) => client.applyMerge(token, choices)}
      onDone={(done) => {
        const { added, changed, undo } = done;
        setOutcome({ text: t('vault_merge_done', numberText(added), numberText(changed)), undo });
        go(LIST_HREF);
      }}
      onCancel={() => go(LIST_HREF)}
    />
  );
  const exportDamaged = async () => {
    const file = await attempt(() => client.exportDamaged());
    if (file === null) setOutcome({ text: t('inventory_no_damaged') });
    else if ('ok' in file) setOutcome({ text: failureText(file), tone: 'bad' });
    else {
      inventory.saveFile(file.fileName, file.bytes);
      setOutcome({ text: t('inventory_file_handed_over', file.fileName) });
    }
  };
  const erase = (count: number | null) => (
    <Erase
      key="erase"
      onShown={onShown}
      backHref={LIST_HREF}
      count={count}
      onErase={async () => {
        const erased = await client.eraseEverything();
        if (erased.ok) {
          setOutcome({ text: t('inventory_erased') });
          setStartingAnew(false);
          go(LIST_HREF);
        }
        return erased;
      }}
    />
  );

  const screen = () => {
    // Made, but not yet on paper: nothing else is shown before that.
    if (sheet) {
      return (
        <Sheet
          key="sheet"
          onShown={onShown}
          sheet={sheet.sheet}
          isReplacement={sheet.isReplacement}
          now={new Date().toISOString()}
          onPrint={ports.print}
          onConfirm={() => {
            setSheet(null);
            void attempt(() => client.confirmSheet());
          }}
        />
      );
    }
    if (isCreating || status.kind === 'none' || (status.kind === 'wiped' && isStartingAnew)) {
      if (page === 'restore' && !isCreating) return restore;
      return (
        <Create
          key="create"
          onShown={onShown}
          waiting={waiting ? waiting.draft.appName : null}
          onCreate={onCreate}
          onStrength={(passphrase) => client.strength(passphrase)}
          onRestore={() => go(hrefTo('restore'))}
        />
      );
    }
    switch (status.kind) {
      case 'opening':
        return (
          <div key="opening" class="narrow">
            <Heading onShown={onShown}>{t('nav_inventory')}</Heading>
            <p class="quiet loading">{t('common_loading')}</p>
          </div>
        );
      case 'wiped':
        if (page === 'restore') return restore;
        return (
          <Wiped
            key="wiped"
            onShown={onShown}
            status={status}
            onRestore={() => go(hrefTo('restore'))}
            onStartAnew={() => setStartingAnew(true)}
          />
        );
      case 'damaged':
        if (page === 'restore') return restore;
        if (page === 'erase') return erase(null);
        return (
          <Damaged
            key="damaged"
            onShown={onShown}
            onRestore={() => go(hrefTo('restore'))}
            onExportDamaged={() => void exportDamaged()}
            onErase={() => go(hrefTo('erase'))}
          />
        );
      case 'newer':
        return <Newer key="newer" onShown={onShown} />;
      case 'unavailable':
        return (
          <UnavailableScreen
            key="unavailable"
            onShown={onShown}
            why={status.why}
            isBusy={isBusy}
            onRetry={() => {
              setBusy(true);
              void attempt(() => client.retry()).then(() => setBusy(false));
            }}
          />
        );
      case 'locked':
        if (page === 'erase') return erase(null);
        return page === 'recover' ? (
          <Recover
            key="recover"
            onShown={onShown}
            retryAt={status.retryAt}
            onCheck={(key) => client.checkRecoveryKey(key)}
            onRecover={async (key, passphrase) => {
              const recovered = await client.recover(key, passphrase);
              if (recovered.ok) {
                setOutcome({ text: t('inventory_recovered') });
                go(LIST_HREF);
              }
              return recovered;
            }}
            onStrength={(passphrase) => client.strength(passphrase)}
            onBack={() => go(LIST_HREF)}
            onErase={() => go(hrefTo('erase'))}
          />
        ) : (
          <Unlock
            key="unlock"
            onShown={onShown}
            because={status.because}
            retryAt={status.retryAt}
            waiting={waiting ? waiting.draft.appName : null}
            onUnlock={(passphrase) => client.unlock(passphrase)}
            onRecover={() => go(hrefTo('recover'))}
          />
        );
      case 'unlocked':
        return (
          <Unlocked
            key="unlocked"
            {...props}
            status={status}
            restore={restore}
            erase={erase}
            setOutcome={setOutcome}
            guideHref={guideHref}
            onSheet={(made) => setSheet({ sheet: made, isReplacement: true })}
            onExportDamaged={() => void exportDamaged()}
          />
        );
    }
  };

  const undo = async (token: string) => {
    const undone = await attempt(() => client.undo(token));
    if (undone.ok) setOutcome({ text: t('vault_undone') });
    else {
      const text = undone.kind === 'conflict' ? t('vault_undo_conflict') : failureText(undone);
      setOutcome({ text, tone: 'bad' });
    }
  };
  const token = outcome?.undo ?? null;
  const line: OutcomeLineProps | null = outcome && {
    text: outcome.text,
    tone: outcome.tone ?? 'good',
    onUndo: token !== null && status.kind === 'unlocked' ? () => void undo(token) : null,
    onDismiss: () => setOutcome(null),
  };

  return (
    <div class="inventory">
      <div class="outcomes">
        <OutcomeLine outcome={line} />
        <Clipboard inventory={inventory} />
      </div>
      {screen()}
    </div>
  );
}

export interface Outcome {
  readonly text: string;
  readonly tone?: 'good' | 'bad';
  /** A token for `client.undo`. */
  readonly undo?: string | null;
}

function Clipboard({ inventory: { clipboard } }: { readonly inventory: InventoryPorts }) {
  const [news, setNews] = useState<ClipboardNews>({ kind: 'idle' });
  useEffect(() => clipboard.watch(setNews), [clipboard]);
  return <ClipboardLine news={news} onClear={() => void clipboard.clear()} onDismiss={clipboard.dismiss} />;
}

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

type SaveFailure = { readonly text: string; readonly field: keyof Entry | null };

function Unlocked(props: UnlockedProps) {
  const { ports, inventory, vault, page, onShown, status, restore, erase, setOutcome, onSheet } = props;
  const { guideHref } = props;
  const { client } = inventory;
  const { drafts, setDraft } = vault;
  const rows = useRows(inventory);
  const [view, setView] = useState<ListView>(FIRST_VIEW);
  const [isBusy, setBusy] = useState(false);
  const [isBackingUp, setBackingUp] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [conflict, setConflict] = useState<{ readonly theirs: EntryRow | null } | null>(null);
  const today = ports.today();
  const byId = useMemo(() => new Map((rows ?? []).map((row) => [row.entry.id, row])), [rows]);
  const row = page === null ? undefined : byId.get(page);
  const titleOf = (id: string) => {
    const other = byId.get(id);
    return other ? entryTitle(other.entry) : null;
  };

  /** Whatever fails is said; `null` when it did. */
  const run = async <T extends { readonly ok: boolean }>(does: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    const result = await attempt(does);
    setBusy(false);
    if (result.ok || !('kind' in result)) return result as T;
    setOutcome({ text: failureText(result as Failure), tone: 'bad' });
    return null;
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

  // Saving, with conflicts -----------------------------------------------------------------------------

  const startEdit = (edited: EntryRow) => {
    setFailure(null);
    setConflict(null);
    const { entry, revision } = edited;
    setDraft(entry.id, { at: { id: entry.id, revision }, draft: draftOf(entry) });
  };
  const endEdit = () => {
    if (page !== null) setDraft(page, null);
    setConflict(null);
    setFailure(null);
  };
  const onSaved = (saved: Extract<SaveOutcome, { ok: true }>) => {
    endEdit();
    setOutcome({ text: t('inventory_saved', entryTitle(saved.row.entry)), undo: saved.undo });
    go(hrefTo(saved.row.entry.id));
  };
  const save = async (draft: EntryDraft, at: Unsaved['at']) => {
    setBusy(true);
    setFailure(null);
    const saved = await attempt(() => client.save(draft, at));
    setBusy(false);
    if (saved.ok) onSaved(saved);
    else if (saved.kind === 'conflict') setConflict({ theirs: saved.theirs });
    else setFailure({ text: failureText(saved), field: saved.kind === 'bad-field' ? saved.field : null });
  };
  const remove = async ({ entry, revision }: EntryRow) => {
    setBusy(true);
    const removed = await attempt(() => client.remove(entry.id, revision));
    setBusy(false);
    if (removed.ok) {
      setOutcome({ text: t('inventory_deleted', entryTitle(entry)), undo: removed.undo });
      go(LIST_HREF);
    } else setOutcome({ text: failureText(removed), tone: 'bad' });
  };
  const archive = async ({ entry, revision }: EntryRow, isArchived: boolean) => {
    const saved = await run(() => client.save({ ...draftOf(entry), isArchived }, { id: entry.id, revision }));
    if (saved?.ok) {
      const text = t(isArchived ? 'inventory_archived_done' : 'inventory_unarchived_done', entryTitle(entry));
      setOutcome({ text, undo: saved.undo });
    }
  };
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
      : (drafts.get(page) ?? (isNew ? { at: null, draft: emptyDraft(today) } : undefined));
  const others = [...drafts]
    .filter(([at]) => at !== page)
    .map(([at, { draft }]) => ({ title: entryTitle(draft), href: hrefTo(at) }));
  const kept = (rows ?? []).filter(({ entry }) => entry.password !== null);

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

  const detail = () => {
    if (page === null) return <ChooseEntry count={rows?.length ?? 0} />;
    if (unsaved) return form(unsaved);
    switch (page) {
      case 'restore':
        return restore;
      case 'import':
        return (
          <WithFormats inventory={inventory} onShown={onShown}>
            {(formats) => (
              <Import
                onShown={onShown}
                listHref={LIST_HREF}
                formats={formats}
                onPreview={(entries) => client.previewImport(entries.map((entry) => withKept(entry, byId)))}
                onApply={(token, choices) => client.applyMerge(token, choices)}
                onDone={({ added, changed, undo }) => {
                  setOutcome({ text: t('vault_merge_done', numberText(added), numberText(changed)), undo });
                  go(LIST_HREF);
                }}
                onCancel={() => go(LIST_HREF)}
              />
            )}
          </WithFormats>
        );
      case 'export':
        return (
          <WithFormats inventory={inventory} onShown={onShown}>
            {(formats) => (
              <Export
                onShown={onShown}
                listHref={LIST_HREF}
                count={rows?.length ?? 0}
                kept={kept.length}
                onVerify={(passphrase) => client.verifyPassphrase(passphrase)}
                onStrength={(passphrase) => client.strength(passphrase)}
                onExport={async (request) => {
                  const written = await formats.write({
                    ...request,
                    entries: (rows ?? []).map(({ entry }) => entry),
                  });
                  if (!written.ok) return { ok: false, kind: 'not-written', text: writeFailureText(written) };
                  inventory.saveFile(written.fileName, written.bytes);
                  return { ok: true, fileName: written.fileName, lost: written.lost };
                }}
                onDropPasswords={async () => {
                  let dropped = 0;
                  for (const { entry, revision } of kept) {
                    const saved = await client.save(
                      { ...draftOf(entry), password: null },
                      { id: entry.id, revision },
                    );
                    if (saved.ok) dropped += 1;
                  }
                  return { dropped, failed: kept.length - dropped };
                }}
                onCancel={() => go(LIST_HREF)}
              />
            )}
          </WithFormats>
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
            onErase={() => go(hrefTo('erase'))}
          />
        );
      case 'erase':
        return erase(rows?.length ?? null);
      default:
        if (rows === null) return <p class="quiet loading">{t('common_loading')}</p>;
        if (!row) return <EntryGone key="gone" onShown={onShown} listHref={LIST_HREF} />;
        return (
          <Viewed
            key={row.entry.id}
            {...props}
            guideHref={guideHref}
            row={row}
            titleOf={titleOf}
            isBusy={isBusy}
            onEdit={() => startEdit(row)}
            onArchive={(isArchived) => void archive(row, isArchived)}
            onDelete={() => void remove(row)}
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
                    onExport: () => go(hrefTo('export')),
                    safeHref: hrefTo('safe'),
                  }
            }
            onAdd={() => {
              setFailure(null);
              setConflict(null);
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

/** A file without the password doesn't take away the one that is kept here. */
function withKept(entry: Entry, byId: ReadonlyMap<string, EntryRow>): Entry {
  return entry.password === null ? { ...entry, password: byId.get(entry.id)?.entry.password ?? null } : entry;
}

/** A heading that comes without a navigation, in place of what had the focus. */
function takeFocus(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function useRows({ client }: InventoryPorts): readonly EntryRow[] | null {
  const [rows, setRows] = useState<readonly EntryRow[] | null>(null);
  useEffect(() => client.watchEntries(setRows), [client]);
  return rows;
}

function accountsOf(rows: readonly EntryRow[]): readonly string[] {
  return [...new Set(rows.map(({ entry }) => entry.account))].filter(Boolean);
}

function emptyDraft(today: ReturnType<Ports['today']>): EntryDraft {
  return {
    appId: null,
    appName: '',
    account: '',
    device: '',
    name: '',
    purpose: 'send',
    madeOn: { is: 'known', day: today },
    rotateBy: null,
    reason: '',
    note: '',
    tags: [],
    isSensitive: false,
    state: 'active',
    isArchived: false,
    password: null,
  };
}

interface WithFormatsProps {
  readonly inventory: InventoryPorts;
  readonly onShown: InventoryProps['onShown'];
  readonly children: (formats: FileFormats) => ReturnType<typeof Import>;
}

/** Readers and writers are loaded when a file is dealt with. */
function WithFormats({ inventory, onShown, children }: WithFormatsProps) {
  const [formats, setFormats] = useState<FileFormats | 'failed' | null>(null);
  useEffect(() => {
    inventory.formats().then(
      (loaded) => setFormats(loaded),
      () => setFormats('failed'),
    );
  }, [inventory]);
  if (formats === 'failed') {
    return (
      <Notice tone="bad" role="alert">
        <p>{t('apps_failed_text')}</p>
      </Notice>
    );
  }
  if (formats === null) {
    return (
      <div class="stack">
        <Heading onShown={onShown}>{t('common_loading')}</Heading>
      </div>
    );
  }
  return <>{children(formats)}</>;
}

interface ViewedProps extends InventoryProps {
  readonly row: EntryRow;
  readonly guideHref: string | null;
  readonly titleOf: (id: string) => string | null;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onArchive: (isArchived: boolean) => void;
  readonly onDelete: () => void;
}

function Viewed(props: ViewedProps) {
  const { ports, inventory, onShown, row, guideHref, titleOf, isBusy, onEdit, onArchive, onDelete } = props;
  const { client, clipboard } = inventory;
  const { entry } = row;
  const [hints, setHints] = useState<readonly PasswordHint[]>([]);
  useEffect(() => {
    let isOver = false;
    if (entry.password === null) setHints([]);
    else {
      client.hints(draftOf(entry), entry.id).then(
        (found) => {
          if (!isOver) setHints(found);
        },
        () => undefined,
      );
    }
    return () => {
      isOver = true;
    };
  }, [client, entry]);
  return (
    <EntryView
      onShown={onShown}
      row={row}
      today={ports.today()}
      hints={hints}
      titleOf={titleOf}
      isBusy={isBusy}
      listHref={LIST_HREF}
      guideHref={guideHref}
      onEdit={onEdit}
      onArchive={onArchive}
      onDelete={onDelete}
      onCopyPassword={() => void clipboard.copy(entry.password ?? '')}
    />
  );
}
