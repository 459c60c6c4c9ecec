/** The rooms of replacing, emergency and comparison, beside the inventory's list. */
import { useMemo, useState } from 'preact/hooks';
import { Compare } from '@/components/rotation/compare.tsx';
import { Emergency } from '@/components/rotation/emergency.tsx';
import { Replace } from '@/components/rotation/replace.tsx';
import { suggestName } from '@/utils/guide/name.ts';
import { BLANK_DRAFT } from '@/utils/inventory/blank-draft.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { accountKey } from '@/utils/inventory/filter.ts';
import { groupByAccount } from '@/utils/inventory/group.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import type { EntryDraft, EntryRow } from '@/utils/inventory/record-types.ts';
import { APP_PASSWORD_LIMIT } from '@/utils/pages/security-info/state.ts';
import { t } from '@/utils/platform/i18n.ts';
import { inOrderOfDanger, isExposed, wasHandled } from '@/utils/rotation/emergency.ts';
import { reconcile } from '@/utils/rotation/reconcile.ts';
import { advance, begin, giveUp, nameToDelete, noteDeleted } from '@/utils/rotation/replacing.ts';
import { go, hrefTo, LIST_HREF } from './inventory-places.ts';
import type { InventoryProps } from './inventory-props.ts';
import { hrefOf } from './router.ts';

const GUIDE_HREF = hrefOf({ at: 'guide' });
/** The entry of the catalogue that stands for an app in no list. */
const UNLISTED = 'other-mail-program';

interface RoomProps extends InventoryProps {
  readonly rows: readonly EntryRow[];
  readonly isBusy: boolean;
  /** Saves a change of a tag; says itself what fails. @returns whether it was saved */
  readonly onChange: (row: EntryRow, draft: EntryDraft) => Promise<boolean>;
}

/** Leads to Microsoft's page to delete the key of this tag: the old one of a replacement, else its own. */
export function deleteAtMicrosoft({ ports, launch }: InventoryProps, entry: Entry): Promise<void> {
  const request = { name: nameToDelete(entry), where: 'microsoft', tag: entry.id } as const;
  return launch(() => ports.client.startDelete(request), GUIDE_HREF);
}

export function ReplaceRoom(props: RoomProps & { readonly row: EntryRow }) {
  const { ports, launch, onShown, row, rows, isBusy, isModern, onChange } = props;
  const { entry } = row;
  const group = groupByAccount([row], rows)[0];
  const change = (draft: EntryDraft) => void onChange(row, draft);
  /** Where nothing is left to do here, the tag says what has become of it. */
  const goOn = async (next: EntryDraft) => {
    if ((await onChange(row, next)) && next.replacing === null) go(hrefTo(entry.id));
  };
  const draft = draftOf(entry);
  return (
    <Replace
      key={entry.id}
      onShown={onShown}
      entry={entry}
      entryHref={hrefTo(entry.id)}
      appHref={entry.appId === null ? null : hrefOf({ at: 'app', id: entry.appId })}
      fixHref={hrefOf({ at: 'fix' })}
      isFull={group !== undefined && group.living >= APP_PASSWORD_LIMIT}
      isModern={isModern(entry.appId)}
      suggestedName={newName(entry, rows)}
      isBusy={isBusy}
      onBegin={(why, order) => change(begin(draft, why, order))}
      onGiveUp={() => void goOn(giveUp(draft))}
      onStep={(step) => void goOn(advance(draft, step))}
      onMake={(name) =>
        void launch(
          () =>
            ports.client.start({
              appId: entry.appId ?? UNLISTED,
              appName: entry.appName,
              device: entry.device.slice(0, 60),
              name,
              where: 'microsoft',
              tag: entry.id,
            }),
          GUIDE_HREF,
        )
      }
      onDeleteAtMicrosoft={() => void deleteAtMicrosoft(props, entry)}
    />
  );
}

/** A name that no other tag of the account carries, so that old and new can be told apart at Microsoft. */
function newName(entry: Entry, rows: readonly EntryRow[]): string {
  const taken = new Set(
    rows
      .filter((row) => accountKey(row.entry) === accountKey(entry))
      .flatMap((row) => [row.entry.name, row.entry.replacing?.oldName]),
  );
  for (let number = 2; ; number++) {
    const name = suggestName(entry.appName, `${entry.device} ${number}`, t('app_name_filler'));
    if (!taken.has(name)) return name;
  }
}

export function EmergencyRoom(props: RoomProps) {
  const { ports, onShown, rows, isBusy, onChange } = props;
  const exposed = useMemo(() => inOrderOfDanger(rows), [rows]);
  const living = rows.filter(({ entry }) => entry.state !== 'revoked' && !isExposed(entry));
  const today = ports.today();
  const handled = rows.filter(({ entry }) => wasHandled(entry, today)).length;
  return (
    <Emergency
      onShown={onShown}
      listHref={LIST_HREF}
      exposed={exposed}
      handled={handled}
      others={living}
      isBusy={isBusy}
      onExpose={(chosen) =>
        void (async () => {
          for (const row of chosen) {
            const draft = { ...draftOf(row.entry), state: 'lost' as const };
            if (!(await onChange(row, draft))) return;
          }
        })()
      }
      onDeleteAtMicrosoft={({ entry }) => void deleteAtMicrosoft(props, entry)}
      onRevoked={(row) => void onChange(row, noteDeleted(draftOf(row.entry), row.entry.name))}
      onCopy={ports.copy}
    />
  );
}

export function CompareRoom(props: RoomProps) {
  const { ports, vault, guide, launch, onShown, rows, isBusy, onChange } = props;
  const accounts = useMemo(() => groupByAccount(rows, rows).map(({ account }) => account), [rows]);
  const [chosen, setChosen] = useState<string | null>(null);
  const account = chosen ?? accounts[0] ?? '';
  const task = guide?.task.kind === 'review' ? guide.task : null;
  const names = guide?.advice.tone === 'finished' && task ? task.seen.names : null;
  const result = useMemo(() => {
    const own = groupByAccount(rows, rows).find((group) => group.account === account);
    return names && reconcile(names, own?.rows ?? []);
  }, [names, rows, account]);
  const place = hrefTo('compare');
  return (
    <Compare
      onShown={onShown}
      listHref={LIST_HREF}
      entryHref={hrefTo}
      accounts={accounts}
      account={account}
      onAccount={setChosen}
      advice={task && guide ? guide.advice : null}
      result={result}
      limit={APP_PASSWORD_LIMIT}
      isBusy={isBusy}
      onStart={() => void launch(() => ports.client.startReview({ where: 'microsoft' }), place)}
      onShowPage={() => void ports.client.showPage()}
      onStop={() => void ports.client.stop()}
      onAdd={(name) => {
        // Nobody knows since when it stands in Microsoft's list, nor what uses it.
        vault.setDraft('new', { at: null, draft: { ...BLANK_DRAFT, name, account } });
        go(hrefTo('new'));
      }}
      onRevoked={(row) => void onChange(row, { ...draftOf(row.entry), state: 'revoked', replacing: null })}
    />
  );
}
