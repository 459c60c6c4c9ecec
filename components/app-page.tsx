/** One app: what it is for, the verdict, what to do instead, and where it helps the start of the guide. */
import type { ComponentChildren } from 'preact';
import type { AdminFacts, Alternative, Verdict } from '@/utils/advisor/verdict.ts';
import type { AccountKind, App, Purpose } from '@/utils/catalogue/app.ts';
import type { Day } from '@/utils/lib/day.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { AdminText } from './admin-text.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { Choice, OutsideLink } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';
import { type SetupLine, SetupList } from './setup-list.tsx';
import { StartForm, type StartFormProps } from './start-form.tsx';
import { VerdictView } from './verdict.tsx';

/** What the person said about themselves; kept while they look at several apps. */
export interface Answers {
  readonly account: AccountKind;
  readonly purpose: Purpose;
  readonly admin: AdminFacts;
}

export interface AppPageProps {
  readonly onShown: HeadingProps['onShown'];
  readonly app: App;
  /** Who says what stands here; nothing for Keytag's own apps. */
  readonly origin?: ComponentChildren;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  /** Which questions on the admin the organisation has answered. */
  readonly known: { readonly smtpAuth: boolean; readonly appPasswords: boolean };
  readonly verdict: Verdict;
  readonly today: Day;
  /** Set-up with Microsoft's own sign-in window; empty where the app has none. */
  readonly modern: readonly SetupLine[];
  /** The ready-to-run set-up; nothing where the app has none. */
  readonly ready: ComponentChildren;
  /** What to ask the admin, ready to send; `null` where no admin can help. */
  readonly adminText: string | null;
  readonly start: Omit<StartFormProps, 'offer' | 'primary' | 'appName'>;
  /** Another app's guide that starting would end. */
  readonly running: string | null;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly listHref: string;
}

/** Personal accounts make app passwords on a page Keytag can't read (sources: utils/advisor/microsoft.ts). */
const PERSONAL_PAGE = 'https://account.microsoft.com/security';

const PURPOSES: Readonly<Record<Purpose, MessageKey>> = {
  read: 'app_purpose_read',
  send: 'app_purpose_send',
  'sign-in': 'app_purpose_sign_in',
};

export function AppPage(props: AppPageProps) {
  const { onShown, app, origin, answers, onAnswers, verdict, today, listHref } = props;
  return (
    <article class="app-page">
      <a class="back" href={listHref}>
        <Icon name="back" />
        <span>{t('nav_apps')}</span>
      </a>
      <header class="app-head">
        <Heading onShown={onShown}>
          <bdi>{app.name}</bdi>
        </Heading>
        <p class="quiet">
          <bdi>{app.vendor}</bdi>
        </p>
      </header>
      {origin}
      <div class="choices">
        <Choice
          legend={t('app_account')}
          value={answers.account}
          options={[
            { value: 'work', label: t('app_account_work') },
            { value: 'personal', label: t('app_account_personal') },
          ]}
          onChoose={(account) => onAnswers({ ...answers, account })}
        />
        {app.purposes.length > 1 && (
          <Choice
            legend={t('app_purpose')}
            value={answers.purpose}
            options={app.purposes.map((purpose) => ({ value: purpose, label: t(PURPOSES[purpose]) }))}
            onChoose={(purpose) => onAnswers({ ...answers, purpose })}
          />
        )}
      </div>
      {answers.account === 'work' && !app.needsAppPassword && (
        <AdminChoices answers={answers} onAnswers={onAnswers} known={props.known} />
      )}
      <VerdictView verdict={verdict} account={answers.account} purpose={answers.purpose} />
      <ClockNotice today={today} assumes={verdict.assumes} checked={verdict.checked} />
      <Ways {...props} />
    </article>
  );
}

function AdminChoices({ answers, onAnswers, known }: Pick<AppPageProps, 'answers' | 'onAnswers' | 'known'>) {
  const { admin } = answers;
  return (
    <details class="more" open={known.smtpAuth || known.appPasswords}>
      <summary>
        <Icon name="forward" />
        <span>{t('app_admin_title')}</span>
      </summary>
      <div class="choices">
        <Choice
          legend={t('app_admin_smtp')}
          value={admin.smtpAuth}
          options={[
            { value: 'unknown', label: t('app_admin_unknown') },
            { value: 'allowed', label: t('app_admin_allowed') },
            { value: 'blocked', label: t('app_admin_blocked') },
          ]}
          onChoose={(smtpAuth) => onAnswers({ ...answers, admin: { ...admin, smtpAuth } })}
          isManaged={known.smtpAuth}
        />
        <Choice
          legend={t('app_admin_offered')}
          value={admin.appPasswords}
          options={[
            { value: 'unknown', label: t('app_admin_unknown') },
            { value: 'offered', label: t('app_admin_yes') },
            { value: 'missing', label: t('app_admin_no') },
          ]}
          onChoose={(appPasswords) => onAnswers({ ...answers, admin: { ...admin, appPasswords } })}
          isManaged={known.appPasswords}
        />
      </div>
    </details>
  );
}

/** The ways from here, the best one first. */
function Ways(props: AppPageProps) {
  const { app, answers, verdict, modern, ready, running, onCopy } = props;
  const modernFirst = modern.length > 0 && (verdict.next === 'modern-setup' || verdict.kind === 'not-needed');
  // Where its own set-up stands on the screen, "use modern sign-in" would say it twice.
  const instead = verdict.instead.filter((way) => !(way === 'modern-sign-in' && modern.length > 0));
  const modernWay = modern.length > 0 && (
    <ModernWay lines={modern} open={modernFirst} onCopy={onCopy} key="modern" />
  );
  const insteadWay = instead.length > 0 && (
    <InsteadWay ways={instead} better={verdict.kind !== 'cannot-work'} />
  );

  const askAdmin = verdict.next === 'ask-admin' && props.adminText !== null && (
    <AdminWay text={props.adminText} onCopy={onCopy} />
  );

  if (verdict.next === 'personal-page') {
    return (
      <>
        <PersonalWay />
        {insteadWay}
      </>
    );
  }
  if (verdict.kind === 'not-needed' || verdict.kind === 'cannot-work') {
    return (
      <>
        {askAdmin}
        {modernWay}
        {ready}
        {insteadWay}
        <StartForm {...props.start} key="try" appName={app.name} offer="rehearsal" primary={false} />
        {verdict.kind === 'not-needed' && answers.account === 'work' && app.passwordSending.possible && (
          <details class="more">
            <summary>
              <Icon name="forward" />
              <span>{t('app_anyway_title')}</span>
            </summary>
            <p>{t('app_anyway_text')}</p>
            <StartForm {...props.start} key="start" appName={app.name} offer="guide" primary={false} />
          </details>
        )}
      </>
    );
  }
  return (
    <>
      {askAdmin}
      {modernFirst && modernWay}
      <section class="card" aria-labelledby="start-title">
        <h2 id="start-title">{t('app_start_title')}</h2>
        {running !== null && <p class="quiet">{t('app_start_ends_other', running)}</p>}
        <StartForm
          {...props.start}
          key="start"
          appName={app.name}
          offer="both"
          primary={verdict.next === 'guide'}
        />
      </section>
      {ready}
      {!modernFirst && modernWay}
      {insteadWay}
    </>
  );
}

function Way({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="way">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface ModernWayProps {
  readonly lines: readonly SetupLine[];
  readonly open: boolean;
  readonly onCopy: (text: string) => Promise<boolean>;
}

function ModernWay({ lines, open, onCopy }: ModernWayProps) {
  const list = <SetupList label={t('app_modern_title')} lines={lines} onCopy={onCopy} />;
  if (open) {
    return (
      <Way title={t('app_modern_title')}>
        <p class="quiet">{t('app_modern_text')}</p>
        {list}
      </Way>
    );
  }
  return (
    <details class="more">
      <summary>
        <Icon name="forward" />
        <span>{t('app_modern_better')}</span>
      </summary>
      <p class="quiet">{t('app_modern_text')}</p>
      {list}
    </details>
  );
}

/** Messages of an alternative (utils/advisor/advise.ts, alternativeTitle): its name, and `_why` in a sentence. */
function alternativeKey(way: Alternative, part: '' | '_why' = ''): MessageKey {
  return `alternative_${way.replaceAll('-', '_')}${part}` as MessageKey;
}

function InsteadWay({ ways, better }: { readonly ways: readonly Alternative[]; readonly better: boolean }) {
  return (
    <Way title={t(better ? 'app_instead_better' : 'app_instead_title')}>
      <ul class="instead">
        {ways.map((way) => (
          <li key={way}>
            <p class="instead-title">{t(alternativeKey(way))}</p>
            <p class="quiet">{t(alternativeKey(way, '_why'))}</p>
          </li>
        ))}
      </ul>
    </Way>
  );
}

function AdminWay({
  text,
  onCopy,
}: {
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  return (
    <Way title={t('app_ask_admin_title')}>
      <p>{t('app_ask_admin_text')}</p>
      <AdminText text={text} onCopy={onCopy} primary />
    </Way>
  );
}

function PersonalWay() {
  return (
    <Way title={t('app_personal_title')}>
      <p>{t('app_personal_text')}</p>
      <p>
        <OutsideLink href={PERSONAL_PAGE}>{t('app_personal_link')}</OutsideLink>
      </p>
    </Way>
  );
}
