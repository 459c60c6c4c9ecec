/** Longer help for a guide that can't go on by itself. */
import type { ComponentChildren } from 'preact';
import type { Cause } from '@/utils/advisor/option-missing.ts';
import type { Help as HelpKind } from '@/utils/guide/advice.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { AdminText } from './admin-text.tsx';
import { Icon } from './icon.tsx';
import { SentenceView } from './sentence.tsx';

export interface HelpProps {
  /** Some are asked for or led through, not explained (guide.tsx). */
  readonly help: Exclude<HelpKind, 'choose-row' | 'wrong-row'>;
  /** Why the option may be missing, most likely first; `null` while they load. */
  readonly causes: readonly Cause[] | null;
  readonly adminText: string | null;
  /** The assistant that asks one cause after the other. */
  readonly missingHref: string;
  /** Where a report of an unknown page is made. */
  readonly structureHref?: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function Help({ help, causes, adminText, missingHref, structureHref, onCopy }: HelpProps) {
  switch (help) {
    case 'option-missing':
      return (
        <HelpSection title={t('help_option_missing_title')}>
          <p>{t('help_option_missing_text')}</p>
          <div class="actions">
            <a class="button button-secondary" href={missingHref}>
              <Icon name="question" />
              <span>{t('missing_open')}</span>
            </a>
          </div>
          <div class="ruled" aria-busy={causes === null ? 'true' : undefined}>
            {causes?.map((cause, index) => (
              <CauseView key={cause.id} cause={cause} open={index === 0} />
            ))}
          </div>
          {adminText !== null && (
            <>
              <h3>{t('help_admin_title')}</h3>
              <AdminText text={adminText} onCopy={onCopy} />
            </>
          )}
        </HelpSection>
      );
    case 'limit-reached':
      return <HelpLines name="limit" count={4} />;
    case 'creation-failed':
      return <HelpLines name="failed" count={3} />;
    case 'row-missing':
      return <HelpLines name="row" count={3} />;
    case 'row-not-found':
      return <HelpLines name="notfound" count={3} />;
    case 'page-not-recognised':
      return (
        <HelpLines name="unknown" count={4}>
          {structureHref !== undefined && (
            <p>
              <a class="link" href={structureHref}>
                {t('structure_offer')}
              </a>
            </p>
          )}
        </HelpLines>
      );
    case 'page-interferes':
      return <HelpLines name="interferes" count={3} />;
  }
}

function HelpSection({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="card help" aria-labelledby="help-title">
      <h2 id="help-title">{title}</h2>
      {children}
    </section>
  );
}

/** `help_<name>_title`, a sentence `help_<name>_text`, and what to do: `help_<name>_1` and on. */
interface HelpLinesProps {
  readonly name: string;
  readonly count: number;
  readonly children?: ComponentChildren;
}

function HelpLines({ name, count, children }: HelpLinesProps) {
  return (
    <HelpSection title={t(`help_${name}_title` as MessageKey)}>
      <p>{t(`help_${name}_text` as MessageKey)}</p>
      <ol class="plain">
        {Array.from({ length: count }, (_, index) => `help_${name}_${index + 1}` as MessageKey).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      {children}
    </HelpSection>
  );
}

const FIXED_BY: Readonly<Record<Cause['fixedBy'], MessageKey>> = {
  you: 'help_fixed_by_you',
  admin: 'help_fixed_by_admin',
  nobody: 'help_fixed_by_nobody',
};

function CauseView({ cause, open }: { readonly cause: Cause; readonly open: boolean }) {
  return (
    <details class="cause" open={open}>
      <summary>
        <Icon name="forward" />
        <span>
          <SentenceView of={cause.title} />
        </span>
      </summary>
      <p>
        <SentenceView of={cause.check} />
      </p>
      <p>
        <SentenceView of={cause.fix} />
      </p>
      <p class="source">
        <span>{t(FIXED_BY[cause.fixedBy])}</span>
      </p>
    </details>
  );
}
