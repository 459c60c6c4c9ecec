/** Microsoft's list beside the inventory's: what stands on both, and what on one alone. */
import type { ComponentChildren } from 'preact';
import { Button, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { BackToList } from '@/components/inventory/entry-view.tsx';
import { entryTitle, stateText } from '@/components/inventory/entry-words.ts';
import { SelectField } from '@/components/inventory/fields.tsx';
import { numberText } from '@/components/inventory/time.ts';
import { SentenceView } from '@/components/sentence.tsx';
import type { Advice } from '@/utils/guide/advice.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import type { Reconciliation } from '@/utils/rotation/reconcile.ts';

export interface CompareProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  readonly entryHref: (id: string) => string;
  /** The accounts the inventory knows; which of them the page belongs to only the person can say. */
  readonly accounts: readonly string[];
  readonly account: string;
  readonly onAccount: (account: string) => void;
  /** `null` while the list is not being read. */
  readonly advice: Advice | null;
  readonly result: Reconciliation<EntryRow> | null;
  readonly limit: number;
  readonly isBusy: boolean;
  readonly onStart: () => void;
  readonly onShowPage: () => void;
  readonly onStop: () => void;
  readonly onAdd: (name: string) => void;
  readonly onRevoked: (row: EntryRow) => void;
}

export function Compare(props: CompareProps) {
  const { onShown, listHref, accounts, account, onAccount, advice, result, limit } = props;
  return (
    <div class="stack compare">
      <BackToList href={listHref} />
      <Heading onShown={onShown}>{t('guide_review_title')}</Heading>
      {accounts.length > 1 && (
        <SelectField
          label={t('inventory_field_account')}
          value={account}
          options={accounts.map((each) => ({ value: each, label: each || t('inventory_no_account') }))}
          onChoose={onAccount}
        />
      )}
      {advice === null ? (
        <>
          <p>{t('compare_text')}</p>
          <p class="quiet small">{t('compare_reads')}</p>
          <div class="actions">
            <Button look="primary" icon="external" busy={props.isBusy} onClick={props.onStart}>
              {t('guide_review_title')}
            </Button>
          </div>
        </>
      ) : (
        <>
          {advice.tone !== 'finished' && (
            <div class={`advice advice-${advice.tone}`}>
              <div>
                {advice.say.map((sentence) => (
                  <p key={sentence.key}>
                    <SentenceView of={sentence} />
                  </p>
                ))}
              </div>
            </div>
          )}
          {result && (
            <>
              <p role="status">
                {t('compare_count', numberText(result.both.length + result.onlyThere.length), String(limit))}
              </p>
              <Lists {...props} result={result} />
            </>
          )}
          <div class="actions">
            <Button icon="external" onClick={props.onShowPage}>
              {t('guide_panel_show_page')}
            </Button>
            <Button look="quiet" onClick={props.onStop}>
              {t('compare_stop')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function Lists({
  result,
  entryHref,
  isBusy,
  onAdd,
  onRevoked,
}: CompareProps & { readonly result: Reconciliation<EntryRow> }) {
  const { both, onlyThere, onlyHere } = result;
  return (
    <>
      <Group
        id="only-there"
        title={t('compare_only_there')}
        text={t('compare_only_there_text')}
        count={onlyThere.length}
      >
        {onlyThere.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal names are told apart by their place alone
          <li key={`${index} ${name}`} class="compare-row">
            <span>
              <bdi>{name}</bdi>
            </span>
            <Button look="quiet" busy={isBusy} onClick={() => onAdd(name)}>
              {t('inventory_add')}
            </Button>
          </li>
        ))}
      </Group>
      <Group
        id="only-here"
        title={t('compare_only_here')}
        text={t('compare_only_here_text')}
        count={onlyHere.length}
      >
        {onlyHere.map((row) => (
          <li key={row.entry.id} class="compare-row">
            <Named row={row} href={entryHref(row.entry.id)} />
            <Button look="quiet" busy={isBusy} onClick={() => onRevoked(row)}>
              {t('inventory_mark_revoked')}
            </Button>
          </li>
        ))}
      </Group>
      <Group id="on-both" title={t('compare_both')} text={null} count={both.length}>
        {both.map((row) => (
          <li key={row.entry.id} class="compare-row">
            <Named row={row} href={entryHref(row.entry.id)} />
            <span class="badge">{stateText(row.entry.state)}</span>
          </li>
        ))}
      </Group>
      {onlyThere.length === 0 && onlyHere.length === 0 && (
        <Notice tone="good">
          <p>{t('compare_same')}</p>
        </Notice>
      )}
    </>
  );
}

function Named({ row: { entry }, href }: { readonly row: EntryRow; readonly href: string }) {
  return (
    <span class="compare-name">
      <a class="link" href={href}>
        {entryTitle(entry)}
      </a>
      <span class="quiet small">
        <bdi>{entry.name}</bdi>
      </span>
    </span>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly count: number;
  readonly children: ComponentChildren;
}

function Group({ id, title, text, count, children }: GroupProps) {
  return (
    <section class="stack" aria-labelledby={id}>
      <div class="compare-head">
        <h2 id={id}>{title}</h2>
        <span class="badge">{numberText(count)}</span>
      </div>
      {(count === 0 || text) && <p class="quiet">{count === 0 ? t('compare_none') : text}</p>}
      {count > 0 && <ul class="ruled">{children}</ul>}
    </section>
  );
}
