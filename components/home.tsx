/** Home: what matters today. */
import type { ComponentChildren } from 'preact';
import { t } from '@/utils/platform/i18n.ts';
import { AccessLost } from './access-lost.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';
import { Radar, type RadarProps } from './radar.tsx';

/** A task that runs, as Home tells of it. */
export interface RunningTask {
  readonly title: string;
  /** 1-based number of the step that is due; `null` when all are done. */
  readonly step: number | null;
  readonly steps: number;
}

export interface HomeProps {
  readonly onShown: HeadingProps['onShown'];
  readonly task: RunningTask | null;
  /** What is due; nothing where there is no inventory. */
  readonly due?: ComponentChildren;
  /** What the organisation says; nothing where it says nothing. */
  readonly organisation?: ComponentChildren;
  /** What changes at Microsoft. */
  readonly radar: RadarProps;
  /** The browser has taken back the access to Microsoft's page. */
  readonly accessLost: boolean;
  readonly accessRefused: boolean;
  readonly onAskAccess: () => void;
  readonly links: { readonly apps: string; readonly guide: string };
}

export function Home({
  onShown,
  task,
  due,
  organisation,
  radar,
  accessLost,
  accessRefused,
  onAskAccess,
  links,
}: HomeProps) {
  return (
    <div class="columns">
      <div class="column">
        <Heading onShown={onShown}>{t('home_title')}</Heading>
        {task && <TaskLine task={task} href={links.guide} />}
        {accessLost && <AccessLost onAskAccess={onAskAccess} refused={accessRefused} />}
        {due}
        <section class="card" aria-labelledby="home-make">
          <h2 id="home-make">{t('home_make_title')}</h2>
          <p>{t('home_make_text')}</p>
          <a class="button button-primary" href={links.apps}>
            <Icon name="key" />
            <span>{t('home_make_button')}</span>
          </a>
        </section>
        {organisation}
      </div>
      <Radar {...radar} />
    </div>
  );
}

function TaskLine({ task, href }: { readonly task: RunningTask; readonly href: string }) {
  return (
    <a class="card card-link running" href={href}>
      <Icon name="key" size={20} />
      <span class="card-link-words">
        <span class="card-link-title">{task.title}</span>
        <span class="quiet">
          {task.step === null ? t('home_task_done') : t('home_task_step', task.step, task.steps)}
        </span>
      </span>
      <Icon name="forward" />
    </a>
  );
}
