/** Settings of reminders, and the calendar file. Every change holds at once. */
import { useState } from 'preact/hooks';
import { t } from '@/utils/platform/i18n.ts';
import {
  INTERVAL_MAX,
  INTERVAL_MIN,
  INTERVALS,
  isInterval,
  isQuiet,
  LEADS,
  type Lead,
  type ReminderSettings as Settings,
  windowHour,
} from '@/utils/rotation/settings.ts';
import { Button } from './controls.tsx';
import { SelectField, TextField, Tick } from './inventory/fields.tsx';
import { numberText } from './inventory/time.ts';
import { hourText } from './moment-text.ts';

export interface ReminderSettingsProps {
  /** Those in force. */
  readonly settings: Settings;
  /** Which of them the organisation decides. */
  readonly managed: ReadonlySet<keyof Settings>;
  /** How the last change went; `null` before one. */
  readonly outcome: 'saved' | 'failed' | null;
  readonly onChange: (settings: Settings) => void;
  readonly isUnlocked: boolean;
  /** @returns how many events the file holds */
  readonly onExport: (withNames: boolean) => Promise<number>;
}

export function ReminderSettings({
  settings,
  managed,
  outcome,
  onChange,
  isUnlocked,
  onExport,
}: ReminderSettingsProps) {
  const set = (change: Partial<Settings>) => onChange({ ...settings, ...change });
  const { quiet } = settings;
  return (
    <>
      <section class="card" aria-labelledby="settings-reminders">
        <h2 id="settings-reminders">{t('rs_title')}</h2>
        <Tick
          label={t('rs_on')}
          hint={t('rs_on_hint')}
          isOn={settings.isOn}
          onChange={(isOn) => set({ isOn })}
          isManaged={managed.has('isOn')}
        />
        <div class="rs-pair">
          <SelectField
            label={t('rs_lead')}
            value={String(settings.lead)}
            options={LEADS.map((lead) => ({ value: String(lead), label: leadText(lead) }))}
            onChoose={(lead) => set({ lead: LEADS.find((each) => String(each) === lead) ?? settings.lead })}
            isManaged={managed.has('lead')}
          />
          <HourField label={t('rs_hour')} hour={settings.hour} onChange={(hour) => set({ hour })} />
        </div>
        <Tick
          label={t('rs_quiet')}
          isOn={quiet !== null}
          isManaged={managed.has('quiet')}
          onChange={(isOn) => set({ quiet: isOn ? { from: 20, to: 8 } : null })}
        />
        {quiet && (
          <div class="rs-pair">
            <HourField
              label={t('rs_quiet_from')}
              hour={quiet.from}
              isManaged={managed.has('quiet')}
              onChange={(from) => set({ quiet: { ...quiet, from } })}
            />
            <HourField
              label={t('rs_quiet_to')}
              hour={quiet.to}
              isManaged={managed.has('quiet')}
              onChange={(to) => set({ quiet: { ...quiet, to } })}
            />
          </div>
        )}
        {isQuiet(settings, settings.hour) && (
          <p class="quiet small">{t('rs_quiet_moved', hourText(windowHour(settings)))}</p>
        )}
        <Tick
          label={t('rs_names')}
          hint={t('rs_names_hint')}
          isOn={settings.showsNames}
          onChange={(showsNames) => set({ showsNames })}
        />
        <IntervalField
          key={managed.has('interval') ? `managed ${settings.interval}` : 'own'}
          interval={settings.interval}
          onChange={(interval) => set({ interval })}
          isManaged={managed.has('interval')}
        />
        <p role="status" class={outcome ? 'small' : 'visually-hidden'}>
          {outcome === 'saved' ? t('rs_saved') : outcome === 'failed' ? t('due_failed') : ''}
        </p>
      </section>
      <CalendarCard isUnlocked={isUnlocked} onExport={onExport} />
    </>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface HourProps {
  readonly label: string;
  readonly hour: number;
  readonly onChange: (hour: number) => void;
  readonly isManaged?: boolean;
}

function HourField({ label, hour, onChange, isManaged = false }: HourProps) {
  return (
    <SelectField
      label={label}
      value={String(hour)}
      options={HOURS.map((each) => ({ value: String(each), label: hourText(each) }))}
      onChoose={(chosen) => onChange(Number(chosen))}
      isManaged={isManaged}
    />
  );
}

interface IntervalProps {
  readonly interval: Settings['interval'];
  readonly onChange: (interval: Settings['interval']) => void;
  readonly isManaged: boolean;
}

function IntervalField({ interval, onChange, isManaged }: IntervalProps) {
  // What the organisation chose is shown as one choice, whatever it is.
  const offered = isManaged && interval !== null ? [interval] : INTERVALS;
  const isListed = offered.some((each) => each === interval);
  const [isOwn, setOwn] = useState(interval !== null && !isListed);
  const [typed, setTyped] = useState(String(interval ?? ''));
  const isBad = !isInterval(Number(typed));
  return (
    <>
      <SelectField
        label={t('rs_interval')}
        value={isOwn ? 'own' : String(interval ?? 'off')}
        options={[
          { value: 'off', label: t('rs_interval_off') },
          ...offered.map((days) => ({ value: String(days), label: t('rs_interval_n', numberText(days)) })),
          ...(isManaged ? [] : [{ value: 'own', label: t('rs_interval_own') }]),
        ]}
        isManaged={isManaged}
        onChoose={(value) => {
          setOwn(value === 'own');
          if (value === 'off') onChange(null);
          else if (value !== 'own') {
            setTyped(value);
            onChange(Number(value));
          }
        }}
      />
      {isOwn && (
        <TextField
          label={t('rs_interval_days')}
          value={typed}
          error={isBad && typed !== '' ? t('rs_interval_bad', INTERVAL_MIN, numberText(INTERVAL_MAX)) : null}
          onInput={(text) => {
            setTyped(text);
            if (isInterval(Number(text))) onChange(Number(text));
          }}
        />
      )}
      <p class="quiet small">{t('rs_interval_hint')}</p>
    </>
  );
}

type CalendarProps = Pick<ReminderSettingsProps, 'isUnlocked' | 'onExport'>;

function CalendarCard({ isUnlocked, onExport }: CalendarProps) {
  const [wantsNames, setWantsNames] = useState(false);
  const [said, setSaid] = useState('');
  const send = async () => {
    try {
      const count = await onExport(wantsNames && isUnlocked);
      if (count === 0) setSaid(t('calendar_empty'));
      else setSaid(count === 1 ? t('calendar_done_one') : t('calendar_done_many', numberText(count)));
    } catch {
      setSaid(t('due_failed'));
    }
  };
  return (
    <section class="card" aria-labelledby="settings-calendar">
      <h2 id="settings-calendar">{t('calendar_title')}</h2>
      <p>{t('calendar_text')}</p>
      {isUnlocked ? (
        <Tick
          label={t('calendar_names')}
          hint={t('calendar_names_hint')}
          isOn={wantsNames}
          onChange={setWantsNames}
        />
      ) : (
        <p class="quiet small">{t('calendar_names_locked')}</p>
      )}
      <div class="actions">
        <Button onClick={() => void send()}>{t('calendar_export')}</Button>
        <span role="status" class="small">
          {said}
        </span>
      </div>
    </section>
  );
}

function leadText(lead: Lead): string {
  if (lead === 0) return t('rs_lead_0');
  return lead === 1 ? t('rs_lead_1') : t('rs_lead_n', numberText(lead));
}
