/** What is due, on Home: the entries while the inventory is open, else their number; and how reminders stand. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Day } from '@/utils/lib/day.ts';
import { daysAfter } from '@/utils/lib/days.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import type { ReminderLook } from '@/utils/rotation/look.ts';
import { snoozeLimits } from '@/utils/rotation/snooze.ts';
import { Button, Notice } from './controls.tsx';
import { daysLeftText, dayText } from './day-text.ts';
import { Icon } from './icon.tsx';
import { TextField } from './inventory/fields.tsx';
import { numberText } from './inventory/time.ts';
import { momentText } from './moment-text.ts';

export interface DueEntry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Days until its day; negative when it is over. */
  readonly left: number;
  /** Put off until then; `null` when it counts. */
  readonly putOff: Day | null;
}

export interface DueProps {
  readonly today: Day;
  /** The most pressing first; `null` while the inventory is locked. */
  readonly entries: readonly DueEntry[] | null;
  /** `null` before the first look. */
  readonly look: ReminderLook | null;
  readonly isOn: boolean;
  /** The last thing the person asked for did not work. */
  readonly hasFailed: boolean;
  readonly onRotate: (id: string) => void;
  /** @param ids `null` for everything */
  readonly onSnooze: (ids: readonly string[] | null, until: Day) => void;
  readonly onTrustClock: () => void;
  readonly inventoryHref: string;
  readonly settingsHref: string;
}

/** More are in the inventory. */
const SHOWN = 6;

export function Due(props: DueProps) {
  const { today, entries, look, isOn, hasFailed, inventoryHref, settingsHref } = props;
  const isDoubtful = look !== null && look.clock !== 'fine';
  return (
    <section class="card due-card" aria-labelledby="home-due">
      <h2 id="home-due">{t('due_title')}</h2>
      {look && isDoubtful && <ClockDoubt look={look} onTrust={props.onTrustClock} />}
      {!isDoubtful &&
        (entries ? (
          <OpenList {...props} entries={entries} />
        ) : (
          <LockedCounts look={look} today={today} onSnooze={props.onSnooze} inventoryHref={inventoryHref} />
        ))}
      <div role="status">
        {hasFailed && <p class="due-failed">{t('due_failed')}</p>}
        {isOn && look?.delivery === 'denied' && (
          <Notice tone="caution" title={t('due_denied_title')}>
            <p>{t('due_denied_text')}</p>
          </Notice>
        )}
        {isOn && look?.delivery === 'dropped' && (
          <Notice tone="caution" title={t('due_dropped_title')}>
            <p>{t('due_dropped_text')}</p>
          </Notice>
        )}
      </div>
      <p class="due-foot quiet small">
        {!isOn && <span>{t('due_off')}</span>}
        <span>
          {look
            ? t('due_checked', momentText(look.at, today), momentText(look.next, today))
            : t('due_not_checked')}
        </span>
        <a class="link" href={settingsHref}>
          {t('due_settings')}
        </a>
      </p>
    </section>
  );
}

function ClockDoubt({ look, onTrust }: { readonly look: ReminderLook; readonly onTrust: () => void }) {
  if (look.clock === 'behind') {
    return (
      <Notice tone="caution">
        <p>{t('due_clock_behind', dayText(look.today))}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="caution"
      title={t('due_clock_title', dayText(look.today))}
      actions={<Button onClick={onTrust}>{t('due_clock_yes')}</Button>}
    >
      <p>{t('due_clock_text', dayText(look.lastDay))}</p>
      <p>{t('due_clock_no')}</p>
    </Notice>
  );
}

type LockedProps = Pick<DueProps, 'look' | 'today' | 'onSnooze' | 'inventoryHref'>;

function LockedCounts({ look, today, onSnooze, inventoryHref }: LockedProps) {
  if (!look) return null;
  const { counts } = look;
  const due = counts.overdue + counts.today;
  const lines = [
    ...(counts.overdue > 0
      ? [counted(['reminders_overdue_one', 'reminders_overdue_many'], counts.overdue)]
      : []),
    ...(counts.today > 0 ? [counted(['reminders_today_one', 'reminders_today_many'], counts.today)] : []),
    ...(counts.soon > 0 ? [counted(['reminders_soon_one', 'reminders_soon_many'], counts.soon)] : []),
    ...(counts.snoozed > 0 ? [counted(['due_snoozed_one', 'due_snoozed_many'], counts.snoozed)] : []),
  ];
  if (lines.length === 0) return <p class="quiet">{t('due_none')}</p>;
  const isAny = due + counts.soon > 0;
  return (
    <>
      {isAny && (
        <p class={due > 0 ? 'due-lead due-late' : 'due-lead'}>
          <Icon name={due > 0 ? 'careful' : 'wait'} size={20} />
          <span>
            {due > 0
              ? counted(['reminders_title_due_one', 'reminders_title_due_many'], due)
              : counted(['reminders_title_soon_one', 'reminders_title_soon_many'], counts.soon)}
          </span>
        </p>
      )}
      <p>{lines.join(' ')}</p>
      {isAny && <p class="quiet small">{t('due_locked_some')}</p>}
      <SnoozeRow today={today} onSnooze={(until) => onSnooze(null, until)} canSnooze={isAny}>
        <a class="button button-secondary" href={inventoryHref}>
          <span>{t('due_open_inventory')}</span>
        </a>
      </SnoozeRow>
    </>
  );
}

type OpenProps = DueProps & { readonly entries: readonly DueEntry[] };

function OpenList({ entries, today, onRotate, onSnooze, inventoryHref }: OpenProps) {
  const rest = entries.length - SHOWN;
  if (entries.length === 0) return <p class="quiet">{t('due_none')}</p>;
  return (
    <>
      <ul class="ruled">
        {entries.slice(0, SHOWN).map((entry) => (
          <DueLine
            key={entry.id}
            entry={entry}
            today={today}
            onRotate={() => onRotate(entry.id)}
            onSnooze={(until) => onSnooze([entry.id], until)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <a class="link" href={inventoryHref}>
          {counted(['due_more_one', 'due_more_many'], rest)}
        </a>
      )}
    </>
  );
}

interface LineProps {
  readonly entry: DueEntry;
  readonly today: Day;
  readonly onRotate: () => void;
  readonly onSnooze: (until: Day) => void;
}

function DueLine({ entry: { title, href, left, putOff }, today, onRotate, onSnooze }: LineProps) {
  const id = useId();
  const isLate = left <= 0 && putOff === null;
  return (
    <li class="due-line">
      <a class="link due-name" id={id} href={href}>
        <bdi>{title}</bdi>
      </a>
      <p class={isLate ? 'due-when due-late' : 'due-when'}>
        <Icon name={isLate ? 'careful' : 'wait'} />
        <span>{putOff === null ? leftText(left) : t('due_snoozed_until', dayText(putOff))}</span>
      </p>
      <SnoozeRow today={today} onSnooze={onSnooze} canSnooze={putOff === null} about={id}>
        <Described by={id} label={t('due_rotate')} onClick={onRotate} />
      </SnoozeRow>
    </li>
  );
}

interface SnoozeProps {
  readonly today: Day;
  readonly canSnooze: boolean;
  readonly onSnooze: (until: Day) => void;
  /** Names what is put off, for people who hear the button alone. */
  readonly about?: string;
  readonly children: ComponentChildren;
}

/** Buttons with `Snooze` among them, which opens the three ways to put off. */
function SnoozeRow({ today, canSnooze, onSnooze, about, children }: SnoozeProps) {
  const [isOpen, setOpen] = useState(false);
  const choose = (until: Day) => {
    setOpen(false);
    onSnooze(until);
  };
  return (
    <>
      <div class="actions">
        {children}
        {canSnooze && (
          <Described by={about} label={t('due_snooze')} isOpen={isOpen} onClick={() => setOpen(!isOpen)} />
        )}
      </div>
      {isOpen && canSnooze && <SnoozeChoice today={today} onChoose={choose} />}
    </>
  );
}

function SnoozeChoice({ today, onChoose }: { readonly today: Day; readonly onChoose: (until: Day) => void }) {
  const { first, last } = snoozeLimits(today);
  const [day, setDay] = useState<string>(daysAfter(today, 30));
  const [tries, setTries] = useState(0);
  const isBad = day < first || day > last;
  const send = () => (isBad ? setTries(tries + 1) : onChoose(day as Day));
  return (
    <div class="due-snooze">
      <div class="actions">
        <Button onClick={() => onChoose(first)}>{t('due_snooze_day')}</Button>
        <Button onClick={() => onChoose(daysAfter(today, 7))}>{t('due_snooze_week')}</Button>
      </div>
      <TextField
        label={t('due_snooze_day_field')}
        kind="day"
        value={day}
        max={last}
        error={tries > 0 && isBad ? t('due_snooze_bad', dayText(first), dayText(last)) : null}
        focusCount={tries}
        onInput={setDay}
      />
      <div class="actions">
        <Button onClick={send}>{t('due_snooze_until')}</Button>
      </div>
    </div>
  );
}

interface DescribedProps {
  readonly label: string;
  readonly by: string | undefined;
  readonly isOpen?: boolean;
  readonly onClick: () => void;
}

/** A button whose name is the same for each entry; what it is about is its description. */
function Described({ label, by, isOpen, onClick }: DescribedProps) {
  return (
    <button
      type="button"
      class="button button-secondary"
      aria-describedby={by}
      aria-expanded={isOpen}
      onClick={onClick}
    >
      <span>{label}</span>
    </button>
  );
}

function leftText(left: number): string {
  if (left === -1) return t('inventory_due_late_one');
  return left < 0 ? t('inventory_due_late', numberText(-left)) : daysLeftText(left);
}

function counted([one, many]: readonly [MessageKey, MessageKey], count: number): string {
  return count === 1 ? t(one) : t(many, numberText(count));
}
