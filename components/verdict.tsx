/** The answer for one app: the verdict on its tag, then why, since and until when, and who says so. */
import type { DatedChange, Verdict, VerdictKind } from '@/utils/advisor/verdict.ts';
import type { AccountKind, Purpose } from '@/utils/catalogue/app.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Tag } from './controls.tsx';
import { dayText } from './day-text.ts';
import { Icon, type IconName } from './icon.tsx';
import { SentenceView } from './sentence.tsx';
import { Sources } from './sources.tsx';

type Tone = 'good' | 'caution' | 'bad';

const FACE: Readonly<Record<VerdictKind, { readonly icon: IconName; readonly tone: Tone }>> = {
  'not-needed': { icon: 'good', tone: 'good' },
  'only-for-sending': { icon: 'send', tone: 'caution' },
  'cannot-work': { icon: 'ban', tone: 'bad' },
  'depends-on-admin': { icon: 'question', tone: 'caution' },
  needed: { icon: 'key', tone: 'good' },
};

/** More reasons than these stand folded with the sources. */
const REASONS_SHOWN = 3;

const FOR: Readonly<Record<AccountKind, Readonly<Record<Purpose, MessageKey>>>> = {
  work: { read: 'app_for_work_read', send: 'app_for_work_send', 'sign-in': 'app_for_work_sign_in' },
  personal: {
    read: 'app_for_personal_read',
    send: 'app_for_personal_send',
    'sign-in': 'app_for_personal_sign_in',
  },
};

export interface VerdictViewProps {
  readonly verdict: Verdict;
  readonly account: AccountKind;
  readonly purpose: Purpose;
}

export function VerdictView({ verdict, account, purpose }: VerdictViewProps) {
  const face = FACE[verdict.kind];
  const [first, ...others] = verdict.reasons;
  const beside = others.slice(0, REASONS_SHOWN - 1);
  const more = others.slice(REASONS_SHOWN - 1);
  return (
    <section class="verdict" aria-label={t('app_verdict')}>
      <Tag tone={face.tone}>
        <h2 class="verdict-word">
          <Icon name={face.icon} size={20} />
          <span>{t(`verdict_${verdict.kind.replaceAll('-', '_')}` as MessageKey)}</span>
        </h2>
        <p class="verdict-for">{t(FOR[account][purpose])}</p>
        {first && (
          <p>
            <SentenceView of={first} />
          </p>
        )}
        <When since={verdict.since} until={verdict.until} />
      </Tag>
      <Reasons reasons={beside} />
      <Sources sources={verdict.sources} certainty={verdict.certainty}>
        <Reasons reasons={more} />
      </Sources>
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Sentence[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <li key={reason.key}>
          <SentenceView of={reason} />
        </li>
      ))}
    </ul>
  );
}

interface WhenProps {
  readonly since: DatedChange | undefined;
  readonly until: DatedChange | undefined;
}

function When({ since, until }: WhenProps) {
  if (!since && !until) return null;
  return (
    <dl class="when">
      {since && (
        <div>
          <dt>{t('app_since')}</dt>
          <dd>
            <time dateTime={since.day}>{dayText(since.day, since.precision)}</time>
          </dd>
        </div>
      )}
      {until && (
        <div>
          <dt>{t('app_until')}</dt>
          <dd>
            <time dateTime={until.day}>{dayText(until.day, until.precision)}</time>
          </dd>
        </div>
      )}
    </dl>
  );
}
