/** The list of app passwords: search, filters, groups by account, and what to do about the whole. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Icon } from '@/components/icon.tsx';
import {
  choices,
  type DueFilter,
  filterEntries,
  type InventoryFilter,
  NO_FILTER,
  type SortKey,
} from '@/utils/inventory/filter.ts';
import type { AccountGroup } from '@/utils/inventory/group.ts';
import type { BackupState, EntryRow } from '@/utils/inventory/record-types.ts';
import { createInventorySearch, prepareSearch } from '@/utils/inventory/search.ts';
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { dueText, entryTitle, STATES, stateText } from './entry-words.ts';
import { SelectField, Tick } from './fields.tsx';
import { dueOf, firstRow, inOrder, type ListView, linesOf } from './find.ts';
import { Glyph, SymbolButton } from './symbol.tsx';
import { instantDayText, numberText } from './time.ts';
import { type VirtualItem, VirtualList } from './virtual-list.tsx';

export const FIRST_VIEW: ListView = {
  query: '',
  filter: NO_FILTER,
  sortBy: 'app',
  isGrouped: true,
  isFilterOpen: false,
};

export interface ListProps {
  /** `undefined` while another screen beside the list has the heading. */
  readonly onShown: HeadingProps['onShown'];
  readonly isBesideOther: boolean;
  /** Entries are there, and what is stored of them is damaged. */
  readonly hasDamaged?: boolean;
  /** `null` while they are opened. */
  readonly rows: readonly EntryRow[] | null;
  readonly today: Day;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly selected: string | null;
  readonly entryHref: (id: string) => string;
  /** Edits that wait to be saved. */
  readonly unsaved: readonly { readonly title: string; readonly href: string }[];
  readonly backup: BackupState;
  readonly isBackingUp: boolean;
  /** `null` where the screen beside has these buttons itself. */
  readonly care: {
    readonly onBackup: () => void;
    readonly onRestore: () => void;
    readonly onImport: () => void;
    /** `null` where files for other programs are not allowed. */
    readonly onExport: (() => void) | null;
    readonly safeHref: string;
    readonly onCompare: () => void;
    readonly onLeak: () => void;
  } | null;
  readonly onAdd: () => void;
  readonly onOpen: (id: string) => void;
}

export function EntryList(props: ListProps) {
  const { onShown, isBesideOther, rows, today, view, onView, selected, entryHref, onAdd, onOpen } = props;
  const { query, filter, sortBy, isGrouped } = view;
  const box = useRef<HTMLInputElement>(null);
  const [enterCount, setEnterCount] = useState(0);
  const setQuery = (text: string) => onView({ ...view, query: text });

  // What is slow (sorting, grouping) is done when entries or order change; a key press only compares text.
  const all = useMemo(() => inOrder(rows ?? [], sortBy, isGrouped), [rows, sortBy, isGrouped]);
  const filtered = useMemo(() => filterEntries(all, filter, today), [all, filter, today]);
  const search = useMemo(() => createInventorySearch(filtered), [filtered]);
  useEffect(() => {
    // After the list is on the screen, and before anybody has found the search box.
    const timer = setTimeout(() => prepareSearch(filtered));
    return () => clearTimeout(timer);
  }, [filtered]);
  const shown = useMemo(() => search(query), [search, query]);
  const lines = useMemo(() => linesOf(shown), [shown]);
  const isFiltered =
    query.trim() !== '' ||
    (Object.keys(NO_FILTER) as (keyof InventoryFilter)[]).some((part) => filter[part] !== NO_FILTER[part]);

  const onBoxKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && shown.length > 0) {
      event.preventDefault();
      setEnterCount((count) => count + 1);
    } else if (event.key === 'Enter' && query.trim() !== '' && firstRow(lines)) {
      event.preventDefault();
      onOpen(firstRow(lines)?.entry.id ?? '');
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      setQuery('');
    }
  };

  const item = (index: number): VirtualItem => {
    const line = lines[index];
    if (!line) return { href: null, content: null };
    if ('group' in line) return { href: null, content: <AccountLine group={line.group} /> };
    const { entry } = line.row;
    return {
      href: entryHref(entry.id),
      isCurrent: entry.id === selected,
      content: <EntryLine row={line.row} today={today} showsAccount={!isGrouped} />,
    };
  };

  return (
    <div class="app-list inventory-list">
      <div class="list-head">
        {isBesideOther ? (
          <p class="pane-title" aria-hidden="true">
            {t('nav_inventory')}
          </p>
        ) : (
          <Heading onShown={onShown}>{t('nav_inventory')}</Heading>
        )}
        <SymbolButton symbol="add" look={isBesideOther ? 'secondary' : 'primary'} onClick={onAdd}>
          {t('inventory_add')}
        </SymbolButton>
      </div>
      <CareRow {...props} />
      {props.unsaved.map(({ title, href }) => (
        <a key={href} class="card card-link running" href={href}>
          <Glyph name="edit" size={20} />
          <span class="card-link-words">
            <span class="card-link-title">{t('inventory_unsaved')}</span>
            <span class="quiet">
              <bdi>{title}</bdi>
            </span>
          </span>
          <Icon name="forward" />
        </a>
      ))}
      {rows === null ? (
        <p class="quiet loading">{t('common_loading')}</p>
      ) : rows.length === 0 ? (
        <EmptyList hasDamaged={props.hasDamaged === true} />
      ) : (
        <>
          <div class="search-row">
            <div class="search">
              <Icon name="search" />
              <input
                ref={box}
                type="search"
                aria-label={t('inventory_search')}
                placeholder={t('inventory_search_short')}
                autoComplete="off"
                spellcheck={false}
                dir="auto"
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
                onKeyDown={onBoxKey}
              />
            </div>
            <SymbolButton
              symbol="filter"
              expanded={view.isFilterOpen}
              controls="inventory-filters"
              onClick={() => onView({ ...view, isFilterOpen: !view.isFilterOpen })}
            >
              {t('inventory_filter')}
            </SymbolButton>
          </div>
          {view.isFilterOpen && <Filters view={view} onView={onView} rows={rows} />}
          <p role="status" class={isFiltered ? 'quiet small' : 'visually-hidden'}>
            {isFiltered ? t('inventory_found', numberText(shown.length), numberText(rows.length)) : ''}
          </p>
          {shown.length === 0 ? (
            <NothingFound onShowAll={() => onView({ ...view, query: '', filter: NO_FILTER })} />
          ) : (
            <VirtualList
              label={t('inventory_list')}
              count={lines.length}
              size={shown.length}
              item={item}
              place={(index) => lines[index]?.place ?? 0}
              enterCount={enterCount}
              onLeave={() => box.current?.focus()}
              onType={(character) => {
                setQuery(query + character);
                box.current?.focus();
              }}
            />
          )}
        </>
      )}
    </div>
  );
}

function AccountLine({ group }: { readonly group: AccountGroup<EntryRow> }) {
  const { account, living, limit, fill } = group;
  return (
    <h2 class="account-line">
      <bdi>{account || t('inventory_account_none')}</bdi>
      <span class={`count count-${fill}`}>
        {fill !== 'room' && <Icon name="careful" />}
        {t('inventory_count', numberText(living), numberText(limit))}
      </span>
    </h2>
  );
}

function EntryLine({ row, today, showsAccount }: EntryLineProps) {
  const { entry } = row;
  const second = [entry.name, showsAccount && entry.account].filter(Boolean).join(' · ');
  return (
    <>
      <span class="shelf-words">
        <span class="shelf-name">
          <bdi>{entryTitle(entry)}</bdi>
        </span>
        <span class="quiet">
          <EntryMark row={row} today={today} />
          <bdi>{second}</bdi>
        </span>
      </span>
      <Icon name="forward" />
    </>
  );
}

/** What needs a hand first; nothing for an entry that is simply in use. */
function EntryMark({ row: { entry, concern }, today }: Omit<EntryLineProps, 'showsAccount'>) {
  const due = dueOf(entry, today);
  if (concern !== null) return <Mark tone="caution" icon="careful" text={t('inventory_mark_concern')} />;
  if (due && due.kind !== 'later') {
    return <Mark tone={due.kind === 'overdue' ? 'bad' : 'caution'} icon="wait" text={dueText(due)} />;
  }
  return entry.state === 'active' ? null : <Mark tone="quiet" icon="info" text={stateText(entry.state)} />;
}

interface MarkProps {
  readonly tone: 'caution' | 'bad' | 'quiet';
  readonly icon: 'careful' | 'wait' | 'info';
  readonly text: string;
}

function Mark({ tone, icon, text }: MarkProps) {
  return (
    <span class={`entry-mark mark-${tone}`}>
      <Icon name={icon} />
      {text}
      <span class="visually-hidden">, </span>
    </span>
  );
}

interface EntryLineProps {
  readonly row: EntryRow;
  readonly today: Day;
  readonly showsAccount: boolean;
}

interface FiltersProps {
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly rows: readonly EntryRow[];
}

const ALL = '';

function Filters({ view, onView, rows }: FiltersProps) {
  const { filter, sortBy, isGrouped } = view;
  const setFilter = (change: Partial<InventoryFilter>) =>
    onView({ ...view, filter: { ...filter, ...change } });
  const all = { value: ALL, label: t('inventory_all') };
  const accounts = useMemo(() => choices(rows, 'account'), [rows]);
  const apps = useMemo(() => choices(rows, 'app'), [rows]);
  const asOption = ({ key, name, count }: ReturnType<typeof choices>[number]) => ({
    value: key,
    label: `${name || t('inventory_account_none')} (${numberText(count)})`,
  });
  const dues: readonly { readonly value: DueFilter; readonly label: string }[] = [
    { value: 'any', label: t('inventory_all') },
    { value: 'overdue', label: t('inventory_filter_overdue') },
    { value: 'soon', label: t('inventory_filter_soon') },
    { value: 'dated', label: t('inventory_filter_due_set') },
    { value: 'undated', label: t('inventory_filter_due_unset') },
  ];
  const sorts: readonly { readonly value: SortKey; readonly label: string }[] = [
    { value: 'app', label: t('inventory_sort_app') },
    { value: 'device', label: t('inventory_sort_device') },
    { value: 'name', label: t('inventory_sort_name') },
    { value: 'due', label: t('inventory_sort_due') },
    { value: 'made', label: t('inventory_sort_made') },
    { value: 'changed', label: t('inventory_sort_changed') },
    { value: 'state', label: t('inventory_sort_state') },
  ];
  return (
    <fieldset class="filters" id="inventory-filters">
      <legend class="visually-hidden">{t('inventory_filter')}</legend>
      <SelectField
        label={t('inventory_filter_account')}
        value={filter.account ?? ALL}
        options={[all, ...accounts.map(asOption)]}
        onChoose={(account) => setFilter({ account: account === ALL ? null : account })}
      />
      <SelectField
        label={t('inventory_filter_app')}
        value={filter.app ?? ALL}
        options={[all, ...apps.map(asOption)]}
        onChoose={(app) => setFilter({ app: app === ALL ? null : app })}
      />
      <SelectField
        label={t('inventory_filter_state')}
        value={filter.archived === 'only' ? 'archived' : (filter.state ?? ALL)}
        options={[
          all,
          ...STATES.map((value) => ({ value, label: stateText(value) })),
          { value: 'archived', label: t('inventory_filter_archived') },
        ]}
        onChoose={(value) =>
          setFilter({
            state: STATES.find((state) => state === value) ?? null,
            archived: value === 'archived' ? 'only' : 'hide',
          })
        }
      />
      <SelectField
        label={t('inventory_filter_due')}
        value={filter.due}
        options={dues}
        onChoose={(due) => setFilter({ due })}
      />
      <SelectField
        label={t('inventory_sort')}
        value={sortBy}
        options={sorts}
        onChoose={(by) => onView({ ...view, sortBy: by })}
      />
      <Tick
        label={t('inventory_group')}
        isOn={isGrouped}
        onChange={(isOn) => onView({ ...view, isGrouped: isOn })}
      />
    </fieldset>
  );
}

/** About the whole, so it stays small beside the one thing to do: what has to do with files, then what is for safety. */
function CareRow({ care, backup, isBackingUp }: ListProps) {
  if (!care) return null;
  return (
    <div class="care">
      <div class="care-groups">
        <div class="care-group">
          <SymbolButton symbol="backup" look="quiet" busy={isBackingUp} onClick={care.onBackup}>
            {t('inventory_backup')}
          </SymbolButton>
          <SymbolButton symbol="restore" look="quiet" onClick={care.onRestore}>
            {t('inventory_restore')}
          </SymbolButton>
          <SymbolButton symbol="import" look="quiet" onClick={care.onImport}>
            {t('inventory_import')}
          </SymbolButton>
          {care.onExport && (
            <SymbolButton symbol="export" look="quiet" onClick={care.onExport}>
              {t('inventory_export')}
            </SymbolButton>
          )}
        </div>
        <div class="care-group">
          <a class="button button-quiet" href={care.safeHref}>
            <Glyph name="safe" />
            <span>{t('inventory_safe')}</span>
          </a>
          <Button look="quiet" icon="external" onClick={care.onCompare}>
            {t('guide_review_title')}
          </Button>
          <Button look="quiet" icon="careful" onClick={care.onLeak}>
            {t('leak_title')}
          </Button>
        </div>
      </div>
      {backup.isDue && (
        <p class="backup-due small">
          <Icon name="careful" />
          <span>
            {backup.lastAt === null
              ? t('inventory_backup_never')
              : `${t('vault_backup_due')} ${t('inventory_backup_last', instantDayText(backup.lastAt))}`}
          </span>
        </p>
      )}
    </div>
  );
}

function EmptyList({ hasDamaged }: { readonly hasDamaged: boolean }) {
  if (hasDamaged) {
    return (
      <Notice tone="caution">
        <p>{t('inventory_none_readable')}</p>
      </Notice>
    );
  }
  return (
    <Tag>
      <div class="empty-tag">
        <h2>{t('inventory_no_entries_title')}</h2>
        <p>{t('inventory_no_entries_text')}</p>
      </div>
    </Tag>
  );
}

function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <Notice tone="info" actions={<Button onClick={onShowAll}>{t('inventory_show_all')}</Button>}>
      <p>{t('inventory_none_found')}</p>
    </Notice>
  );
}
