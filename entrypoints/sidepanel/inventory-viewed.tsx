/** One entry on screen, with what is known of its password. */
import { useEffect, useState } from 'preact/hooks';
import { EntryView } from '@/components/inventory/entry-view.tsx';
import { draftOf } from '@/utils/inventory/record.ts';
import type { EntryRow, PasswordHint } from '@/utils/inventory/record-types.ts';
import { go, hrefTo, LIST_HREF, rotationOf } from './inventory-places.ts';
import type { InventoryProps } from './inventory-props.ts';

interface ViewedProps extends InventoryProps {
  readonly row: EntryRow;
  readonly guideHref: string | null;
  readonly titleOf: (id: string) => string | null;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onArchive: (isArchived: boolean) => void;
  readonly onDelete: () => void;
  readonly onDeleteAtMicrosoft: () => void;
}

export function Viewed(props: ViewedProps) {
  const {
    ports,
    inventory,
    onShown,
    isModern,
    row,
    guideHref,
    titleOf,
    isBusy,
    onEdit,
    onArchive,
    onDelete,
  } = props;
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
      isModern={isModern(entry.appId)}
      onRotate={() => go(hrefTo(rotationOf(entry.id)))}
      onDeleteAtMicrosoft={props.onDeleteAtMicrosoft}
      onCopyPassword={() => void clipboard.copy(entry.password ?? '')}
    />
  );
}
