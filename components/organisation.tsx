/** What the organisation that manages this browser tells its people: who it is, whom to ask, what it recommends. */
import type { App } from '@/utils/catalogue/app.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Icon } from './icon.tsx';
import { LinkList } from './link-list.tsx';

export interface OrganisationProps {
  readonly policy: Pick<Policy, 'organisationName' | 'organisationLogo' | 'contacts' | 'links'>;
  readonly recommended: readonly App[];
  /** Apps of its own that are not recommended besides. */
  readonly own: readonly App[];
  readonly appHref: (id: string) => string;
}

/** Whether there is anything to say in the organisation's name. */
function isSilent({ policy, recommended, own }: Omit<OrganisationProps, 'appHref'>): boolean {
  const { organisationName, organisationLogo, contacts, links } = policy;
  const lists = [contacts, links, recommended, own];
  return organisationName === null && organisationLogo === null && lists.every((list) => list.length === 0);
}

export function Organisation(props: OrganisationProps) {
  const { policy, recommended, own, appHref } = props;
  const { organisationName: name, organisationLogo: logo, contacts, links } = policy;
  if (isSilent(props)) return null;
  return (
    <section class="card organisation" aria-labelledby="organisation-title">
      <h2 id="organisation-title">{t('organisation_title')}</h2>
      {(name !== null || logo !== null) && (
        <div class="organisation-head">
          {logo !== null && (
            <img src={logo} alt={name === null ? t('organisation_logo') : ''} class="organisation-logo" />
          )}
          {name !== null && (
            <p class="organisation-name">
              <bdi>{name}</bdi>
            </p>
          )}
        </div>
      )}
      {contacts.length > 0 && (
        <div class="organisation-part">
          <h3>{t('organisation_contacts')}</h3>
          <LinkList links={contacts} label={t('organisation_contacts')} />
        </div>
      )}
      {links.length > 0 && (
        <div class="organisation-part">
          <h3>{t('organisation_links')}</h3>
          <LinkList links={links} label={t('organisation_links')} />
        </div>
      )}
      <AppLinks title={t('organisation_recommended')} apps={recommended} appHref={appHref} />
      <AppLinks title={t('organisation_own')} apps={own} appHref={appHref} />
    </section>
  );
}

interface AppLinksProps {
  readonly title: string;
  readonly apps: readonly App[];
  readonly appHref: (id: string) => string;
}

/** A list for those who know what they look for stands under Apps. */
const SHOWN = 8;

function AppLinks({ title, apps, appHref }: AppLinksProps) {
  if (apps.length === 0) return null;
  return (
    <div class="organisation-part">
      <h3>{title}</h3>
      <ul class="organisation-apps" aria-label={title}>
        {apps.slice(0, SHOWN).map((app) => (
          <li key={app.id}>
            <a class="link" href={appHref(app.id)}>
              <bdi>{app.name}</bdi>
            </a>
          </li>
        ))}
        {apps.length > SHOWN && (
          <li>
            <a class="link" href="#/apps">
              {t('organisation_all')} <Icon name="forward" />
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
