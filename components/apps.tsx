/**
 * The list of apps: a search box, results as you type, and shelves by kind to browse. Between a key press and the
 * answer lies one frame (the bench suite `catalogue`): the shelves are drawn once and only hidden while someone
 * searches, and of many results the best are drawn first.
 */
import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { App, AppKind } from '@/utils/catalogue/app.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Button } from './controls.tsx';
import { Icon, type IconName } from './icon.tsx';
import { SentenceView } from './sentence.tsx';
import { UnknownApp } from './unknown-app.tsx';

export interface AppListProps {
  /** All of them in the order to show; `null` while the catalogue loads. */
  readonly apps: readonly App[] | null;
  /** Those that fit the query, best first; the same array until something else is typed. */
  readonly found: readonly App[];
  /** Those among them that the organisation recommends: they come first, in its order. */
  readonly recommended?: readonly App[];
  /** Where an app that is not Keytag's own comes from. */
  readonly originOf?: (id: string) => Sentence | null;
  /** Entries for apps that are in no list, offered where nothing is found. */
  readonly fallback: readonly App[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly selected: string | null;
  readonly appHref: (id: string) => string;
  readonly onOpen: (id: string) => void;
  /** Four questions that lead to an answer, for whoever would rather be asked. */
  readonly onAdviser: () => void;
}

const NONE: readonly App[] = [];
const noOrigin = () => null;

/** About what a panel on a small laptop shows at once; who finds more than this rather types on than reads it all. */
const FIRST_RESULTS = 8;

const KINDS: readonly { readonly kind: AppKind; readonly label: MessageKey }[] = [
  { kind: 'mail-program', label: 'apps_kind_mail_program' },
  { kind: 'mobile', label: 'apps_kind_mobile' },
  { kind: 'device', label: 'apps_kind_device' },
  { kind: 'service', label: 'apps_kind_service' },
  { kind: 'script', label: 'apps_kind_script' },
];

const KIND_ICON: Readonly<Record<AppKind, IconName>> = {
  'mail-program': 'mail',
  mobile: 'mobile',
  device: 'device',
  service: 'service',
  script: 'script',
};

export function AppList({
  apps,
  found,
  recommended = NONE,
  originOf = noOrigin,
  fallback,
  query,
  onQuery,
  selected,
  appHref,
  onOpen,
  onAdviser,
}: AppListProps) {
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  // In the two-column layout the chosen app may lie further down its column.
  useEffect(() => {
    const show = () => shownIn(results, '[aria-current]')[0]?.scrollIntoView({ block: 'nearest' });
    if (selected === null) return;
    show();
    // Rows that come into sight get their real height only then, and push it away again.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  const searching = query.trim() !== '';

  const onBoxKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      shownIn(results, WALKED)[0]?.focus();
    } else if (event.key === 'Enter' && searching && found[0]) {
      event.preventDefault();
      onOpen(found[0].id);
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onQuery('');
    }
  };
  const onListKey = useCallback((event: KeyboardEvent) => {
    const stops = shownIn(results, WALKED);
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const to = nextIndex(event.key, at, stops.length);
    if (to === null) return;
    event.preventDefault();
    (to < 0 ? box.current : stops[to])?.focus();
  }, []);
  /** The same objects until another app is chosen: typing draws nothing of them anew. */
  const shelves = useMemo(
    () =>
      apps && (
        <Shelves
          apps={apps}
          recommended={recommended}
          originOf={originOf}
          selected={selected}
          appHref={appHref}
          onKey={onListKey}
        />
      ),
    [apps, recommended, originOf, selected, appHref, onListKey],
  );

  return (
    <div class="app-list">
      <div class="search">
        <Icon name="search" />
        <input
          ref={box}
          type="search"
          aria-label={t('apps_find')}
          placeholder={t('apps_find')}
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onBoxKey}
        />
      </div>
      {!searching && (
        <div class="actions">
          <Button icon="question" onClick={onAdviser}>
            {t('adviser_open')}
          </Button>
        </div>
      )}
      <p role="status" class="visually-hidden">
        {searching && apps ? (found.length === 1 ? t('apps_found_one') : t('apps_found', found.length)) : ''}
      </p>
      <div ref={results} aria-busy={apps === null ? 'true' : undefined}>
        {apps === null && <p class="quiet loading">{t('common_loading')}</p>}
        <div hidden={searching}>{shelves}</div>
        {apps !== null && searching && found.length > 0 && (
          <Results apps={found} originOf={originOf} selected={selected} appHref={appHref} onKey={onListKey} />
        )}
        {apps !== null && searching && found.length === 0 && (
          <NothingFound appHref={appHref} onShowAll={() => onQuery('')}>
            <Shelf
              apps={fallback}
              originOf={originOf}
              selected={selected}
              appHref={appHref}
              label={t('apps_none_title')}
              onKey={onListKey}
            />
          </NothingFound>
        )}
      </div>
    </div>
  );
}

/** What the arrow keys walk over. */
const WALKED = 'a[href], .shelf-more';

/** What fits `selector` in the list, without the hidden shelves. */
function shownIn(list: RefObject<HTMLElement>, selector: string): HTMLElement[] {
  const all = list.current?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...all].filter((element) => !element.closest('[hidden]'));
}

/** Where an arrow key leads: an index, -1 for back to the search box, `null` for keys that are none. */
function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

interface RowsProps {
  readonly apps: readonly App[];
  readonly originOf: (id: string) => Sentence | null;
  readonly selected: string | null;
  readonly appHref: (id: string) => string;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** All apps by kind, those that are recommended before all others. */
function Shelves({ apps, recommended, ...rows }: RowsProps & { readonly recommended: readonly App[] }) {
  return (
    <>
      {recommended.length > 0 && (
        <section aria-labelledby="kind-recommended">
          <h2 class="shelf-title" id="kind-recommended">
            {t('organisation_recommended')}
          </h2>
          <Shelf {...rows} apps={recommended} labelledBy="kind-recommended" />
        </section>
      )}
      {KINDS.map(({ kind, label }) => {
        const onShelf = apps.filter((app) => app.kind === kind && !recommended.includes(app));
        return (
          onShelf.length > 0 && (
            <section key={kind} aria-labelledby={`kind-${kind}`}>
              <h2 class="shelf-title" id={`kind-${kind}`}>
                {t(label)}
              </h2>
              <Shelf {...rows} apps={onShelf} labelledBy={`kind-${kind}`} />
            </section>
          )
        );
      })}
    </>
  );
}

/** The best results, and behind a button the others. */
function Results({ apps, ...rows }: RowsProps) {
  const [allOf, setAllOf] = useState<readonly App[] | null>(null);
  const drawsAll = allOf === apps;
  const list = useRef<HTMLDivElement>(null);
  const more = apps.length - FIRST_RESULTS;
  // The button is gone once pressed: the focus goes on to the first app that stood behind it.
  useLayoutEffect(() => {
    if (drawsAll) list.current?.querySelectorAll<HTMLElement>('a[href]')[FIRST_RESULTS]?.focus();
  }, [drawsAll]);
  return (
    <div ref={list}>
      <Shelf {...rows} apps={drawsAll ? apps : apps.slice(0, FIRST_RESULTS)} label={t('apps_results')} />
      {more > 0 && !drawsAll && (
        <button type="button" class="shelf-more" onClick={() => setAllOf(apps)} onKeyDown={rows.onKey}>
          {more === 1 ? t('apps_more_one') : t('apps_more', more)}
        </button>
      )}
    </div>
  );
}

interface ShelfProps extends RowsProps {
  readonly label?: string;
  readonly labelledBy?: string;
}

function Shelf({ apps, originOf, selected, appHref, label, labelledBy, onKey }: ShelfProps) {
  // The same object for an app as long as it stands there: what a letter more leaves in the list isn't compared.
  const rowOf = useMemo(() => {
    const rows = new Map<App, VNode>();
    const draw = (app: App) => {
      const origin = originOf(app.id);
      return (
        <li key={app.id}>
          <a href={appHref(app.id)} aria-current={app.id === selected ? 'true' : undefined} onKeyDown={onKey}>
            <Icon name={KIND_ICON[app.kind]} size={20} />
            <span class="shelf-words">
              <span class="shelf-name">
                <bdi>{app.name}</bdi>
              </span>
              <span class="quiet">
                <bdi>{app.vendor}</bdi>
              </span>
              {origin && (
                <span class="shelf-origin">
                  <SentenceView of={origin} />
                </span>
              )}
            </span>
          </a>
        </li>
      );
    };
    return (app: App): VNode => {
      const row = rows.get(app) ?? draw(app);
      rows.set(app, row);
      return row;
    };
  }, [originOf, selected, appHref, onKey]);
  return (
    <ul class="shelf ruled" aria-label={label} aria-labelledby={labelledBy}>
      {apps.map(rowOf)}
    </ul>
  );
}

/** An app nobody has told us about is a question we can still answer in general. */
interface NothingFoundProps {
  readonly appHref: (id: string) => string;
  readonly onShowAll: () => void;
  readonly children: ComponentChildren;
}

function NothingFound({ appHref, onShowAll, children }: NothingFoundProps) {
  return (
    <div class="empty">
      <h2>{t('apps_none_title')}</h2>
      <p>{t('apps_none_text')}</p>
      <UnknownApp appHref={appHref} />
      {children}
      <div class="actions">
        <Button onClick={onShowAll}>{t('apps_show_all')}</Button>
      </div>
    </div>
  );
}
