/** After a deletion at Microsoft: what became of it, and where it goes on. */
import type { ComponentChildren } from 'preact';
import { Button, Notice } from '@/components/controls.tsx';
import { Heading } from '@/components/frame.tsx';
import type { DeleteTask } from '@/utils/guide/task.ts';
import { t } from '@/utils/platform/i18n.ts';

export interface TaskDoneProps {
  readonly onShown: (heading: HTMLElement) => void;
  readonly task: DeleteTask;
  /** The inventory can't take note of it yet. */
  readonly isLocked: boolean;
  /** What went by mistake on the way. */
  readonly lostRows: ComponentChildren;
  readonly onFinish: () => void;
}

export function TaskDone({ onShown, task, isLocked, lostRows, onFinish }: TaskDoneProps) {
  return (
    <div class="narrow stack">
      <Heading onShown={onShown}>{t('guide_deleted_title')}</Heading>
      <p>{t('guide_deleted_text', task.name)}</p>
      {task.tag !== null && isLocked && (
        <Notice tone="caution">
          <p>{t('guide_deleted_locked')}</p>
        </Notice>
      )}
      {lostRows}
      <div class="actions">
        <Button look="primary" icon="forward" onClick={onFinish}>
          {t('guide_deleted_continue')}
        </Button>
      </div>
    </div>
  );
}
