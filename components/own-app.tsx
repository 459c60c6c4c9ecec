/** What an app's page says of its origin: an app out of a pack, and one that the organisation hides. */

import { originSentence } from '@/utils/helpdesk/origin.ts';
import type { OwnApp } from '@/utils/helpdesk/pack.ts';
import type { OrganisationLink } from '@/utils/helpdesk/policy-rules.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Notice } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { LinkList } from './link-list.tsx';
import { SentenceView } from './sentence.tsx';

/** Stands under the app's name: who says what this page says of it. */
export function OwnOrigin({ app }: { readonly app: OwnApp }) {
  return (
    <div class="stack own-origin">
      <p class="badge">
        <SentenceView of={originSentence(app.origin)} />
      </p>
      <p class="quiet small">
        {t(app.origin.from === 'policy' ? 'own_app_policy_text' : 'own_app_file_text')}
      </p>
      {app.links.length > 0 && <LinkList links={app.links} label={t('organisation_links')} />}
    </div>
  );
}

export interface HiddenAppProps {
  readonly onShown: HeadingProps['onShown'];
  readonly name: string;
  /** `null` where the organisation gives none. */
  readonly organisation: string | null;
  readonly contacts: readonly OrganisationLink[];
  readonly listHref: string;
}

/** The address of an app that the organisation took out of the list. */
export function HiddenApp({ onShown, name, organisation, contacts, listHref }: HiddenAppProps) {
  return (
    <article class="app-page">
      <header class="app-head">
        <Heading onShown={onShown}>
          <bdi>{name}</bdi>
        </Heading>
      </header>
      <Notice
        tone="info"
        title={t('own_hidden_title')}
        actions={
          <a class="button button-secondary" href={listHref}>
            <span>{t('own_hidden_apps')}</span>
          </a>
        }
      >
        <p>
          {organisation === null ? (
            t('own_hidden_text')
          ) : (
            <SentenceView of={{ key: 'own_hidden_by', args: [organisation] }} />
          )}
        </p>
        {contacts.length > 0 && <LinkList links={contacts} label={t('organisation_contacts')} />}
      </Notice>
    </article>
  );
}
