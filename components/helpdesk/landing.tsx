/** Helpdesk's first screen: what there is for people who help others. A tool that is not there has no line. */
import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Heading, type HeadingProps } from '../frame.tsx';
import { Icon, type IconName } from '../icon.tsx';

export interface HelpdeskTool {
  readonly href: string;
  readonly icon: IconName;
  readonly title: MessageKey;
  /** What it is good for, in one sentence. */
  readonly text: MessageKey;
  /** Opens in a tab of its own. */
  readonly isApart?: boolean;
}

export interface LandingProps {
  readonly onShown: HeadingProps['onShown'];
  readonly tools: readonly HelpdeskTool[];
  /** What else stands here, above the tools. */
  readonly children?: ComponentChildren;
  /** And below them. */
  readonly after?: ComponentChildren;
}

export function Landing({ onShown, tools, children, after }: LandingProps) {
  return (
    <div class="narrow stack">
      <div class="page-head">
        <Heading onShown={onShown}>{t('nav_helpdesk')}</Heading>
        <p class="quiet">{t('helpdesk_text')}</p>
      </div>
      {children}
      <ul class="stack">
        {tools.map(({ href, icon, title, text, isApart = false }) => (
          <li key={href}>
            <a class="card card-link" href={href} target={isApart ? '_blank' : undefined}>
              <Icon name={icon} size={20} />
              <span class="card-link-words">
                <span class="card-link-title">{t(title)}</span>
                <span class="quiet">{t(text)}</span>
              </span>
              {isApart && <span class="visually-hidden">{t('common_opens_tab')}</span>}
              <Icon name={isApart ? 'external' : 'forward'} />
            </a>
          </li>
        ))}
      </ul>
      {after}
    </div>
  );
}
