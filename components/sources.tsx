/** Who says so: the sources of a claim, each with how firm it is and when it was checked. */
import type { ComponentChildren } from 'preact';
import type { Certainty, Source } from '@/utils/catalogue/app.ts';
import { t } from '@/utils/platform/i18n.ts';
import { CERTAINTY } from './certainty.ts';
import { OutsideLink } from './controls.tsx';
import { dayText } from './day-text.ts';
import { Icon } from './icon.tsx';

interface SourcesProps {
  /** What they are for stands in the claim. */
  readonly sources: readonly Omit<Source, 'for'>[];
  readonly certainty: Certainty;
  readonly children?: ComponentChildren;
}

/** Folded away for most people, one press away for those who want to know. */
export function Sources({ sources, certainty, children }: SourcesProps) {
  return (
    <details class="more">
      <summary>
        <Icon name="forward" />
        <span>
          {sources.length === 1 ? t('app_sources_one') : t('app_sources', sources.length)}
          <span class="quiet"> · {t(CERTAINTY[certainty])}</span>
        </span>
      </summary>
      {children}
      <ul class="sources">
        {sources.map((source) => (
          <li key={`${source.publisher} ${source.title}`}>
            {source.url ? (
              <OutsideLink href={source.url}>{source.title}</OutsideLink>
            ) : (
              <span>{source.title}</span>
            )}
            <p class="source">
              <span>{source.publisher}</span>
              <span>{t(CERTAINTY[source.certainty])}</span>
              <span>{t('common_checked_on', dayText(source.checked))}</span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
