/** The rooms for people who help others. The panel loads them when one is opened. */
import { type HelpdeskTool, Landing } from '@/components/helpdesk/landing.tsx';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { Day } from '@/utils/lib/day.ts';
import { HandoutRoom } from './handout-room.tsx';
import { OwnRoom } from './own-rooms.tsx';
import type { OwnPacks } from './packs.ts';
import type { Ports } from './ports.ts';
import { type HelpdeskPage, hrefOf } from './router.ts';
import { WalkthroughRoom } from './walkthrough-room.tsx';

export interface HelpdeskProps {
  readonly onShown: (heading: HTMLElement) => void;
  /** `null` for the first screen. A new room is a line of `HELPDESK_PAGES` (router.ts) and a case below. */
  readonly page: HelpdeskPage | null;
  readonly ports: Ports;
  readonly today: Day;
  readonly policy: Policy;
  /** `null` while it loads. */
  readonly knowledge: typeof import('./knowledge.ts') | null;
  readonly own: OwnPacks;
  readonly admin: AdminFacts;
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

export function HelpdeskRooms(props: HelpdeskProps) {
  const { onShown, page, ports, today, policy, knowledge, own, admin } = props;
  const { catalogue } = own;
  switch (page) {
    case 'hand-outs':
      return (
        <HandoutRoom
          key="hand-outs"
          onShown={onShown}
          ports={ports}
          today={today}
          knowledge={knowledge}
          catalogue={catalogue}
          admin={admin}
          policy={policy}
        />
      );
    default:
      return (
        <Landing
          key="landing"
          onShown={onShown}
          tools={TOOLS}
          after={
            knowledge &&
            catalogue && <WalkthroughRoom knowledge={knowledge} catalogue={catalogue} own={own} />
          }
        >
          {catalogue && <OwnRoom room="OrganisationRoom" policy={policy} catalogue={catalogue} />}
        </Landing>
      );
  }
}
