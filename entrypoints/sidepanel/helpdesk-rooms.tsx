/** The rooms for people who help others. The panel loads them when one is opened. */
import { type HelpdeskTool, Landing } from '@/components/helpdesk/landing.tsx';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { Day } from '@/utils/lib/day.ts';
import { HandoutRoom } from './handout-room.tsx';
import type { Ports } from './ports.ts';
import { type HelpdeskPage, hrefOf } from './router.ts';

export interface HelpdeskProps {
  readonly onShown: (heading: HTMLElement) => void;
  /** `null` for the first screen. A new room is a line of `HELPDESK_PAGES` (router.ts) and a case below. */
  readonly page: HelpdeskPage | null;
  readonly ports: Ports;
  readonly today: Day;
  /** `null` while it loads. */
  readonly knowledge: typeof import('./knowledge.ts') | null;
  readonly admin: AdminFacts;
  readonly policy: Policy;
}

/** A new tool is one line here. */
const TOOLS: readonly HelpdeskTool[] = [
  {
    href: hrefOf({ at: 'helpdesk', page: 'hand-outs' }),
    icon: 'print',
    title: 'handouts_title',
    text: 'handouts_text',
  },
  {
    href: hrefOf({ at: 'option-missing' }),
    icon: 'key',
    title: 'help_option_missing_title',
    text: 'helpdesk_missing_text',
  },
  {
    href: hrefOf({ at: 'questions' }),
    icon: 'question',
    title: 'questions_title',
    text: 'helpdesk_questions_text',
  },
];

export function HelpdeskRooms({ onShown, page, ports, today, knowledge, admin, policy }: HelpdeskProps) {
  switch (page) {
    case 'hand-outs':
      return (
        <HandoutRoom
          key="hand-outs"
          onShown={onShown}
          ports={ports}
          today={today}
          knowledge={knowledge}
          admin={admin}
          policy={policy}
        />
      );
    default:
      return <Landing key="landing" onShown={onShown} tools={TOOLS} />;
  }
}
