/** The rooms for people who help others. The panel loads them when one is opened. */
import '@/components/styles/helpdesk-tools.css';
import { type HelpdeskTool, Landing } from '@/components/helpdesk/landing.tsx';
import { Team } from '@/components/helpdesk/team.tsx';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import type { GuideView } from '@/utils/app/panel-client.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { Day } from '@/utils/lib/day.ts';
import { HandoutRoom } from './handout-room.tsx';
import { DiagnosticRoom, HELPDESK_HREF, StructureRoom } from './helpdesk-reports.tsx';
import { OwnRoom } from './own-rooms.tsx';
import type { OwnPacks } from './packs.ts';
import type { Ports } from './ports.ts';
import { type HelpdeskPage, hrefOf } from './router.ts';
import type { Vault } from './vault.ts';
import { WalkthroughRoom } from './walkthrough-room.tsx';

const hrefTo = (page: HelpdeskPage): string => hrefOf({ at: 'helpdesk', page });

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
  readonly vault: Vault;
  /** The running guide. */
  readonly guide: GuideView | null;
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
    href: 'practice.html',
    icon: 'app',
    title: 'present_tool',
    text: 'present_tool_text',
    isApart: true,
  },
  {
    href: hrefOf({ at: 'inventory', page: 'hand-over' }),
    icon: 'send',
    title: 'handover_title',
    text: 'handover_about',
  },
  { href: hrefTo('lists'), icon: 'tags', title: 'team_title', text: 'team_about' },
  { href: hrefTo('diagnostic'), icon: 'info', title: 'diagnostic_title', text: 'diagnostic_about' },
  { href: hrefTo('structure'), icon: 'careful', title: 'structure_title', text: 'structure_about' },
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
    case 'diagnostic':
      return <DiagnosticRoom key="diagnostic" {...props} />;
    case 'structure':
      return <StructureRoom key="structure" {...props} />;
    case 'lists':
      return (
        <Team
          key="lists"
          onShown={onShown}
          backHref={HELPDESK_HREF}
          onCopy={ports.copy}
          onPrint={ports.print}
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
