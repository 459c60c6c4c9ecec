/** The inventory's screens before and after it is open. Loaded when it is opened for the first time. */
import '@/components/styles/inventory.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Heading } from '@/components/frame.tsx';
import {
  Damaged,
  Newer,
  OutcomeLine,
  type OutcomeLineProps,
  UnavailableScreen,
  Wiped,
} from '@/components/inventory/care.tsx';
import { Create } from '@/components/inventory/create.tsx';
import { attempt, failureText } from '@/components/inventory/failures.ts';
import { Restore } from '@/components/inventory/restore.tsx';
import { Erase } from '@/components/inventory/safe.tsx';
import { ClipboardLine, type ClipboardNews } from '@/components/inventory/secret.tsx';
import { Sheet } from '@/components/inventory/sheet.tsx';
import { numberText } from '@/components/inventory/time.ts';
import { Recover, Unlock } from '@/components/inventory/unlock.tsx';
import type { RecoverySheet } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Unlocked } from './inventory-open.tsx';
import { GUIDE_PAGE, go, hrefTo, LIST_HREF } from './inventory-places.ts';
import type { InventoryProps, Outcome } from './inventory-props.ts';
import type { InventoryPorts } from './ports.ts';
import { hrefOf } from './router.ts';

/** What was told this shortly before a change of the screen led to it. */
const LEADING_MS = 1_000;

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
  const isOpen = status.kind === 'unlocked';
  const [outcome, setOutcome] = useOutcome(page, isOpen);
  useEffect(() => {
    // Locked before it was on paper: a new one can be made, a key on an unwatched screen can't be unseen.
    if (!isOpen) setSheet(null);
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
            onTyping={() => client.readAhead()}
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

/** What was told last. Apart from the screen: what an effect keeps must not see the tags. */
function useOutcome(page: string | null, isOpen: boolean) {
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
  // Before anything is told of the locked vault itself, such as that all of it is erased.
  useLayoutEffect(() => {
    if (!isOpen) setOutcome(null);
  }, [isOpen]);
  return [outcome, setOutcome] as const;
}

function Clipboard({ inventory: { clipboard } }: { readonly inventory: InventoryPorts }) {
  const [news, setNews] = useState<ClipboardNews>({ kind: 'idle' });
  useEffect(() => clipboard.watch(setNews), [clipboard]);
  return (
    <ClipboardLine
      news={news}
      onClear={() => void clipboard.clear()}
      onDismiss={clipboard.dismiss}
      settingsHref={hrefOf({ at: 'settings' })}
    />
  );
}
