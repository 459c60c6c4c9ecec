/** The same entry was changed here and in another window: both side by side, field by field. Nothing is chosen silently. */
import { useState } from 'preact/hooks';
import { AddressText } from '@/components/address-text.tsx';
import { Button, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import type { EntryDraft, EntryRow } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { fieldText } from './entry-words.ts';
import { fieldName } from './failures.ts';

export interface ConflictProps {
  readonly onShown: HeadingProps['onShown'];
  readonly mine: EntryDraft;
  /** `null`: deleted there. */
  readonly theirs: EntryRow | null;
  /** In which fields they differ. */
  readonly fields: readonly (keyof EntryDraft)[];
  readonly isBusy: boolean;
  readonly onSave: (draft: EntryDraft) => void;
  /** Gives up what was typed here. */
  readonly onDrop: () => void;
  readonly onSaveAsNew: () => void;
}

type Side = 'mine' | 'theirs';

export function Conflict({
  onShown,
  mine,
  theirs,
  fields,
  isBusy,
  onSave,
  onDrop,
  onSaveAsNew,
}: ConflictProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<keyof EntryDraft, Side>>(new Map());
  if (theirs === null) {
    return (
      <div class="stack">
        <Heading onShown={onShown}>{t('inventory_conflict_gone_title')}</Heading>
        <p>{t('vault_conflict_deleted')}</p>
        <p>{t('inventory_conflict_gone_text')}</p>
        <div class="actions">
          <Button look="primary" onClick={onSaveAsNew} busy={isBusy}>
            {t('inventory_conflict_save_new')}
          </Button>
          <Button onClick={onDrop}>{t('inventory_conflict_let_go')}</Button>
        </div>
      </div>
    );
  }
  // An app is its name and its place in the catalogue: one choice.
  const shown = fields.filter((field) => field !== 'appId' || !fields.includes('appName'));
  const sideOf = (field: keyof EntryDraft): Side => chosen.get(field) ?? 'mine';
  const save = () => {
    const taken = fields.filter(
      (field) => sideOf(field === 'appId' && shown.includes('appName') ? 'appName' : field) === 'theirs',
    );
    onSave({ ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs.entry[field]])) });
  };
  return (
    <div class="stack">
      <Heading onShown={onShown}>{t('inventory_conflict_title')}</Heading>
      <Notice tone="caution" role="alert">
        <p>{t('vault_conflict')}</p>
        <p>{t('inventory_conflict_text')}</p>
      </Notice>
      {shown.map((field) => (
        <fieldset key={field} class="versus">
          <legend>{fieldName(field)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} class="versus-side">
              <input
                type="radio"
                name={`conflict-${field}`}
                checked={sideOf(field) === side}
                onChange={() => setChosen(new Map(chosen).set(field, side))}
              />
              <span class="versus-words">
                <span class="quiet small">
                  {t(side === 'mine' ? 'inventory_conflict_mine' : 'inventory_conflict_theirs')}
                </span>
                <bdi>
                  <AddressText text={fieldText(side === 'mine' ? mine : theirs.entry, field)} />
                </bdi>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div class="actions">
        <Button look="primary" icon="check" onClick={save} busy={isBusy}>
          {t('inventory_save')}
        </Button>
        <Button look="quiet" onClick={onDrop}>
          {t('inventory_conflict_drop')}
        </Button>
      </div>
    </div>
  );
}
