/** Do I need one? At most four plain questions, then the verdict, the text for the admin, and the other ways. */
import { useId, useState } from 'preact/hooks';
import type { AdminMessage } from '@/utils/advisor/admin-message.ts';
import type { Comparison } from '@/utils/advisor/alternatives.ts';
import type { AdminFacts, Question, Verdict } from '@/utils/advisor/verdict.ts';
import type { AccountKind, App, AppKind, Purpose } from '@/utils/catalogue/app.ts';
import { isOther } from '@/utils/catalogue/other.ts';
import type { Day } from '@/utils/lib/day.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { AdminText, adminLetter } from './admin-text.tsx';
import { Alternatives } from './alternatives.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { Button, Choice } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';
import { VerdictView } from './verdict.tsx';

/** What the adviser asks of the catalogue and the advisor; the panel loads both when they are first used. */
export interface AdviserTools {
  /** In the order of lists. */
  readonly apps: readonly App[];
  verdictFor(question: Question): Verdict;
  compareOptions(question: Question): Comparison;
  adminMessage(question: Question): AdminMessage | null;
}

export interface AdviserProps {
  readonly onShown: HeadingProps['onShown'];
  /** `null` while it loads. */
  readonly tools: AdviserTools | null;
  /** What the organisation says of its tenant. */
  readonly facts: AdminFacts;
  readonly today: Day;
  readonly appHref: (id: string) => string;
  readonly listHref: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The one answer to what the admin allows. */
type Allowed = 'allowed' | 'blocked' | 'missing' | 'unknown';

interface Given {
  readonly account: AccountKind | null;
  readonly app: string | null;
  readonly purpose: Purpose | null;
  readonly allowed: Allowed | null;
}

const NOTHING: Given = { account: null, app: null, purpose: null, allowed: null };

const ADMIN: Readonly<Record<Allowed, AdminFacts>> = {
  allowed: { smtpAuth: 'allowed', appPasswords: 'unknown' },
  blocked: { smtpAuth: 'blocked', appPasswords: 'unknown' },
  missing: { smtpAuth: 'unknown', appPasswords: 'missing' },
  unknown: { smtpAuth: 'unknown', appPasswords: 'unknown' },
};

const PURPOSES: Readonly<Record<Purpose, MessageKey>> = {
  read: 'app_purpose_read',
  send: 'app_purpose_send',
  'sign-in': 'app_purpose_sign_in',
};

export function Adviser({ onShown, tools, facts, today, appHref, listHref, onCopy }: AdviserProps) {
  const [given, setGiven] = useState<Given>(NOTHING);
  const app = tools?.apps.find((candidate) => candidate.id === given.app) ?? null;
  const question = app && questionOf(app, given, facts, today);
  return (
    <article class="adviser">
      <a class="back" href={listHref}>
        <Icon name="back" />
        <span>{t('nav_apps')}</span>
      </a>
      <Heading onShown={onShown}>{t('adviser_open')}</Heading>
      <p class="quiet">{t('adviser_text')}</p>
      {tools === null ? (
        <p class="quiet loading">{t('common_loading')}</p>
      ) : (
        <Questions given={given} onGiven={setGiven} app={app} apps={tools.apps} known={allowedBy(facts)} />
      )}
      {tools && app && question && (
        <Answer
          key={`${app.id} ${question.account} ${question.purpose}`}
          tools={tools}
          question={question}
          today={today}
          appHref={appHref(app.id)}
          onCopy={onCopy}
          onAgain={() => setGiven(NOTHING)}
        />
      )}
    </article>
  );
}

/** `null` until everything this app needs is answered. */
function questionOf(app: App, given: Given, facts: AdminFacts, today: Day): Question | null {
  const purpose = given.purpose ?? onlyPurpose(app);
  if (given.account === null || purpose === null || !app.purposes.includes(purpose)) return null;
  if (asksForAdmin(app, given) && given.allowed === null && allowedBy(facts) === null) return null;
  const admin = given.allowed === null ? facts : ADMIN[given.allowed];
  return { app, account: given.account, purpose, admin, today };
}

/** The organisation's answer, if it has given one. */
function allowedBy({ smtpAuth, appPasswords }: AdminFacts): Allowed | null {
  if (smtpAuth === 'blocked') return 'blocked';
  if (appPasswords === 'missing') return 'missing';
  return smtpAuth === 'allowed' ? 'allowed' : null;
}

function onlyPurpose(app: App): Purpose | null {
  return app.purposes.length === 1 ? (app.purposes[0] ?? null) : null;
}

/** What the admin allows matters only where an app password could send. */
function asksForAdmin(app: App, given: Given): boolean {
  const { support } = app.modernSignIn;
  return (
    given.account === 'work' &&
    (given.purpose ?? onlyPurpose(app)) === 'send' &&
    app.passwordSending.possible &&
    !app.retired &&
    !app.needsAppPassword &&
    support !== 'always' &&
    support !== 'since'
  );
}

interface QuestionsProps {
  readonly given: Given;
  readonly onGiven: (given: Given) => void;
  readonly app: App | null;
  readonly apps: readonly App[];
  readonly known: Allowed | null;
}

function Questions({ given, onGiven, app, apps, known }: QuestionsProps) {
  const purposeIsOpen = app !== null && app.purposes.length > 1;
  return (
    <div class="adviser-questions">
      <Choice
        isQuestion
        legend={t('adviser_account')}
        value={given.account}
        options={[
          { value: 'work', label: t('app_account_work') },
          { value: 'personal', label: t('app_account_personal') },
        ]}
        onChoose={(account) => onGiven({ ...given, account })}
      />
      {given.account !== null && (
        <AppQuestion
          apps={apps}
          value={given.app}
          onChoose={(id) => onGiven({ ...given, app: id, purpose: null, allowed: null })}
        />
      )}
      {given.account !== null && purposeIsOpen && (
        <Choice
          isQuestion
          legend={t('adviser_purpose')}
          value={given.purpose}
          options={app.purposes.map((purpose) => ({ value: purpose, label: t(PURPOSES[purpose]) }))}
          onChoose={(purpose) => onGiven({ ...given, purpose })}
        />
      )}
      {app !== null && asksForAdmin(app, given) && (
        <Choice
          isQuestion
          legend={t('adviser_admin')}
          value={given.allowed ?? known}
          isManaged={given.allowed === null && known !== null}
          options={[
            { value: 'unknown', label: t('app_admin_unknown') },
            { value: 'allowed', label: t('app_admin_allowed') },
            { value: 'blocked', label: t('app_admin_blocked') },
            { value: 'missing', label: t('adviser_admin_missing') },
          ]}
          onChoose={(allowed) => onGiven({ ...given, allowed })}
        />
      )}
    </div>
  );
}

const KINDS: readonly { readonly kind: AppKind; readonly label: MessageKey }[] = [
  { kind: 'mail-program', label: 'kind_mail_program' },
  { kind: 'mobile', label: 'kind_mobile' },
  { kind: 'device', label: 'kind_device' },
  { kind: 'service', label: 'kind_service' },
  { kind: 'script', label: 'kind_script' },
];

interface AppQuestionProps {
  readonly apps: readonly App[];
  readonly value: string | null;
  readonly onChoose: (id: string) => void;
}

function AppQuestion({ apps, value, onChoose }: AppQuestionProps) {
  const id = useId();
  const listed = apps.filter((app) => !isOther(app.id));
  const others = apps.filter((app) => isOther(app.id));
  return (
    <div class="field adviser-app">
      <label for={id}>{t('adviser_app')}</label>
      <select
        id={id}
        value={value ?? ''}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="" disabled>
          {t('adviser_app_choose')}
        </option>
        {KINDS.map(({ kind, label }) => (
          <optgroup key={kind} label={t(label)}>
            {listed
              .filter((app) => app.kind === kind)
              .map((app) => (
                <option key={app.id} value={app.id}>
                  {app.name}
                </option>
              ))}
          </optgroup>
        ))}
        <optgroup label={t('adviser_app_other')}>
          {others.map((app) => (
            <option key={app.id} value={app.id}>
              {app.name}
            </option>
          ))}
        </optgroup>
      </select>
      <p class="field-hint" id={`${id}-hint`}>
        {t('adviser_app_hint')}
      </p>
    </div>
  );
}

interface AnswerProps {
  readonly tools: AdviserTools;
  readonly question: Question;
  readonly today: Day;
  readonly appHref: string;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onAgain: () => void;
}

function Answer({ tools, question, today, appHref, onCopy, onAgain }: AnswerProps) {
  const verdict = tools.verdictFor(question);
  const letter = tools.adminMessage(question);
  const asksAdmin = verdict.next === 'ask-admin';
  return (
    <>
      <VerdictView verdict={verdict} account={question.account} purpose={question.purpose} />
      <ClockNotice today={today} assumes={verdict.assumes} checked={verdict.checked} />
      <div class="actions">
        <a class={asksAdmin ? 'button button-secondary' : 'button button-primary'} href={appHref}>
          <span>{t('adviser_next')}</span>
        </a>
        <Button look="quiet" onClick={onAgain}>
          {t('adviser_again')}
        </Button>
      </div>
      {letter && (
        <details class="more" open={asksAdmin}>
          <summary>
            <Icon name="forward" />
            <span>{t('help_admin_title')}</span>
          </summary>
          <AdminText text={adminLetter(letter)} onCopy={onCopy} primary={asksAdmin} />
        </details>
      )}
      <Alternatives comparison={tools.compareOptions(question)} />
    </>
  );
}
