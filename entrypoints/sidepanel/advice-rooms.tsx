/** The rooms that explain: what an error means, and whether an app password is needed at all. The panel
 * loads them when one is opened. */
import '@/components/styles/fix.css';
import { useMemo } from 'preact/hooks';
import { adminLetter } from '@/components/admin-text.tsx';
import { Adviser } from '@/components/adviser.tsx';
import { Fix } from '@/components/fix.tsx';
import type { HeadingProps } from '@/components/frame.tsx';
import { OptionMissing } from '@/components/option-missing.tsx';
import { Questions } from '@/components/questions.tsx';
import { adminMessage } from '@/utils/advisor/admin-message.ts';
import { verdictFor } from '@/utils/advisor/advise.ts';
import { compareOptions } from '@/utils/advisor/alternatives.ts';
import { CAUSES } from '@/utils/advisor/option-missing.ts';
import { QUESTIONS } from '@/utils/advisor/questions.ts';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import type { App } from '@/utils/catalogue/app.ts';
import { APPS, appById } from '@/utils/catalogue/index.ts';
import { adminFacts, knownCauses } from '@/utils/helpdesk/managed.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { Day } from '@/utils/lib/day.ts';
import { diagnose, diagnoseFamily, diagnoseSymptom, redact, SYMPTOMS } from '@/utils/troubleshoot/index.ts';
import { hrefOf } from './router.ts';

interface RoomProps {
  readonly onShown: HeadingProps['onShown'];
  readonly today: Day;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly policy: Policy;
  /** The list that the person sees under Apps; Keytag's own while that one loads. */
  readonly apps?: readonly App[] | undefined;
}

const FIX_TOOLS = { SYMPTOMS, diagnose, diagnoseSymptom, diagnoseFamily, redact };
const ADVISER_TOOLS = { verdictFor, compareOptions, adminMessage };

export function FixRoom(props: RoomProps) {
  return (
    <Fix
      {...props}
      tools={FIX_TOOLS}
      causes={CAUSES}
      adminText={sendingLetter(props.today)}
      missingHref={hrefOf({ at: 'option-missing' })}
      questionsHref={hrefOf({ at: 'questions' })}
    />
  );
}

export function OptionMissingRoom({ today, policy, ...props }: RoomProps) {
  return (
    <OptionMissing
      {...props}
      known={knownCauses(policy)}
      adminText={sendingLetter(today, 'missing')}
      appsHref={hrefOf({ at: 'apps' })}
    />
  );
}

export function QuestionsRoom({ onShown }: RoomProps) {
  return <Questions onShown={onShown} questions={QUESTIONS} />;
}

export function AdviserRoom({ policy, apps = APPS, ...props }: RoomProps) {
  const tools = useMemo(() => ({ ...ADVISER_TOOLS, apps }), [apps]);
  return (
    <Adviser
      {...props}
      facts={adminFacts(policy)}
      tools={tools}
      appHref={(id) => hrefOf({ at: 'app', id })}
      listHref={hrefOf({ at: 'apps' })}
    />
  );
}

/** What to ask the admin of a device that sends by password; which device it is plays no part in the text. */
function sendingLetter(today: Day, appPasswords: AdminFacts['appPasswords'] = 'unknown'): string | null {
  const app = appById('other-device');
  if (!app) return null;
  const admin: AdminFacts = { smtpAuth: 'unknown', appPasswords };
  const message = adminMessage({ app, account: 'work', purpose: 'send', admin, today });
  return message && adminLetter(message);
}
