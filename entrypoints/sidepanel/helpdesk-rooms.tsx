/** The rooms for people who help others. The panel loads them when one is opened. */
import { type HelpdeskTool, Landing } from '@/components/helpdesk/landing.tsx';
import type { Day } from '@/utils/lib/day.ts';
import type { Ports } from './ports.ts';
import { type HelpdeskPage, hrefOf } from './router.ts';

export interface HelpdeskProps {
  readonly onShown: (heading: HTMLElement) => void;
  /** `null` for the first screen. A new room is a line of `HELPDESK_PAGES` (router.ts) and a case below. */
  readonly page: HelpdeskPage | null;
  readonly ports: Ports;
  readonly today: Day;
}

/** A new tool is one line here. */
const TOOLS: readonly HelpdeskTool[] = [
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

export function HelpdeskRooms({ onShown, page }: HelpdeskProps) {
  switch (page) {
    default:
      return <Landing key="landing" onShown={onShown} tools={TOOLS} />;
  }
}
