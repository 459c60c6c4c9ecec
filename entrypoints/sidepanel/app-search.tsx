/**
 * The search over the catalogue on the screen Apps. What is typed lives here and not in the panel, so that a key
 * press draws this list alone and nothing of the app's page beside it.
 */
import { useCallback, useMemo, useState } from 'preact/hooks';
import { AppList } from '@/components/apps.tsx';
import type { App } from '@/utils/catalogue/app.ts';
import { originSentence } from '@/utils/helpdesk/origin.ts';
import type { KnownCatalogue } from './knowledge.ts';
import { hrefOf } from './router.ts';

export interface AppSearchProps {
  /** `null` while the catalogue loads. */
  readonly catalogue: Pick<KnownCatalogue, 'apps' | 'recommended' | 'fallback' | 'search' | 'ownById'> | null;
  /** What was typed before, kept by the panel while another screen is shown. */
  readonly typed: { current: string };
  readonly selected: string | null;
}

const NONE: readonly App[] = [];

export function AppSearch({ catalogue, typed, selected }: AppSearchProps) {
  const [query, setQuery] = useState(typed.current);
  /** The same list as long as the same is searched for. */
  const found = useMemo(() => catalogue?.search(query) ?? NONE, [catalogue, query]);
  const originOf = useCallback(
    (id: string) => {
      const app = catalogue?.ownById(id);
      return app ? originSentence(app.origin) : null;
    },
    [catalogue],
  );
  return (
    <AppList
      apps={catalogue?.apps ?? null}
      recommended={catalogue?.recommended ?? NONE}
      originOf={originOf}
      found={found}
      fallback={catalogue?.fallback ?? NONE}
      query={query}
      onQuery={(text) => {
        typed.current = text;
        setQuery(text);
      }}
      selected={selected}
      appHref={appHref}
      onOpen={openApp}
      onAdviser={openAdviser}
    />
  );
}

const appHref = (id: string) => hrefOf({ at: 'app', id });

function openApp(id: string): void {
  location.hash = appHref(id);
}

function openAdviser(): void {
  location.hash = hrefOf({ at: 'adviser' });
}
