/** A letter to the admin: to read, and to copy. */
import type { AdminMessage, AdminPart } from '@/utils/advisor/admin-message.ts';
import { t } from '@/utils/platform/i18n.ts';
import { CopyButton } from './controls.tsx';
import { sentenceText } from './sentence.tsx';

/** The letter as one text, with a subject line on top, as a mail program or a ticket takes it. */
export function adminLetter(message: AdminMessage): string {
  return [sentenceText(message.subject), ...message.parts.map(partText)].join('\n\n');
}

function partText(part: AdminPart): string {
  switch (part.is) {
    case 'sentence':
      return sentenceText(part.sentence);
    case 'path':
      return `    ${part.path.join(' › ')}`;
    case 'command':
      return `    ${part.command}`;
  }
}

export interface AdminTextProps {
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** Where "Copy for the admin" would not say enough. */
  readonly copyLabel?: string;
  /** Sending it is the best thing to do on this screen. */
  readonly primary?: boolean;
}

export function AdminText({
  text,
  onCopy,
  copyLabel = t('help_copy_admin'),
  primary = false,
}: AdminTextProps) {
  return (
    <div class="letter">
      <textarea
        class="letter-text"
        aria-label={t('help_admin_title')}
        dir="auto"
        rows={10}
        readOnly
        value={text}
      />
      <div class="actions">
        <CopyButton label={copyLabel} text={text} onCopy={onCopy} look={primary ? 'primary' : 'secondary'} />
      </div>
    </div>
  );
}
