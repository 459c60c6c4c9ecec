/** @jsxImportSource react */
/** "Are you sure?" before a method is deleted. The confirming word changed over the years: a switch. */
import type { Row } from '../switches.ts';
import { usePage, useRemount } from './context.tsx';
import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from './fluent.ts';

interface Props {
  readonly row: Row | null;
  readonly onClose: () => void;
  readonly onConfirm: (row: Row) => void;
}

export function DeleteDialog({ row, onClose, onConfirm }: Props) {
  const { switches, texts } = usePage();
  const round = useRemount(row === null);
  const confirm = { Delete: texts.delete, Ok: texts.ok, Yes: texts.yes }[switches.confirmLabel];
  return (
    <Dialog
      hidden={row === null}
      onDismiss={onClose}
      dialogContentProps={{
        type: DialogType.normal,
        title: texts.deleteTitle,
        closeButtonAriaLabel: texts.close,
      }}
      modalProps={{ isBlocking: switches.blocking }}
    >
      <p key={`text${round}`} className="remounted">
        {texts.deleteQuestion}
      </p>
      <DialogFooter key={`buttons${round}`}>
        <PrimaryButton text={confirm} onClick={() => row && onConfirm(row)} />
        <DefaultButton text={texts.cancel} onClick={onClose} />
      </DialogFooter>
    </Dialog>
  );
}
