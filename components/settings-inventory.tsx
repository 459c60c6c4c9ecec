/** What a person decides about the inventory as a whole: when it locks, and who clears the clipboard. */
import { t } from '@/utils/platform/i18n.ts';
import { Button, Choice, Notice } from './controls.tsx';
import { Icon } from './icon.tsx';
import { numberText } from './inventory/time.ts';

export interface LockSettingsProps {
  /** `null` while it is looked up. */
  readonly minutes: number | null;
  readonly choices: readonly number[];
  readonly onChoose: (minutes: number) => void;
  /** Minutes the organisation allows at most; `null` where it says nothing. */
  readonly longest: number | null;
  /** It could not be written down. */
  readonly hasFailed: boolean;
  /** The keys of `Lock now`; `null` when the browser has none for it. */
  readonly shortcut: string | null;
}

export function LockSettings(props: LockSettingsProps) {
  const { minutes, choices, onChoose, longest, hasFailed, shortcut } = props;
  return (
    <section class="card" aria-labelledby="settings-lock">
      <h2 id="settings-lock">{t('settings_lock_title')}</h2>
      {minutes !== null && (
        <Choice
          legend={t('settings_lock_after')}
          value={String(minutes)}
          options={choices.map((of) => ({
            value: String(of),
            label: of === 1 ? t('settings_lock_minute') : t('settings_lock_minutes', of),
          }))}
          onChoose={(value) => onChoose(Number(value))}
          isManaged={longest !== null}
        />
      )}
      {longest !== null && (
        <p class="quiet">
          {longest === 1 ? t('policy_lock_one') : t('policy_lock_longest', numberText(longest))}
        </p>
      )}
      {hasFailed && (
        <Notice tone="bad" role="alert">
          <p>{t('settings_not_kept')}</p>
        </Notice>
      )}
      <p class="quiet">{t('settings_lock_also')}</p>
      <p class="quiet">
        {shortcut === null ? t('settings_lock_no_shortcut') : t('settings_lock_shortcut', shortcut)}
      </p>
    </section>
  );
}

export interface ClipboardSettingsProps {
  /** Keytag may read and change the clipboard; `null` while the browser is asked. */
  readonly isAllowed: boolean | null;
  /** The person pressed the button and the browser said no. */
  readonly refused: boolean;
  /** Called in the very turn of the click: browsers take the question only there. */
  readonly onAsk: () => void;
  readonly onGiveBack: () => void;
}

export function ClipboardSettings({ isAllowed, refused, onAsk, onGiveBack }: ClipboardSettingsProps) {
  return (
    <section class="card" aria-labelledby="settings-clipboard">
      <h2 id="settings-clipboard">{t('settings_clipboard_title')}</h2>
      <p>{t('settings_clipboard_text')}</p>
      <div role="status">
        {isAllowed === true && (
          <p class="state state-good">
            <Icon name="good" size={20} />
            <span>{t('settings_clipboard_on')}</span>
          </p>
        )}
      </div>
      {isAllowed === false && (
        <>
          <p>{t('settings_clipboard_offer')}</p>
          {refused && <p role="alert">{t('settings_access_refused')}</p>}
        </>
      )}
      {isAllowed !== null && (
        <div class="actions">
          <Button onClick={isAllowed ? onGiveBack : onAsk}>
            {t(isAllowed ? 'settings_clipboard_give_back' : 'settings_clipboard_ask')}
          </Button>
        </div>
      )}
    </section>
  );
}
