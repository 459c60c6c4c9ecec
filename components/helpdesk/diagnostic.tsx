/** The diagnostic report, shown line by line before it is copied. What is copied is what stands here. */
import type { DiagnosticField, DiagnosticLine } from '@/utils/helpdesk/diagnostic-report.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { CopyButton, Notice, Tag } from '../controls.tsx';
import { Heading, type HeadingProps } from '../frame.tsx';
import { BackToHelpdesk } from './back.tsx';

export interface DiagnosticProps {
  readonly onShown: HeadingProps['onShown'];
  readonly backHref: string;
  /** `null` while it is made. */
  readonly lines: readonly DiagnosticLine[] | 'failed' | null;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function Diagnostic({ onShown, backHref, lines, onCopy }: DiagnosticProps) {
  return (
    <div class="narrow stack">
      <BackToHelpdesk href={backHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('diagnostic_title')}</Heading>
        <p class="quiet">{t('diagnostic_text')}</p>
      </div>
      {lines === 'failed' ? (
        <Notice tone="bad" role="alert">
          <p>{t('diagnostic_failed')}</p>
        </Notice>
      ) : lines === null ? (
        <p class="quiet loading">{t('common_loading')}</p>
      ) : (
        <>
          <Tag>
            <dl class="pairs report">
              {lines.map(({ field, values }) => (
                <div key={field}>
                  <dt>{labelOf(field)}</dt>
                  {values.length === 0 && <dd class="quiet">{t('diagnostic_nothing')}</dd>}
                  {values.map((value, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place
                    <dd key={at} lang="en" dir="ltr">
                      {value}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </Tag>
          <div class="actions">
            <CopyButton label={t('report_copy')} text={reportText(lines)} onCopy={onCopy} look="primary" />
          </div>
        </>
      )}
    </div>
  );
}

const labelOf = (field: DiagnosticField): string => t(`diagnostic_field_${field}` satisfies MessageKey);

/** One value to a line, under its label, so that long ones don't run together in a ticket. */
function reportText(lines: readonly DiagnosticLine[]): string {
  const parts = lines.map(({ field, values }) => {
    const [first = t('diagnostic_nothing'), ...rest] = values;
    return [`${labelOf(field)}: ${first}`, ...rest.map((value) => `  ${value}`)].join('\n');
  });
  return `${t('diagnostic_title')}\n\n${parts.join('\n')}\n`;
}
