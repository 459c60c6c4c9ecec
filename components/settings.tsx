/** Settings and about: what Keytag may see, where it stands, what it never does. */
import type { ComponentChildren } from 'preact';
import { t } from '@/utils/platform/i18n.ts';
import { AccessLost } from './access-lost.tsx';
import { Button } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';

export interface SettingsProps {
  readonly onShown: HeadingProps['onShown'];
  /** `null` while the browser is asked. */
  readonly hasAccess: boolean | null;
  /** The person pressed the button and the browser said no. */
  readonly refused: boolean;
  readonly onAskAccess: () => void;
  readonly hosts: readonly string[];
  /** The panel is a tab already. */
  readonly inTab: boolean;
  readonly onOpenTab: () => void;
  readonly version: string;
  /** The cards about the inventory; absent where there is no storage at all. */
  readonly inventory: ComponentChildren;
  /** What the organisation manages; nothing where it manages nothing. */
  readonly organisation?: ComponentChildren;
  /** Their own cards; nothing where nothing reminds. */
  readonly reminders?: ComponentChildren;
}

export function Settings(props: SettingsProps) {
  const { onShown, hasAccess, refused, onAskAccess, hosts, inTab, onOpenTab, version } = props;
  const { inventory, organisation, reminders } = props;
  return (
    <div class="settings">
      <Heading onShown={onShown}>{t('nav_settings')}</Heading>
      {organisation}
      <section class="card" aria-labelledby="settings-access">
        <h2 id="settings-access">{t('settings_access_title')}</h2>
        <div role="status">
          {hasAccess === true && (
            <p class="state state-good">
              <Icon name="good" size={20} />
              <span>{t('settings_access_on')}</span>
            </p>
          )}
          {hasAccess === false && <AccessLost onAskAccess={onAskAccess} refused={refused} />}
        </div>
        <p class="quiet">{t('settings_access_hosts')}</p>
        <ul class="hosts">
          {hosts.map((host) => (
            <li key={host}>
              <bdi dir="ltr">{host}</bdi>
            </li>
          ))}
        </ul>
      </section>
      {reminders}
      <section class="card" aria-labelledby="settings-privacy">
        <h2 id="settings-privacy">{t('settings_privacy_title')}</h2>
        <div class="two-lists">
          <div>
            <h3>{t('settings_reads_title')}</h3>
            <ul class="plain">
              <li>{t('settings_reads_1')}</li>
              <li>{t('settings_reads_2')}</li>
              <li>{t('settings_reads_3')}</li>
            </ul>
          </div>
          <div>
            <h3>{t('settings_keeps_title')}</h3>
            <ul class="plain">
              <li>{t('settings_keeps_1')}</li>
              <li>{t('settings_keeps_2')}</li>
              <li>{t('settings_keeps_3')}</li>
            </ul>
          </div>
          <div>
            <h3>{t('settings_never_title')}</h3>
            <ul class="plain">
              <li>{t('settings_never_1')}</li>
              <li>{t('settings_never_2')}</li>
              <li>{t('settings_never_3')}</li>
              <li>{t('settings_never_4')}</li>
            </ul>
          </div>
        </div>
      </section>
      {inventory}
      {!inTab && (
        <section class="card" aria-labelledby="settings-room">
          <h2 id="settings-room">{t('settings_room_title')}</h2>
          <p>{t('settings_room_text')}</p>
          <div class="actions">
            <Button icon="external" onClick={onOpenTab}>
              {t('settings_room_button')}
            </Button>
          </div>
        </section>
      )}
      <section class="card" aria-labelledby="settings-about">
        <h2 id="settings-about">{t('settings_about_title')}</h2>
        <dl class="pairs">
          <div>
            <dt>{t('settings_version')}</dt>
            <dd>{version}</dd>
          </div>
          <div>
            <dt>{t('settings_languages')}</dt>
            <dd>{t('settings_languages_text')}</dd>
          </div>
        </dl>
        <p class="quiet small">{t('settings_independent')}</p>
      </section>
    </div>
  );
}
