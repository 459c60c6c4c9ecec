/** What a file would change, entry by entry. Nothing is written before the person says so. */
import { useMemo, useState } from 'preact/hooks';
import { AddressText } from '@/components/address-text.tsx';
import { Button, Notice } from '@/components/controls.tsx';
import type { EntryDraft, MergeChoice, MergeItem, MergePreview } from '@/utils/inventory/record-types.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { entryTitle, fieldText } from './entry-words.ts';
import { fieldName } from './failures.ts';
import { Tick } from './fields.tsx';
import { instantText, numberText } from './time.ts';

/** More are folded away until asked for: each may be as tall as the screen. */
const SHOWN_AT_ONCE = 50;

const CHOICES: readonly { readonly value: MergeChoice; readonly label: MessageKey }[] = [
  { value: 'keep', label: 'inventory_merge_keep' },
  { value: 'take', label: 'inventory_merge_take' },
  { value: 'both', label: 'inventory_merge_both' },
];

const NEWER: Readonly<Record<'theirs' | 'mine' | 'neither', MessageKey>> = {
  theirs: 'inventory_merge_newer_theirs',
  mine: 'inventory_merge_newer_mine',
  neither: 'inventory_merge_newer_neither',
};

export interface MergeProps {
  readonly preview: MergePreview;
  /** `Restore` or `Import`. */
  readonly applyLabel: string;
  readonly isBusy: boolean;
  readonly onApply: (choices: ReadonlyMap<string, MergeChoice>) => void;
  readonly onCancel: () => void;
}

export function Merge({ preview, applyLabel, isBusy, onApply, onCancel }: MergeProps) {
  const { items, madeAt, into, withoutPassword } = preview;
  const [chosen, setChosen] = useState<ReadonlyMap<string, MergeChoice>>(new Map());
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const { added, different, same } = useMemo(() => split(items), [items]);
  const choose = (id: string, choice: MergeChoice) => setChosen(new Map(chosen).set(id, choice));
  const chooseAll = (choice: MergeChoice) =>
    setChosen(new Map([...chosen, ...different.map(({ id }) => [id, choice] as const)]));
  const taken = added.filter(({ id }) => chosen.get(id) !== 'keep').length;
  const changes = different.filter(({ id }) => (chosen.get(id) ?? 'keep') !== 'keep').length;
  const isNothing = taken + changes === 0 && into === 'this-vault';

  return (
    <div class="stack">
      <div role="status" class="stack">
        {madeAt !== null && <p>{t('inventory_merge_made', instantText(madeAt))}</p>}
        <ul class="reasons">
          <li>{t('inventory_merge_added', numberText(added.length))}</li>
          <li>{t('inventory_merge_different', numberText(different.length))}</li>
          <li>{t('inventory_merge_same', numberText(same))}</li>
        </ul>
        {withoutPassword > 0 && (
          <Notice tone="info">
            <p>{t('policy_import_no_passwords', numberText(withoutPassword))}</p>
          </Notice>
        )}
        {into === 'new-vault' && <p>{t('inventory_merge_new_vault')}</p>}
      </div>
      {different.length > 0 && (
        <section class="stack" aria-labelledby="merge-different">
          <h2 id="merge-different">{t('inventory_merge_different_title')}</h2>
          <p class="quiet">{t('inventory_merge_different_text')}</p>
          {different.length > 1 && (
            <div class="actions">
              <Button look="quiet" onClick={() => chooseAll('keep')}>
                {t('inventory_merge_keep_all')}
              </Button>
              <Button look="quiet" onClick={() => chooseAll('take')}>
                {t('inventory_merge_take_all')}
              </Button>
            </div>
          )}
          <ul class="merge-items">
            {different.slice(0, shown).map((item) => (
              <li key={item.id}>
                <DifferentItem
                  item={item}
                  choice={chosen.get(item.id) ?? 'keep'}
                  onChoose={(choice) => choose(item.id, choice)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {added.length > 0 && (
        <section class="stack" aria-labelledby="merge-added">
          <h2 id="merge-added">{t('inventory_merge_added_title')}</h2>
          <ul class="ticks">
            {added.slice(0, shown).map(({ id, theirs }) => (
              <li key={id}>
                <Tick
                  label={entryTitle(theirs)}
                  hint={[theirs.name, theirs.account].filter(Boolean).join(' · ')}
                  isOn={chosen.get(id) !== 'keep'}
                  onChange={(isOn) => choose(id, isOn ? 'take' : 'keep')}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {Math.max(added.length, different.length) > shown && (
        <div class="actions">
          <Button look="quiet" onClick={() => setShown((count) => count * 4)}>
            {t('inventory_merge_more')}
          </Button>
        </div>
      )}
      {isNothing && (
        <Notice tone="info">
          <p>{t('inventory_merge_nothing')}</p>
        </Notice>
      )}
      <div class="actions form-end">
        <Button look="primary" icon="check" busy={isBusy} onClick={() => onApply(chosen)}>
          {applyLabel}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('inventory_cancel')}
        </Button>
      </div>
    </div>
  );
}

type Different = Extract<MergeItem, { kind: 'different' }>;
type Added = Extract<MergeItem, { kind: 'new' }>;

function split(items: readonly MergeItem[]) {
  const added: Added[] = [];
  const different: Different[] = [];
  let same = 0;
  for (const item of items) {
    if (item.kind === 'new') added.push(item);
    else if (item.kind === 'different') different.push(item);
    else same += 1;
  }
  return { added, different, same };
}

interface DifferentItemProps {
  readonly item: Different;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

function DifferentItem({ item, choice, onChoose }: DifferentItemProps) {
  const fields = item.fields.filter(
    (field): field is keyof EntryDraft =>
      field !== 'id' &&
      field !== 'history' &&
      field !== 'changedAt' &&
      !(field === 'appId' && item.fields.includes('appName')),
  );
  return (
    <fieldset class="merge-item">
      <legend>
        <bdi>{entryTitle(item.mine.entry)}</bdi>
      </legend>
      <p class="quiet small">{t(NEWER[item.newer])}</p>
      <dl class="versus-list">
        {fields.map((field) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <span class="quiet small">{t('inventory_merge_here')}</span>
              <bdi>
                <AddressText text={fieldText(item.mine.entry, field)} />
              </bdi>
            </dd>
            <dd>
              <span class="quiet small">{t('inventory_merge_file')}</span>
              <bdi>
                <AddressText text={fieldText(item.theirs, field)} />
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div class="choice-options">
        {CHOICES.map(({ value, label }) => (
          <label key={value} class="choice-option">
            <input
              type="radio"
              name={`merge-${item.id}`}
              checked={choice === value}
              onChange={() => onChoose(value)}
            />
            <span>{t(label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Stands where the preview was when the file can't be used. */
export function FileFailure({ text }: { readonly text: string }) {
  return (
    <Notice tone="bad" role="alert">
      <p>{text}</p>
    </Notice>
  );
}
