/** Says which day an answer is for, where the device's date can hardly be right. */
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { judgeClock } from '@/utils/timeline/clock.ts';
import { Notice } from './controls.tsx';
import { dayText } from './day-text.ts';

export interface ClockNoticeProps {
  readonly today: Day;
  /** The day the answer is given for. */
  readonly assumes: Day;
  /** The newest day on which the facts behind it were checked. */
  readonly checked: Day;
}

export function ClockNotice({ today, assumes, checked }: ClockNoticeProps) {
  const clock = judgeClock(today, checked);
  if (clock === 'plausible') return null;
  return (
    <Notice tone={clock === 'behind' ? 'info' : 'caution'}>
      <p>
        {clock === 'behind'
          ? t('clock_behind', dayText(today), dayText(assumes))
          : t('clock_far_ahead', dayText(assumes), dayText(checked))}
      </p>
    </Notice>
  );
}
