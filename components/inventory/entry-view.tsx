/** One app password's tag, as it stands. */
import { AddressText } from '@/components/address-text.tsx';
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { dayText } from '@/components/day-text.ts';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Icon } from '@/components/icon.tsx';
import type { EntryRow, PasswordHint } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { dueText, entryTitle, eventText, madeOnText, purposeText, stateText } from './entry-words.ts';
import { dueOf } from './find.ts';
import { PasswordHints } from './hints.tsx';
import { Secret } from './secret.tsx';
import { SymbolButton } from './symbol.tsx';
import { instantText } from './time.ts';

export interface EntryViewProps {
  readonly onShown: HeadingProps['onShown'];
  readonly row: EntryRow;
  readonly today: Day;
  readonly hints: readonly PasswordHint[];
  readonly titleOf: (id: string) => string | null;
  readonly isBusy: boolean;
  readonly listHref: string;
  /** Back to the guide whose app password this is, while its set-up is still open. */
  readonly guideHref: string | null;
  readonly onEdit: () => void;
  readonly onArchive: (isArchived: boolean) => void;
  readonly onDelete: () => void;
  /** The app can sign in without an app password. */
  readonly isModern: boolean;
  readonly onRotate: () => void;
  readonly onDeleteAtMicrosoft: () => void;
  readonly onCopyPassword: () => void;
}

export function EntryView(props: EntryViewProps) {
  const { onShown, row, today, hints, titleOf, isBusy, listHref, guideHref } = props;
  const { onEdit, onArchive, onDelete, onCopyPassword } = props;
  const { entry, concern } = row;
  const due = dueOf(entry, today);
  const isAtMicrosoft = entry.state !== 'revoked';
  const { isModern } = props;
  return (
    <div class="entry stack">
      <BackToList href={listHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{entryTitle(entry)}</Heading>
        <p class="entry-marks">
          <span class="badge">{stateText(entry.state)}</span>
          {entry.isArchived && <span class="badge">{t('inventory_archived')}</span>}
          {entry.isSensitive && <span class="badge">{t('inventory_sensitive')}</span>}
        </p>
      </div>
      {guideHref && (
        <a class="card card-link running" href={guideHref}>
          <Icon name="key" size={20} />
          <span class="card-link-words">
            <span class="card-link-title">{t('inventory_back_to_guide')}</span>
          </span>
          <Icon name="forward" />
        </a>
      )}
      {concern !== null && (
        <Notice tone="caution">
          <p>{t(concern === 'older' ? 'inventory_concern_older' : 'inventory_concern_unlisted')}</p>
        </Notice>
      )}
      {due && due.kind !== 'later' && (
        <Notice tone="caution" title={t('inventory_due_title', dueText(due))}>
          {entry.reason && <p>{entry.reason}</p>}
        </Notice>
      )}
      {entry.replacing && (
        <Notice
          tone="caution"
          actions={
            <Button icon="forward" onClick={props.onRotate}>
              {t('rotate_continue')}
            </Button>
          }
        >
          <p>
            {entry.state === 'old-still-valid'
              ? t('rotate_old_valid', entry.replacing.oldName)
              : t('rotate_under_way')}
          </p>
        </Notice>
      )}
      {isModern && !entry.replacing && isAtMicrosoft && (
        <Notice tone="info">
          <p>{t('rotate_modern', entry.appName)}</p>
        </Notice>
      )}
      <Tag>
        <dl class="pairs">
          <Pair term={t('inventory_field_name')} text={entry.name} />
          <Pair term={t('inventory_field_account')} text={entry.account} />
          <Pair term={t('inventory_field_device')} text={entry.device} />
          <Pair term={t('inventory_field_purpose')} text={purposeText(entry.purpose)} />
          <Pair term={t('inventory_field_made_on')} text={madeOnText(entry.madeOn)} />
          {entry.rotateBy !== null && (
            <Pair
              term={t('inventory_field_rotate_by')}
              text={due ? `${dayText(entry.rotateBy)} (${dueText(due)})` : dayText(entry.rotateBy)}
            />
          )}
          <Pair term={t('inventory_field_reason')} text={entry.reason} />
          <Pair term={t('inventory_field_tags')} text={entry.tags.join(', ')} />
          <Pair term={t('inventory_field_note')} text={entry.note} />
        </dl>
      </Tag>
      <div class="actions">
        <SymbolButton symbol="edit" look="primary" onClick={onEdit} busy={isBusy}>
          {t('inventory_edit')}
        </SymbolButton>
        {isAtMicrosoft && !entry.replacing && (
          <>
            <Button icon="key" onClick={props.onRotate}>
              {t('rotate_begin')}
            </Button>
            <Button icon="external" busy={isBusy} onClick={props.onDeleteAtMicrosoft}>
              {t('rotate_delete_at_microsoft')}
            </Button>
          </>
        )}
        <SymbolButton symbol="archive" onClick={() => onArchive(!entry.isArchived)} busy={isBusy}>
          {t(entry.isArchived ? 'inventory_unarchive' : 'inventory_archive')}
        </SymbolButton>
        <SymbolButton symbol="delete" look="quiet" onClick={onDelete} busy={isBusy}>
          {t('inventory_delete')}
        </SymbolButton>
      </div>
      <p class="quiet small">{t('inventory_delete_note')}</p>
      {entry.password !== null && (
        <section class="card" aria-labelledby="entry-password">
          <h2 id="entry-password">{t('inventory_password_title')}</h2>
          <Secret key={entry.id} password={entry.password} onCopy={onCopyPassword} />
          <PasswordHints hints={hints} titleOf={titleOf} />
        </section>
      )}
      <section class="stack" aria-labelledby="entry-history">
        <h2 id="entry-history">{t('inventory_history')}</h2>
        <ol class="history ruled">
          {entry.history.toReversed().map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and two lines may be the same
            <li key={entry.history.length - at}>
              <span class="history-what">{eventText(line.event)}</span>
              <time class="quiet small" dateTime={line.at}>
                {instantText(line.at)}
              </time>
              {line.note && (
                <span class="quiet small">
                  <bdi>{line.note}</bdi>
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** Only what somebody wrote: an empty line says nothing. */
function Pair({ term, text }: { readonly term: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd class="pair-text">
        <bdi>
          <AddressText text={text} />
        </bdi>
      </dd>
    </div>
  );
}

export function BackToList({ href }: { readonly href: string }) {
  return (
    <a class="back" href={href}>
      <Icon name="back" />
      <span>{t('nav_inventory')}</span>
    </a>
  );
}

export interface EntryGoneProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
}

export function EntryGone({ onShown, listHref }: EntryGoneProps) {
  return (
    <div class="stack">
      <BackToList href={listHref} />
      <Heading onShown={onShown}>{t('inventory_gone_title')}</Heading>
      <p>{t('inventory_gone_text')}</p>
    </div>
  );
}

/** Beside the list while nothing is chosen. */
export function ChooseEntry({ count }: { readonly count: number }) {
  return (
    <Tag>
      <p class="quiet">{t(count === 0 ? 'inventory_choose_none' : 'inventory_choose')}</p>
    </Tag>
  );
}
