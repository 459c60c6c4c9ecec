/** Import and export of other programs' files. */
import { useEffect, useState } from 'preact/hooks';
import { ManagedNote, Notice } from '@/components/controls.tsx';
import { Heading } from '@/components/frame.tsx';
import { BackToList } from '@/components/inventory/entry-view.tsx';
import { Export } from '@/components/inventory/export.tsx';
import type { FileFormats } from '@/components/inventory/file-port.ts';
import { writeFailureText } from '@/components/inventory/file-words.ts';
import { Import } from '@/components/inventory/import.tsx';
import { numberText } from '@/components/inventory/time.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import type { InventoryRules } from '@/utils/inventory/rules.ts';
import { t } from '@/utils/platform/i18n.ts';
import { go, hrefTo, LIST_HREF } from './inventory-places.ts';
import type { InventoryProps, Outcome } from './inventory-props.ts';
import type { InventoryPorts } from './ports.ts';

interface RoomProps {
  readonly inventory: InventoryPorts;
  readonly onShown: InventoryProps['onShown'];
  readonly rows: readonly EntryRow[];
  readonly rules: InventoryRules;
}

export interface ImportRoomProps extends RoomProps {
  readonly setOutcome: (outcome: Outcome) => void;
}

export function ImportRoom({ inventory, onShown, rows, rules, setOutcome }: ImportRoomProps) {
  const { client } = inventory;
  const byId = new Map(rows.map((row) => [row.entry.id, row]));
  return (
    <WithFormats inventory={inventory} onShown={onShown}>
      {(formats) => (
        <Import
          onShown={onShown}
          listHref={LIST_HREF}
          formats={formats}
          mayKeepPasswords={rules.mayKeepPasswords}
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
}

export function ExportRoom({ inventory, onShown, rows, rules }: RoomProps) {
  const { client } = inventory;
  if (!rules.mayExport) {
    return (
      <div class="stack">
        <BackToList href={LIST_HREF} />
        <Heading onShown={onShown}>{t('inventory_export_title')}</Heading>
        <ManagedNote text={t('policy_no_exports')} />
      </div>
    );
  }
  const kept = rows.filter(({ entry }) => entry.password !== null);
  return (
    <WithFormats inventory={inventory} onShown={onShown}>
      {(formats) => (
        <Export
          onShown={onShown}
          listHref={LIST_HREF}
          handOverHref={hrefTo('hand-over')}
          count={rows.length}
          kept={kept.length}
          onVerify={(passphrase) => client.verifyPassphrase(passphrase)}
          onStrength={(passphrase) => client.strength(passphrase)}
          onExport={async (request) => {
            const written = await formats.write({
              ...request,
              entries: rows.map(({ entry }) => entry),
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
}

/** A file without the password doesn't take away the one that is kept here. */
function withKept(entry: Entry, byId: ReadonlyMap<string, EntryRow>): Entry {
  return entry.password === null ? { ...entry, password: byId.get(entry.id)?.entry.password ?? null } : entry;
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
