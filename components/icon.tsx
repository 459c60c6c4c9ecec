/** The icons of the product: the one place that picks from lucide. Decorative always; words stand beside them. */
import {
  AppWindow,
  Ban,
  Building2,
  Check,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleQuestionMark,
  Copy,
  ExternalLink,
  HardDrive,
  Headset,
  Hourglass,
  House,
  Info,
  KeyRound,
  Mail,
  Printer,
  Search,
  Send,
  Server,
  Settings,
  Smartphone,
  SquareTerminal,
  Tags,
  TriangleAlert,
} from 'lucide-preact';

const ICONS = {
  app: AppWindow,
  ban: Ban,
  back: ChevronLeft,
  bad: CircleAlert,
  careful: TriangleAlert,
  check: Check,
  copy: Copy,
  device: HardDrive,
  external: ExternalLink,
  forward: ChevronRight,
  good: CircleCheck,
  helpdesk: Headset,
  home: House,
  info: Info,
  key: KeyRound,
  mail: Mail,
  managed: Building2,
  mobile: Smartphone,
  print: Printer,
  question: CircleQuestionMark,
  script: SquareTerminal,
  search: Search,
  send: Send,
  service: Server,
  settings: Settings,
  tags: Tags,
  wait: Hourglass,
} as const;

export type IconName = keyof typeof ICONS;

/** Arrows that point along the reading direction turn round in right-to-left languages. */
const MIRRORED: ReadonlySet<IconName> = new Set(['back', 'forward', 'external', 'send']);

export interface IconProps {
  readonly name: IconName;
  /** 16 beside text, 20 where it leads. */
  readonly size?: 16 | 20;
}

export function Icon({ name, size = 16 }: IconProps) {
  const Picture = ICONS[name];
  return (
    <Picture
      class={MIRRORED.has(name) ? 'icon icon-mirrored' : 'icon'}
      size={size}
      strokeWidth={size === 16 ? 2 : 1.75}
      aria-hidden="true"
      focusable="false"
    />
  );
}
