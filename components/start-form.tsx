/** Device and name for a new app password, and the two buttons that begin: the real guide or the rehearsal. */
import { useState } from 'preact/hooks';
import { type NameProblem, nameProblem, suggestName, tidyName } from '@/utils/guide/name.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, Field, Notice } from './controls.tsx';

export interface StartRequest {
  readonly device: string;
  readonly name: string;
  readonly where: 'microsoft' | 'rehearsal';
}

export interface StartFormProps {
  readonly appName: string;
  /** A first guess at the device, for the person to change. */
  readonly device: string;
  /** Which buttons: both; only the guide's (the other stands elsewhere on the screen); only the rehearsal's. */
  readonly offer: 'both' | 'guide' | 'rehearsal';
  /** Whether starting the guide is the best thing to do on this screen. */
  readonly primary: boolean;
  readonly busy: boolean;
  /** Why the last start didn't work. */
  readonly problem: 'access' | 'failed' | null;
  readonly onStart: (request: StartRequest) => void;
}

export function StartForm({
  appName,
  device: guess,
  offer,
  primary,
  busy,
  problem,
  onStart,
}: StartFormProps) {
  const [device, setDevice] = useState(guess);
  // `null` while the name follows app and device by itself.
  const [own, setOwn] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const [focusCount, setFocusCount] = useState(0);
  const name = own ?? suggestName(appName, device, t('app_name_filler'));
  const found = nameProblem(name);

  const start = (where: StartRequest['where']) => {
    setChecked(true);
    if (found) {
      setFocusCount((count) => count + 1);
      return;
    }
    onStart({ device: tidyName(device), name: tidyName(name), where });
  };

  if (offer === 'rehearsal') {
    return (
      <div class="actions">
        <Button busy={busy} onClick={() => start('rehearsal')}>
          {t('app_try_first')}
        </Button>
        <p class="quiet small">{t('app_try_first_hint')}</p>
        {problem && <StartProblem problem={problem} />}
      </div>
    );
  }
  return (
    <form
      class="start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) start('microsoft');
      }}
    >
      <div class="fields">
        <Field label={t('app_device')} hint={t('app_device_hint')} value={device} onInput={setDevice} />
        <Field
          label={t('app_name')}
          hint={checked && found ? undefined : t('app_name_hint')}
          error={checked || own !== null ? errorText(found, checked) : null}
          value={name}
          onInput={setOwn}
          onBlur={() => setChecked(true)}
          focusCount={focusCount}
        />
      </div>
      <div class="actions">
        <Button type="submit" look={primary ? 'primary' : 'secondary'} busy={busy}>
          {t('app_start')}
        </Button>
        {offer === 'both' && (
          <Button look="quiet" busy={busy} onClick={() => start('rehearsal')}>
            {t('app_try_first')}
          </Button>
        )}
      </div>
      {problem && <StartProblem problem={problem} />}
      {offer === 'both' && <p class="quiet small">{t('app_try_first_hint')}</p>}
    </form>
  );
}

/** A short name is not blamed while it is being typed, only once the person has left the field. */
function errorText(problem: NameProblem | null, checked: boolean): string | null {
  switch (problem) {
    case 'empty':
      return checked ? t('app_name_empty') : null;
    case 'short':
      return checked ? t('app_name_short') : null;
    case 'long':
      return t('app_name_long');
    case null:
      return null;
  }
}

function StartProblem({ problem }: { readonly problem: 'access' | 'failed' }) {
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t(problem === 'access' ? 'app_start_no_access_title' : 'app_start_failed_title')}
    >
      <p>{t(problem === 'access' ? 'app_start_no_access' : 'app_start_failed')}</p>
    </Notice>
  );
}
